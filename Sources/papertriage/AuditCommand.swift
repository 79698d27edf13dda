import ArgumentParser
import Foundation
import Interchange
import TopicClassification

/// `papertriage audit`: which labels of a corpus deserve a second look.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Ranks a corpus's papers by how likely one of their labels is wrong.",
    discussion: """
      Each fold of the corpus (its field "fold", else by id) is judged by a model trained on the others, and what that
      model says is held against the labels given. The list begins with the papers whose labels are the least likely.
      On a terminal as text, otherwise one JSON object a line for every paper (corpora/schemas/audit.schema.json).
      Nothing is changed: a person decides.

      Examples:
        papertriage audit --corpus past.ndjson
        papertriage audit --corpus past.ndjson --venue venue.yaml --top 100 --format json > doubtful.ndjson
      """)

  @OptionGroup var data: TrainingData

  @OptionGroup var encoder: EncoderOption

  @Option(help: "How many papers are listed (default: 50 as text, all as JSON).")
  var top: Int?

  @Option(help: "text or json (default: text on a terminal, else json).")
  var format: TextOrJSON?

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is \(top), but must be 1 or more.") }
  }

  func run() throws {
    let (venue, corpus) = try data.read()
    let judged = try TopicTraining(
      corpus: corpus, unlabelled: data.texts(except: corpus), settings: data.trainingSettings(),
      encoder: encoder.opened(for: corpus)
    ).crossValidated(venue: venue)
    let audit = LabelAudit(judged)
    let isText = (format ?? (isatty(STDOUT_FILENO) == 1 ? .text : .json)) == .text
    let writer = try RowWriter("-")
    if isText {
      try writer.write(AuditText(audit, count: top ?? 50).data)
    } else {
      for row in audit.rows.prefix(top ?? audit.rows.count) { try writer.write(row: row) }
    }
    try writer.finish()
  }
}
