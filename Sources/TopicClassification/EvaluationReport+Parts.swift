/// The parts of a report that look closer than a figure.
extension EvaluationReport {
  /// What the papers got that have a label and were not given it.
  public struct Missed: Hashable, Sendable, Codable {
    /// The number of these papers.
    public let papers: Int
    /// How many of them got no label of the kind at all.
    public let withoutLabel: Int
    /// The labels that some of them got though they have not, the most frequent first.
    public let instead: [Instead]
  }

  /// A label that papers got in the place of another.
  public struct Instead: Hashable, Sendable, Codable {
    /// The label's id.
    public let id: String
    /// The number of papers.
    public let papers: Int
  }

  /// Mistakes against coverage: what comes of deciding only the surest papers without a person.
  public struct Coverage: Hashable, Sendable, Codable {
    /// Papers with a tag, the surest first; a mistake is a wrong tag.
    public let tagged: [CoveragePoint]
    /// Papers without a tag, the surest first; a mistake is a topic that was missed.
    public let untagged: [CoveragePoint]
  }

  /// One part of the papers.
  public struct CoveragePoint: Hashable, Sendable, Codable {
    /// The share of the papers that are decided.
    public let coverage: Double
    /// The share of mistakes among them.
    public let error: Double
  }

  /// What a part of the corpus teaches.
  public struct LearningPoint: Hashable, Sendable, Codable {
    /// The number of papers that were learnt from.
    public let papers: Int
    /// F1 over all decisions on topics.
    public let microF1: Figure
    /// The mean of the topics' F1.
    public let macroF1: Figure
  }

  /// How the papers were judged.
  public struct Method: Hashable, Sendable, Codable {
    /// By a given model, by cross-validation, or by training on the past or on other venues.
    public let kind: Kind
    /// What was trained on and what judged, in a sentence.
    public let sentence: String

    /// Makes a method.
    public init(_ kind: Kind, sentence: String) {
      self.kind = kind
      self.sentence = sentence
    }

    /// The ways of judging.
    public enum Kind: String, Hashable, Sendable, Codable {
      /// A finished model on papers that it has not seen.
      case model
      /// Each fold by a model of the others.
      case crossValidation = "cross-validation"
      /// Later years by a model of the earlier ones.
      case year
      /// Each venue by a model of others.
      case venue
    }
  }
}
