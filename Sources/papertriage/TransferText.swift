import Foundation
import TopicClassification

/// The figures of topics left out in turn, for people.
struct TransferText {
  private let result: TransferEvaluation

  init(_ result: TransferEvaluation) { self.result = result }

  /// The text.
  var data: Data {
    var lines = ["Average precision; few papers: transfer / words alone / embeddings alone", ""]
    for topic in result.topics {
      let few = topic.fewPapers.map { few in
        "\(few.papers): \(three(few.transfer)) / \(three(few.words)) / \(three(few.embedding))"
      }
      lines.append(
        "\(topic.id) (\(topic.papers) papers): cosine \(three(topic.cosine)), transfer \(three(topic.transfer))"
          + (few.isEmpty ? "" : "; " + few.joined(separator: "; ")))
    }
    lines += ["", "mean: cosine \(three(result.macroCosine)), transfer \(three(result.macroTransfer))"]
    for size in Set(result.topics.flatMap { $0.fewPapers.map(\.papers) }).sorted() {
      let few = result.topics.compactMap { $0.fewPapers.first { $0.papers == size } }
      func mean(_ value: (TransferEvaluation.FewPapers) -> Double) -> String {
        three(few.reduce(0) { $0 + value($1) } / Double(few.count))
      }
      lines.append(
        "\(size) papers (\(few.count) topics): transfer \(mean(\.transfer)), words alone \(mean(\.words)), "
          + "embeddings alone \(mean(\.embedding))")
    }
    let calibration = result.settings.calibration
    lines.append(
      "settings: intercept \(three(calibration.intercept)), slopes \(calibration.slopes.map(three).joined(separator: " ")), "
        + "threshold \(three(result.settings.threshold))")
    return Data((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func three(_ value: Double) -> String { String(format: "%.3f", value) }
}
