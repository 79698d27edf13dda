import Foundation
import Papers
import Venues

/// The reasons of one paper for people: for each label the strongest words on both sides.
struct ExplanationText {
  let venue: Venue

  /// The most words shown on one side.
  private static let most = 8

  /// The paragraph of one paper.
  func text(for paper: ExplainedPaper) -> String {
    var lines = ["Paper \(paper.id.safeForTerminal)"]
    if paper.reasons.isEmpty { lines.append("  has no topic, and no label to explain.") }
    for reason in paper.reasons {
      let verb = reason.assigned ? "has" : "does not have"
      lines.append(
        "  \(verb) \(reason.kind) \(reason.id) (\(name(of: reason))): probability \(hundredths(reason.probability.rawValue)), "
          + "threshold \(hundredths(reason.threshold))")
      let words = Self.sums(reason.words)
      lines += side("for", words.filter { $0.weight > 0 })
      lines += side("against", words.filter { $0.weight < 0 })
      if let encoder = reason.encoder {
        lines.append("    the encoder, which no word can be given: \(hundredths(encoder))")
      }
      if let flip = reason.flip, !flip.isEmpty {
        lines.append(
          "    without \(flip.map { "'\($0.safeForTerminal)'" }.joined(separator: ", ")) it would be otherwise")
      }
    }
    lines += nearest(paper)
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func nearest(_ paper: ExplainedPaper) -> [String] {
    guard let nearest = paper.nearest else { return [] }
    guard !nearest.isEmpty else { return ["  no labelled paper has anything in common with it"] }
    return ["  the nearest labelled papers:"]
      + nearest.map { neighbour in
        let labels = neighbour.topics.isEmpty ? "no topic" : neighbour.topics.joined(separator: ", ")
        let title = neighbour.title.isEmpty ? "" : " \"\(neighbour.title.safeForTerminal)\""
        return "    \(hundredths(neighbour.similarity.rawValue)) \(neighbour.id.safeForTerminal)\(title): \(labels)"
      }
  }

  private func name(of reason: ExplainedPaper.Reason) -> String {
    let names = reason.kind == "topic" ? venue.topics.map { ($0.id, $0.name) } : venue.groups.map { ($0.id, $0.name) }
    return names.first { $0.0 == reason.id }?.1 ?? reason.id
  }

  private func side(_ word: String, _ parts: [(word: String, weight: Double)]) -> [String] {
    let strongest = parts.sorted { (-abs($0.weight), $0.word) < (-abs($1.weight), $1.word) }.prefix(Self.most)
    guard !strongest.isEmpty else { return [] }
    return [
      "    \(word): " + strongest.map { "\($0.word.safeForTerminal) \(hundredths($0.weight))" }.joined(separator: ", ")
    ]
  }

  /// A word that stands several times has the sum of its parts.
  private static func sums(_ parts: [ExplainedPaper.Part]) -> [(word: String, weight: Double)] {
    var sums: [String: Double] = [:]
    for part in parts { sums[part.text.lowercased(), default: 0] += part.weight }
    return sums.map { ($0.key, $0.value) }
  }

  private func hundredths(_ value: Double) -> String { String(format: "%.2f", value) }
}
