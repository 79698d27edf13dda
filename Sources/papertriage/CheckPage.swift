import Foundation
import Papers
import SubmissionChecks
import TriagePipeline
import Venues

/// What checks found in papers as one page of HTML, for authors and chairs; it loads nothing from anywhere.
///
/// It holds evidence of who the authors are: it is for the authors themselves and for chairs.
struct CheckPage {
  /// A paper that was checked.
  struct Paper {
    let file: String
    /// Why it could not be read; `nil` if it was.
    let failure: String?
    let findings: [Finding]
    let pages: [DrawnPage]

    /// Takes what was read and found.
    init(_ reading: SubmissionReader.Reading) {
      file = reading.file.name
      failure = if case .failure(let failure) = reading.outcome { failure.sentence } else { nil }
      findings = reading.findings
      pages = reading.findingPages
    }
  }

  private let papers: [Paper]
  private let rules: RuleBook

  init(_ papers: [Paper], rules: RuleBook) {
    self.papers = papers
    self.rules = rules
  }

  /// The file.
  var data: Data {
    let style = String(decoding: PackageResources.check_css, as: UTF8.self)
    let title = "Checks: \(rules.venue.name)".escapedForHTML
    return Data(
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      <style>\(style)</style></head><body><main>
      <h1>\(title)</h1>
      <p class="note">Each finding is evidence for a person, never a decision. It may tell who the authors are: keep this page
      from reviewers of a double-blind venue.</p>
      \(overview)
      \(papers.enumerated().map { section(of: $1, number: $0 + 1) }.joined(separator: "\n"))
      </main></body></html>

      """.utf8)
  }

  /// The papers with their verdicts, gravest first; left out for a single one.
  private var overview: String {
    guard papers.count > 1 else { return "" }
    let order: [Verdict] = [.fail, .look, .couldNotCheck, .pass]
    let sorted = papers.enumerated().map { (number: $0 + 1, paper: $1, verdict: Verdict.gravest(of: $1.findings)) }
      .sorted {
        ((order.firstIndex(of: $0.verdict) ?? 9), $0.number) < ((order.firstIndex(of: $1.verdict) ?? 9), $1.number)
      }
    let rows = sorted.map { entry in
      "<li>\(badge(entry.verdict)) <a href=\"#paper-\(entry.number)\">\(entry.paper.file.escapedForHTML)</a></li>"
    }
    return "<nav aria-label=\"Papers\"><h2>\(papers.count) papers</h2><ul class=\"papers\">\(rows.joined())</ul></nav>"
  }

  private func section(of paper: Paper, number: Int) -> String {
    func findings(_ verdicts: [Verdict]) -> [Finding] {
      verdicts.flatMap { verdict in paper.findings.filter { $0.verdict == verdict } }
    }
    let open = findings([.fail, .look, .couldNotCheck])
    let kept = findings([.pass])
    let silent = findings([.notApplicable])
    let failure = paper.failure.map { "<p class=\"failure\">\($0.escapedForHTML)</p>" } ?? ""
    return """
      <section class="paper" id="paper-\(number)">
      <h2>\(badge(Verdict.gravest(of: paper.findings))) \(paper.file.escapedForHTML)</h2>
      <p class="note">\(summary(open, kept: kept.count, silent: silent.count))</p>
      \(failure)
      \(open.map { card(for: $0, of: paper) }.joined(separator: "\n"))
      \(list("Rules kept", kept))
      \(list("Rules that the call does not speak of", silent))
      </section>
      """
  }

  private func summary(_ open: [Finding], kept: Int, silent: Int) -> String {
    func count(_ verdict: Verdict) -> Int { open.count { $0.verdict == verdict } }
    let parts = [
      (count(.fail), "broken"), (count(.look), "for a person to look at"), (count(.couldNotCheck), "not checked"),
      (kept, "kept"), (silent, "not asked for"),
    ]
    return "Of \(open.count + kept + silent) rules: "
      + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "."
  }

  private func card(for finding: Finding, of paper: Paper) -> String {
    let rule = SubmissionChecker.rule(finding.rule)
    let picture = finding.page.flatMap { page in paper.pages.first { $0.number == page } }
    var facts: [(String, String)] = []
    if let place = place(of: finding, on: picture) { facts.append(("Where", place)) }
    if let evidence = finding.evidence { facts.append(("Found", "<q>\(evidence.escapedForHTML)</q>")) }
    if let words = callWords(on: finding.rule) { facts.append(("The call", words.escapedForHTML)) }
    if let rule { facts.append(("The check", "\(rule.method.escapedForHTML) <code>\(finding.rule)</code>")) }
    let terms = facts.map { "<dt>\($0)</dt><dd>\($1)</dd>" }.joined()
    return """
      <article class="finding \(finding.verdict.rawValue)">
      <div class="words"><h3>\(badge(finding.verdict)) \((rule?.summary ?? finding.rule).escapedForHTML)</h3>
      <p>\(finding.message.escapedForHTML)</p><dl>\(terms)</dl></div>
      \(picture.map { figure(of: $0, box: finding.box) } ?? "")
      </article>
      """
  }

  private func place(of finding: Finding, on picture: DrawnPage?) -> String? {
    guard let page = finding.page else { return nil }
    guard let box = finding.box else { return "page \(page)" }
    guard let picture else { return "page \(page), \(Int(box.y.rounded())) points from its top" }
    let middle = (x: (box.x + box.width / 2) / picture.width, y: (box.y + box.height / 2) / picture.height)
    let height = middle.y < 1.0 / 3 ? "top" : middle.y < 2.0 / 3 ? "middle" : "bottom"
    let side = box.width > 0.6 * picture.width ? "across the page" : middle.x < 0.5 ? "left half" : "right half"
    return "page \(page), \(height) third, \(side)"
  }

  /// What the venue file says, where the rule rests on one of its entries.
  private func callWords(on rule: String) -> String? {
    let venue = rules.venue
    switch rule {
    case "length.pages": return venue.pageLimit.map { SubmissionChecker.words(of: $0).capitalizedSentence }
    case "format.page-size": return venue.pageSize.map { "It asks for the page size \($0)." }
    case "format.columns": return venue.columns.map { "It asks for \($0) column\($0 == 1 ? "" : "s")." }
    case _ where rule.hasPrefix("format."): return venue.template.map { "It asks for the template \($0)." }
    case "file.size": return venue.maxFileMb.map { "It allows \($0.formatted()) MB." }
    case "file.type": return venue.fileTypes.isEmpty ? nil : "It accepts \(venue.fileTypes.joined(separator: ", "))."
    case _ where rule.hasPrefix("blind."): return venue.anonymity == .doubleBlind ? "Its review is double-blind." : nil
    case "time.deadline":
      return venue.deadlines.last { $0.what == .paper && !$0.superseded }.map { "Papers are due \($0.at)." }
    default: return SubmissionChecker.rule(rule)?.source
    }
  }

  /// The page's picture with the place marked.
  private func figure(of page: DrawnPage, box: Box?) -> String {
    let mark =
      box.map { box in
        let pad = 3.0
        return
          "<rect x=\"\(written(box.x - pad))\" y=\"\(written(box.y - pad))\" width=\"\(written(box.width + 2 * pad))\" "
          + "height=\"\(written(box.height + 2 * pad))\"/>"
      } ?? ""
    let alternative = "Page \(page.number)" + (box == nil ? "" : " with the place marked")
    return """
      <figure><svg viewBox="0 0 \(written(page.width)) \(written(page.height))" role="img" aria-label="\(alternative)">\
      <image href="data:image/png;base64,\(page.png.base64EncodedString())" width="\(written(page.width))" \
      height="\(written(page.height))"/>\(mark)</svg><figcaption>Page \(page.number)</figcaption></figure>
      """
  }

  private func list(_ title: String, _ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "" }
    let items = findings.map { finding in
      let summary = SubmissionChecker.rule(finding.rule)?.summary ?? finding.rule
      return "<li><b>\(summary.escapedForHTML)</b> \(finding.message.escapedForHTML)</li>"
    }
    return "<details><summary>\(title): \(findings.count)</summary><ul>\(items.joined())</ul></details>"
  }

  private func badge(_ verdict: Verdict) -> String {
    let word =
      switch verdict {
      case .fail: "Broken"
      case .look: "Please look"
      case .couldNotCheck: "Not checked"
      case .pass: "In order"
      case .notApplicable: "Not asked for"
      }
    return "<span class=\"badge \(verdict.rawValue)\">\(word)</span>"
  }

  private func written(_ number: Double) -> String { String(format: "%.1f", number) }
}

extension String {
  /// The text as a sentence of its own.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
