import ArgumentParser
import Foundation
import Interchange
import TextFeatures
import TopicClassification
import Venues

/// `papertriage call critique`: what past papers tell of a call's topics before it is published.
struct CallCritiqueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "critique",
    abstract: "Says which topics of a venue will overlap, which stay empty, and which past papers fit none.",
    discussion: """
      Past papers need title and abstract only, one a line as JSON, or CSV; their labels, if any, are not used. As JSON
      the answer keeps to corpora/schemas/call-critique.schema.json.

      Examples:
        papertriage call critique venue.yaml --corpus last-year.ndjson
        papertriage call critique venue.yaml --corpus last-year.csv --format json
      """)

  @Argument(help: "The venue file.", completion: .file())
  var venue: String

  @Option(parsing: .upToNextOption, help: "Files of past papers.", completion: .file())
  var corpus: [String]

  @Option(help: "The folder of the model to start from; the shipped model if left out.", completion: .directory)
  var model: String?

  @Option(help: "Write text or json.")
  var format = TextOrJSON.text

  func run() throws {
    let venue = try VenueFile.read(venue)
    guard !venue.topics.isEmpty else { throw CallModelError.noTopics(venue: self.venue) }
    var documents: [(id: String, document: TextDocument)] = []
    for path in corpus {
      try RecordReader.forEachRecord(in: path) { record in
        documents.append(
          (
            try record.requiredText("id"),
            TextDocument(title: record.text("title") ?? "", body: record.text("abstract") ?? "")
          ))
      }
    }
    guard !documents.isEmpty else { throw CallModelError.noPapers(files: corpus) }
    let transfer = try TopicTransfer(modelFolder: InstalledFiles().model(flag: model), venue: venue).model()
    let critique = VenueCritique(venue: venue, transfer: transfer, documents: documents)
    switch format {
    case .json: try FileHandle.standardOutput.write(contentsOf: ContractJSON.document(critique))
    case .text: print(Self.text(critique, names: venue.topics.map { ($0.id, $0.name) }))
    }
  }

  /// How many stray papers are listed for a person; the JSON has all.
  private static let shownStrays = 20

  private static func text(_ critique: VenueCritique, names: [(String, String)]) -> String {
    let name = Dictionary(names, uniquingKeysWith: { first, _ in first })
    var lines = ["\(critique.papers) past papers. What each topic would get:"]
    for topic in critique.topics {
      lines.append(
        "  \(topic.papers)  \(name[topic.id] ?? topic.id)" + (topic.isRough ? "  (from its words alone: rough)" : ""))
    }
    lines += [
      "", critique.overlaps.isEmpty ? "No two topics share most of their papers." : "Topics that will overlap:",
    ]
    for pair in critique.overlaps {
      lines.append(
        "  '\(name[pair.smaller] ?? pair.smaller)' shares \(pair.shared) of its papers "
          + "(\(Int((pair.share * 100).rounded()))%) with '\(name[pair.larger] ?? pair.larger)'.")
    }
    lines += ["", critique.empty.isEmpty ? "No topic stays empty." : "Topics that will stay empty, or nearly so:"]
    lines += critique.empty.map { "  \(name[$0] ?? $0)" }
    lines += [
      "", critique.strays.isEmpty ? "Every paper fits a topic." : "\(critique.strays.count) papers fit no topic:",
    ]
    for stray in critique.strays.prefix(shownStrays) {
      lines.append("  \(stray.id)" + (stray.nearest.map { ", nearest: \(name[$0] ?? $0)" } ?? ""))
    }
    let hidden = critique.strays.count - shownStrays
    if hidden > 0 { lines.append("  and \(hidden) more; --format json lists all.") }
    return lines.joined(separator: "\n")
  }
}
