import Foundation
import TestSupport
import Testing

/// Text that no person can see reaches neither title nor abstract nor classifier: 200 hidden keywords change no tag.
struct HiddenKeywordsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Words of topics that the paper below is not about.
  private static let keywords: String = {
    let words = [
      "federated", "differential", "privacy", "secure", "aggregation", "fairness", "interpretability", "visualization",
      "FPGA",
      "accelerator", "quantization", "compiler", "benchmark", "generative", "chatbot", "prompt", "retrieval", "MLOps",
      "monitoring",
      "debugging",
    ]
    return (0..<10).flatMap { _ in words }.joined(separator: " ")
  }()

  private static let abstract = [
    "A scheduler places the tasks of training jobs on the machines of a cluster. We describe one that",
    "moves tasks between machines while they run, so that a slow machine holds up no step. In a cluster",
    "of sixty machines the steps of distributed training take a fifth less time than with static places,",
    "and jobs that wait for data give their machines to others. The scheduler has run for a year.",
  ]

  /// A page of a paper, with something more in its content and its objects.
  private func paper(
    _ name: String, before: String = "", after: String = "", page: String = "", catalog: String = "",
    resources: String = "", objects: [String] = []
  ) throws -> String {
    func line(_ text: String, _ y: Int, _ size: Int = 10) -> String { "BT /F1 \(size) Tf 72 \(y) Td (\(text)) Tj ET\n" }
    var content = "0 g\n" + line("Moving Tasks of Distributed Training Jobs", 720, 18) + line("Anonymous Authors", 690)
    content += line("Abstract", 660, 12)
    for (index, text) in Self.abstract.enumerated() { content += line(text, 644 - 12 * index) }
    content += line("1 Introduction", 560, 12)
    for index in 0..<20 {
      content += line(
        "Jobs of many tasks run as fast as the slowest of their machines lets them, and so on.", 544 - 12 * index)
    }
    var pdf = TinyPDF()
    pdf.addPage(content: before + content + after)
    return try folder.file(
      name, pdf.data(catalog: catalog, page: page, resources: resources, objects: objects))
  }

  /// The keywords in lines of fifty words between the abstract's first lines.
  private static func lines(_ before: String = "", size: Double = 1.6) -> String {
    let words = keywords.split(separator: " ")
    return stride(from: 0, to: words.count, by: 25).map { start in
      let text = words[start..<min(start + 25, words.count)].joined(separator: " ")
      return "BT \(before) /F1 \(size) Tf 72 \(641.0 - Double(start) / 5) Td (\(text)) Tj 0 Tr ET\n"
    }.joined()
  }

  /// A page of noise as a picture of eight bits a pixel.
  private static let photograph: String = {
    var hex = ""
    var state: UInt32 = 7
    for _ in 0..<(120 * 30) {
      state = state &* 1_664_525 &+ 1_013_904_223
      hex += String(format: "%02X", state >> 24)
    }
    return "<< /Type /XObject /Subtype /Image /Width 120 /Height 30 /ColorSpace /DeviceGray /BitsPerComponent 8 "
      + "/Filter /ASCIIHexDecode /Length \(hex.utf8.count + 1) >>\nstream\n\(hex)>\nendstream"
  }()

  private struct Row: Decodable {
    struct Topic: Decodable, Equatable {
      let id: String
      let probability: Double
      let assigned: Bool
    }
    let title: String?
    let abstract: String?
    let topics: [Topic]?
  }

  private struct Checked: Decodable {
    struct Finding: Decodable {
      let rule: String
      let verdict: String
    }
    let findings: [Finding]
  }

  private func rows(_ command: [String]) throws -> [Row] {
    try ProgramRun(command).lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  @Test func `two hundred hidden keywords change neither title nor abstract nor any probability`() throws {
    let below = "BT /F1 8 Tf 72 250 Td (\(Self.keywords)) Tj ET\n"
    let files = [
      try paper("0-plain.pdf"), try paper("1-white.pdf", after: "1 g\n" + Self.lines(size: 6)),
      try paper("2-tiny.pdf", after: Self.lines(size: 1)),
      try paper("3-no-ink.pdf", after: Self.lines("3 Tr", size: 6)),
      try paper("4-covered.pdf", before: below + "1 g 60 240 540 20 re f\n"),
      try paper(
        "5-photograph.pdf", after: below + "q 540 0 0 60 60 225 cm /Im Do Q\n", resources: "/XObject << /Im 6 0 R >>",
        objects: [Self.photograph]),
      try paper(
        "6-outside.pdf", after: "BT /F1 8 Tf 72 20 Td (\(Self.keywords)) Tj ET\n", page: "/CropBox [0 40 612 792]"),
      try paper(
        "7-layer.pdf", after: "/OC /Off BDC \(Self.lines(size: 6)) EMC\n",
        catalog: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", resources: "/Properties << /Off 6 0 R >>",
        objects: ["<< /Type /OCG /Name (Off) >>"]),
    ]
    for row in try rows(["extract"] + files).enumerated() {
      #expect(row.element.title == "Moving Tasks of Distributed Training Jobs", "\(files[row.offset])")
      #expect(row.element.abstract == Self.abstract.joined(separator: " "), "\(files[row.offset])")
    }
    _ = try ProgramRun(["triage"] + files + ["--output", folder.path + "/out"])
    let papers = try String(contentsOfFile: folder.path + "/out/papers.ndjson", encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    try #require(papers.count == files.count)
    #expect(papers[0].topics?.isEmpty == false)
    for (paper, file) in zip(papers, files) {
      #expect(paper.title == papers[0].title, "\(file)")
      #expect(paper.abstract == papers[0].abstract, "\(file)")
      #expect(paper.topics == papers[0].topics, "\(file)")
    }
    let checks = try ProgramRun(["check"] + files).lines.map {
      try JSONDecoder().decode(Checked.self, from: Data($0.utf8)).findings
    }
    for (findings, file) in zip(checks.dropFirst(), files.dropFirst()) {
      let verdict = findings.first { $0.rule == "integrity.hidden-text" }?.verdict
      #expect(["fail", "look"].contains(verdict), "\(file): \(verdict ?? "none")")
    }
  }
}
