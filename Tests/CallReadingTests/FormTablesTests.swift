import Foundation
import Testing
import Venues

@testable import CallReading

/// Sentences of our own in the many ways in which organisers of all fields say the same; each is read alone in a call.
@Suite struct FormTablesTests {
  /// A sentence with what a chair reads in it.
  struct Form: CustomTestStringConvertible {
    let expected: [String]
    let words: String
    var testDescription: String { words }
  }

  /// The rows of one of the tables; `\n` in the last column is a line break.
  static func forms(_ name: String) -> [Form] {
    let file = CallFixture.folder.appending(path: "forms/\(name).tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""  // an empty table fails the test of counts below
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Form(
        expected: Array(cells.dropLast()),
        words: (cells.last ?? "").replacing("\\n", with: "\n").replacing("\\\\", with: "\\"))
    }
  }

  private func venue(_ words: String, dates: String = "- 12 March 2031: Paper submissions due") throws -> Venue {
    try CallFixture.read(
      text:
        "# Call for Papers: Kite Workshop 2031\n\n## Important Dates\n\n\(dates)\n\n## Submission\n\n\(words)\n",
      name: "call.md"
    ).venue
  }

  @Test func `the tables are there`() {
    #expect(Self.forms("page-limits").count >= 160)
    #expect(Self.forms("templates").count >= 100)
    #expect(Self.forms("dates").count >= 120)
    #expect(Self.forms("anonymity").count >= 35)
    #expect(Self.topicForms.count >= 30)
  }

  @Test(arguments: forms("page-limits")) func `a page limit and what counts are read`(_ form: Form) throws {
    let limit = try venue(form.words).pageLimit
    func joined(_ parts: [PageLimit.Part]?) -> String { (parts ?? []).map(\.rawValue).joined(separator: ",") }
    let max = limit.map { $0.max == $0.max.rounded() ? "\(Int($0.max))" : "\($0.max)" } ?? "-"
    #expect([max, joined(limit?.includes), joined(limit?.excludes)] == form.expected)
  }

  @Test(arguments: forms("templates")) func `a template is read where one is prescribed`(_ form: Form) throws {
    #expect([try venue(form.words).template ?? "-"] == form.expected)
  }

  @Test(arguments: forms("anonymity")) func `who is hidden is read`(_ form: Form) throws {
    #expect([try venue(form.words).anonymity?.rawValue ?? "-"] == form.expected)
  }

  @Test(arguments: forms("dates")) func `dates are read, and none that was replaced is live`(_ form: Form) throws {
    let deadlines = try venue("Papers have at most 8 pages.", dates: form.words).deadlines.map { deadline in
      (deadline.superseded ? "~" : "") + deadline.what.rawValue + "=" + deadline.at
        + (deadline.until.map { "/" + $0.dropFirst(5) } ?? "")
    }
    #expect([deadlines.joined(separator: " ")] == form.expected)
  }

  // MARK: Topics

  /// Small calls with their topics, one layout each.
  static let topicForms: [Form] = {
    let file = CallFixture.folder.appending(path: "forms/topics.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""  // none fail the test of counts above
    return text.components(separatedBy: "=== ").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n")
      guard lines.count > 3 else { return nil }
      return Form(
        expected: lines[1].components(separatedBy: " | "), words: lines.dropFirst(3).joined(separator: "\n"))
    }
  }()

  @Test(arguments: topicForms) func `topics are read in every layout`(_ form: Form) throws {
    let name = form.words.hasPrefix("<html") ? "call.html" : form.words.hasPrefix("#") ? "call.md" : "call.txt"
    // A label that is told from its explanation is the topic as well.
    func label(_ topic: String) -> String {
      Pattern(#"( - | – |: ).*|[.?]$"#).replacing(topic.lowercased(), with: "")
    }
    let topics = try CallFixture.read(text: form.words, name: name).venue.topics.map { label($0.name) }
    #expect(topics == form.expected.map(label))
  }
}
