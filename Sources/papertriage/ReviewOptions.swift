import ArgumentParser
import TopicClassification

/// How many mistakes may escape a person's eye, as the user wants it.
struct ReviewOptions: ParsableArguments {
  @Option(
    help: """
      Send just so many papers to a person that of the others at most this share is wrong, from 0.01 to 0.5: of the \
      tagged ones with a wrong tag, of the untagged ones with a topic. It holds, with 90% confidence, for papers like \
      those it was calibrated on. Without it the model's own line is used.
      """)
  var risk: Double?

  func validate() throws {
    if let risk, !(0.01...0.5).contains(risk) {
      throw ValidationError("--risk is \(risk), but must be from 0.01 to 0.5, such as 0.1 for a tenth.")
    }
  }

  /// Returns the classifier with the line that the user asks for.
  ///
  /// - Throws: ``ReviewRiskError`` if the model has no table of lines.
  func applied(to classifier: TopicClassifier) throws -> TopicClassifier {
    try risk.map { try classifier.keeping(risk: $0) } ?? classifier
  }
}

extension TopicClassifier {
  /// What the line that the user asked for promises, in a sentence; `nil` if they asked for none.
  var reviewNote: String? {
    guard let risk else { return nil }
    let share = "\((risk * 1000).rounded() / 10)".replacing(/\.0$/, with: "") + "%"
    return
      "Of the papers that need no person at most \(share) of the tagged ones carry a wrong tag and at most \(share) "
      + "of the untagged ones have a topic; this holds, with 90% confidence, for papers like those it was calibrated on."
  }
}
