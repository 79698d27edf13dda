import Foundation
import TestSupport
import Testing

/// Two hundred keywords that nobody can see, in every place that is known: they change no letter of title and abstract,
/// and so no tag.
struct HiddenKeywordsTests {
  private static let keywords = Array(
    repeating:
      "federated differential privacy secure aggregation fairness visualization accelerator quantization compiler "
      + "benchmark generative chatbot prompt retrieval operations monitoring debugging pipeline feature", count: 10
  ).joined(separator: " ").split(separator: " ").map(String.init)

  private static let abstract = [
    "A scheduler places the tasks of training jobs on the machines of a cluster. We describe one that",
    "moves tasks between machines while they run, so that a slow machine holds up no step. In a cluster",
    "of sixty machines the steps of distributed training take a fifth less time than with static places,",
    "and jobs that wait for data give their machines to others. The scheduler has run for a year.",
  ]

  private static func line(_ text: String, y: Double, size: Double = 10, mode: String = "") -> String {
    "BT \(mode) /F1 \(size) Tf 72 \(y) Td (\(text)) Tj 0 Tr ET\n"
  }

  /// The keywords, on the baselines of title and abstract or below the text.
  private static func hidden(size: Double, mode: String = "", onBaselines: Bool = true) -> String {
    (0..<10).map { index in
      let words = keywords[(20 * index)..<(20 * index + 20)].joined(separator: " ")
      let y = !onBaselines ? 200 - 8 * Double(index) : index == 9 ? 720 : 644 - 12 * Double(index % 4)
      return line(words, y: y, size: size, mode: mode)
    }.joined()
  }

  /// Content before the page's own, and after it.
  private static let ways: [(name: String, before: String, after: String)] = [
    ("plain", "", ""),
    ("no-ink-same-baseline", "", hidden(size: 10, mode: "3 Tr")),
    ("no-ink-before", hidden(size: 7, mode: "3 Tr"), ""),
    ("white-same-baseline", "1 g\n" + hidden(size: 10), ""),
    ("white-over", "", "1 g\n" + hidden(size: 6, onBaselines: false)),
    ("tiny-same-baseline", "", hidden(size: 1)),
    (
      "replaced", "", "/Span << /ActualText (\(keywords.joined(separator: " "))) >> BDC\n" + line("x", y: 100) + "EMC\n"
    ),
    ("covered", hidden(size: 8, onBaselines: false) + "1 g 60 110 540 110 re f\n", ""),
  ]

  @Test func `two hundred hidden keywords change no letter of title and abstract, and no tag`() throws {
    let folder = try TemporaryFolder()
    for way in Self.ways {
      var content = "0 g\n" + Self.line("Moving Tasks of Distributed Training Jobs", y: 720, size: 18)
      content += Self.line("Anonymous Authors", y: 690) + Self.line("Abstract", y: 660, size: 12)
      for (index, text) in Self.abstract.enumerated() { content += Self.line(text, y: 644 - 12 * Double(index)) }
      content += Self.line("1 Introduction", y: 560, size: 12)
      for index in 0..<20 {
        content += Self.line(
          "Jobs of many tasks run as fast as the slowest of their machines lets them, and so on.",
          y: 544 - 12 * Double(index))
      }
      var pdf = TinyPDF()
      pdf.addPage(content: way.before + content + way.after)
      _ = try folder.file(way.name + ".pdf", pdf.data())
    }
    let run = try ProgramRun(["extract", folder.path])
    var texts: [String: [String]] = [:]
    var input = Data()
    for line in run.lines {
      let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let name = ((row["file"] as? String ?? "") as NSString).lastPathComponent
      let text = [row["title"] as? String ?? "", row["abstract"] as? String ?? ""]
      texts[name] = text
      input +=
        try JSONSerialization.data(withJSONObject: ["id": name, "title": text[0], "abstract": text[1]])
        + Data("\n".utf8)
    }
    #expect(texts.count == Self.ways.count)
    #expect(texts["plain.pdf"]?[1] == Self.abstract.joined(separator: " "))
    for (name, text) in texts { #expect(text == texts["plain.pdf"], "\(name)") }
    let tags = try ProgramRun(["classify", "-"], input: input).lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])["topics"] as? NSArray
    }
    #expect(tags.count == Self.ways.count)
    for tag in tags { #expect(tag == tags[0]) }
  }
}
