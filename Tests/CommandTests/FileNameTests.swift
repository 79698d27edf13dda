import Foundation
import TestSupport
import Testing

/// Names of files that a terminal or the file system's encoding makes trouble with, and names of papers without an id.
struct FileNameTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func shell(_ line: String) throws -> ProgramRun {
    try ProgramRun.shell(
      "pt='\(ProgramRun.products)/papertriage'; paper='\(SampleSubmissions.folder)/aiml23-paper12.pdf'; \(line)",
      in: folder.path)
  }

  /// What steers a terminal: anything below a blank but the line break, and what turns the direction of writing.
  private func steers(_ text: String) -> Bool {
    text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7F || $0.value == 0x202E }
  }

  @Test func `names that are no UTF-8 are told with status 1, also when given by themselves`() throws {
    let run = try shell(
      #"""
      mkdir in; cp "$paper" in/good.pdf; cp "$paper" in/$'Bj\xf6rn.pdf'; "$pt" triage in --no-pictures; echo "status $?"
      "$pt" extract in/$'Bj\xf6rn.pdf' in/good.pdf; echo "status $?"
      """#)
    #expect(run.text.ranges(of: "status 1").count == 2, "\(run.text)")
    let told = run.errors.split(separator: "\n").filter { $0.contains("not valid UTF-8") }
    try #require(told.count == 2, "\(run.errors)")
    #expect(told[0] == told[1])
    #expect(told[0].hasPrefix("papertriage: in/Bj\u{FFFD}rn.pdf: "))
  }

  @Test(arguments: [
    "triage in --no-pictures", "extract in", "check in --format text", "classify in/a*",
    "triage in --no-pictures; \"$pt\" mark $'\\e[1mx' --note n",
  ])
  func `no name steers the terminal`(command: String) throws {
    _ = try shell(
      #"mkdir in; cp "$paper" in/$'a\e[31m\n\u202Efdp.pdf'; printf words >in/$'b\e]0;x\a\u202E.pdf'"#)
    let run = try shell("LC_ALL=C.UTF-8; \"$pt\" \(command) >out; \(command.hasPrefix("extract") ? "" : "cat out")")
    #expect(!run.errors.isEmpty)
    #expect(!steers(run.errors), "\(run.errors.debugDescription)")
    #expect(!steers(run.text), "\(run.text.debugDescription)")
    // One line for one problem, although a name has a line break.
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("papertriage: ") }, "\(run.errors)")
  }

  @Test func `marks survive another way to type the path, and are given by what is shown`() throws {
    let run = try shell(
      #"""
      mkdir -p in/sub; cp "$paper" in/my.pdf; cp "$paper" in/sub/other.pdf
      run() { "$pt" triage "$1" --no-pictures --output "$2" | grep -E 'since|Since|certain'; }
      run in out
      "$pt" mark sub/other.pdf --note key --output out; "$pt" mark in/my.pdf --note path --output out
      "$pt" mark other.pdf --note name --output out; "$pt" mark @1 --note place --output out
      run "$PWD/in" out; run ./in/ out; cd in; run . ../out; cd ..
      "$pt" mark --list --output out; "$pt" mark my.pd --note x --output out
      """#)
    #expect(run.text.ranges(of: "Nothing has changed since the last run.").count == 3, "\(run.text)")
    #expect(run.lines.first == "No certain paper id, so no row in hotcrp-tags.csv: my.pdf, sub/other.pdf")
    let marks = run.lines.suffix(4)
    #expect(
      marks.map { String($0.dropFirst(3)) } == [
        "sub/other.pdf  has the note: key", "my.pdf  has the note: path", "sub/other.pdf  has the note: name",
        "my.pdf  has the note: place",
      ])
    #expect(run.errors.contains("There is no paper 'my.pd'. Did you mean 'my.pdf'?"))
  }

  @Test func `the terminal and the chair's report count the same papers for a person, and many changes are cut`() throws
  {
    let first = try shell(
      #"""
      mkdir in; cp "$paper" in/1.pdf; "$pt" triage in --no-pictures --output out >/dev/null
      for i in $(seq 2 14); do cp "$paper" in/$i.pdf; done
      "$pt" triage in --no-pictures --output out
      """#)
    let report = try String(contentsOfFile: folder.path + "/out/chair/report.html", encoding: .utf8)
    let listed = try #require(report.firstMatch(of: /"person":\[([\d,]*)\]/)).output.1.split(separator: ",").count
    let head =
      listed == 0 ? "14 papers; none for a person to look at." : "14 papers; \(listed) for a person to look at: "
    #expect(first.text.hasPrefix(head), "\(first.text)")
    #expect(first.text.contains("Since the last run: 13 added (10, 11, 12, 13, 14, 2, 3, 4, 5, 6 and 3 more)."))
  }
}
