import TextFeatures
import Venues

/// What past papers tell of a call's topics before it is published.
public struct VenueCritique: Hashable, Sendable, Codable {
  /// How many papers a topic would get.
  public struct TopicLoad: Hashable, Sendable, Codable {
    /// The topic's id.
    public let id: String
    /// The papers it would be given.
    public let papers: Int
    /// The sum of its probabilities: the papers to be expected.
    public let expected: Double
    /// Whether it rests on its words alone, so that its figures are rough.
    public let isRough: Bool
  }

  /// Two topics that share papers.
  public struct Overlap: Hashable, Sendable, Codable {
    /// The topic with fewer papers.
    public let smaller: String
    /// The topic with more.
    public let larger: String
    /// The papers that both would get.
    public let shared: Int
    /// Their part of the smaller topic's papers.
    public let share: Double
  }

  /// A paper that fits no topic.
  public struct Stray: Hashable, Sendable, Codable {
    /// Its id.
    public let id: String
    /// The topic that comes nearest; null if the venue has none.
    public let nearest: String?
    /// That topic's probability.
    public let probability: Double
  }

  /// The number of papers looked at.
  public let papers: Int
  /// The topics in the venue's order.
  public let topics: [TopicLoad]
  /// Pairs of which one would share most of its papers with the other, the worst first.
  public let overlaps: [Overlap]
  /// The ids of topics that next to no paper would get.
  public let empty: [String]
  /// Papers that no topic would get, those farthest from any first.
  public let strays: [Stray]

  /// From this part of the smaller topic's papers on, two topics overlap.
  public static let overlapFrom = 0.6
  /// Below this part of the papers a topic stays empty: one paper in two hundred.
  public static let emptyBelow = 0.005

  /// Looks at papers through a model made for the venue.
  ///
  /// - Parameters:
  ///   - transfer: The model, and what its topics rest on.
  ///   - documents: Past papers, each with its id.
  public init(venue: Venue, transfer: TopicTransfer.Result, documents: [(id: String, document: TextDocument)]) {
    let classifier = TopicClassifier(model: transfer.model, venue: venue)
    let predictions = classifier.predictions(
      for: documents.map { ClassifierInput(title: $0.document.title, abstract: $0.document.body) })
    papers = documents.count
    let ids = venue.topics.map(\.id)
    var members = [Set<Int>](repeating: [], count: ids.count)
    var expected = [Double](repeating: 0, count: ids.count)
    var strays: [Stray] = []
    for (paper, prediction) in predictions.enumerated() {
      for (topic, score) in prediction.topics.enumerated() {
        expected[topic] += score.probability.rawValue
        if score.assigned { members[topic].insert(paper) }
      }
      guard !prediction.topics.contains(where: \.assigned) else { continue }
      let nearest = prediction.topics.max { $0.probability < $1.probability }
      strays.append(
        Stray(
          id: documents[paper].id, nearest: nearest?.id,
          probability: Self.rounded(nearest?.probability.rawValue ?? 0)))
    }
    topics = ids.indices.map { topic in
      TopicLoad(
        id: ids[topic], papers: members[topic].count, expected: Self.rounded(expected[topic]),
        isRough: transfer.origins[topic] == .words)
    }
    let least = max(2, Int((Self.emptyBelow * Double(documents.count)).rounded(.up)))
    empty = ids.indices.filter { members[$0].count < least }.map { ids[$0] }
    var overlaps: [Overlap] = []
    for first in ids.indices {
      for second in ids.indices where second > first {
        let (small, large) = members[first].count <= members[second].count ? (first, second) : (second, first)
        let shared = members[small].intersection(members[large]).count
        guard shared >= 3, Double(shared) >= Self.overlapFrom * Double(members[small].count) else { continue }
        overlaps.append(
          Overlap(
            smaller: ids[small], larger: ids[large], shared: shared,
            share: Self.rounded(Double(shared) / Double(members[small].count))))
      }
    }
    self.overlaps = overlaps.sorted { ($0.share, $0.shared) > ($1.share, $1.shared) }
    self.strays = strays.sorted { ($0.probability, $0.id) < ($1.probability, $1.id) }
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
