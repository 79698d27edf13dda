import Foundation
import TopicClassification
import Venues

/// What is known of a batch as a whole, for people.
struct BatchText {
  let report: BatchReport
  let venue: Venue

  /// Why nothing is said.
  static let missing =
    "No summary: the batch has fewer than ten papers with text, or the model's folder holds no figures of the papers it "
    + "was calibrated on (train it again with `papertriage train`)."

  /// The warning if the batch is unlike what the model knows, and how many papers each topic has.
  var summary: String {
    // A topic and a group may have the same id.
    let rows =
      lines(report.topics, names: venue.topics.map { ($0.id, $0.name) })
      + lines(report.groups, names: venue.groups.map { ($0.id, $0.name) })
    let head =
      "Of \(report.papers) papers probably, by the batch's own frequencies (in brackets the range of 95 of 100 such batches):"
    return ([report.warning].compactMap(\.self) + (rows.isEmpty ? [] : [head] + rows)).joined(separator: "\n")
  }

  private func lines(_ shares: [BatchReport.LabelShare], names: [(String, String)]) -> [String] {
    let names = Dictionary(names, uniquingKeysWith: { first, _ in first })
    return shares.map { share in
      let estimate = share.estimate
      let range = "\(percent(estimate.low)) to \(percent(estimate.high))"
      return "  " + padded(percent(estimate.share), 6) + padded("[\(range)]", 19) + (names[share.id] ?? share.id)
    }
  }

  private func percent(_ share: Double) -> String { String(format: "%.0f%%", share * 100) }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
