import Foundation
import PDFLayout
import Papers

/// `blind.links`: no link leads to the authors.
struct LinksRule: BlindRule {
  let id = "blind.links"
  let summary = "No link leads to the authors' own pages, code or data."
  let method =
    "Link targets, also under innocent text, and addresses printed in the text. Links in the bibliography are citations. "
    + "Code hosts are the business of everybody: they are for a person only where the sentence says that the material is "
    + "the authors' own, or where the text hides the address. What the bibliography cites, and what organisations and "
    + "projects of that name publish, is others' work unless a sentence hands it out as the authors'. Anonymous mirrors are no findings. A profile (ORCID, "
    + "LinkedIn), a mail address, a link that claims to be anonymous and is not, and a known author's name in an "
    + "address fail."

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard submission.layout.facts != nil else { return .couldNotCheck("The file's links are not known.") }
    let others = OthersWork(submission)
    var doubt: Answer?
    for (index, page) in submission.layout.pages.enumerated() {
      for link in page.facts?.links ?? [] where link.kind == .address {
        guard let target = WebTarget(link.target), !target.isAnonymous else { continue }
        let lines = Self.lines(under: link.box, on: page)
        let part = lines.first.map { submission.parts.parts[index][$0] } ?? .body
        guard part != .named(.references) else { continue }
        let text = lines.map { page.lines[$0].text }.joined(separator: " ")
        let shown = Self.shownText(under: link.box, on: page)
        if let answer = answer(target, others, text: text, shown: shown, page: page, box: link.box, submission) {
          if answer.verdict == .fail { return answer }
          doubt = doubt ?? answer
        }
      }
    }
    return doubt ?? printedAddress(in: submission, others) ?? .pass("No link leads to the authors.")
  }

  private func answer(
    _ target: WebTarget, _ others: OthersWork, text: String, shown: String, page: PageLayout, box: Box,
    _ submission: CheckedSubmission
  ) -> Answer? {
    let place = Answer.Place(page: page.number, box: box)
    let advice = "Replace it by an anonymous mirror, such as anonymous.4open.science, or by [link removed for review]."
    if let author = submission.record.authors.first(where: { Self.names($0, in: target.address) }) {
      return .fail(
        "A link on page \(page.number) leads to an address with an author's name in it (\(author)). \(advice)",
        at: place,
        evidence: target.address, visibility: .chair)
    }
    if target.kind == .profile || target.kind == .mail {
      return .fail(
        "A link on page \(page.number) leads to a person (\(target.host)). \(advice)", at: place,
        evidence: target.address,
        visibility: .chair)
    }
    guard target.kind != .other else { return nil }
    let isOthers = others.holds(target)
    if isOthers, !Self.isClaimed(text, around: box, on: page) { return nil }
    if Identity.isAnonymous(shown) {
      return .fail(
        "A link on page \(page.number) says that it is anonymous, but leads to \(target.host). Readers see the address when "
          + "they hover over it. \(advice)", at: place, evidence: target.address, visibility: .chair)
    }
    let isHidden = target.kind == .own && !isOthers && !shown.lowercased().contains(target.host) && !shown.contains("/")
    guard isHidden || target.kind == .page || isOthers || Self.isOwn(text, around: box, on: page) else { return nil }
    return .look(
      "A link on page \(page.number) may lead to the authors' own material (\(target.host)). If it does: \(advice)",
      at: place,
      evidence: target.address, visibility: .chair)
  }

  /// Addresses that are printed but are no links.
  private func printedAddress(in submission: CheckedSubmission, _ others: OthersWork) -> Answer? {
    for host in ["github.com/", "gitlab.com/", "github.io", "bitbucket.org/", "huggingface.co/", "drive.google.com/"] {
      for match in submission.flow.matches(of: host) where match.part != .named(.references) {
        let before = submission.flow.text(from: max(match.offset - 160, 0), count: min(match.offset, 160))
        let after = submission.flow.text(from: match.offset, count: 60)
        guard WebTarget.isOwn(before), !Identity.isAnonymous(after) else { continue }
        let address = String(after.split(separator: " ").first ?? "")
        if let target = WebTarget(address.trimmingCharacters(in: .punctuationCharacters)), others.holds(target),
          !Self.claims(before)
        {
          continue
        }
        return .look(
          "An address on page \(match.place.page) may be that of the authors' own material. If it is, replace it by an "
            + "anonymous mirror, such as anonymous.4open.science.", at: match.place,
          evidence: String(after.split(separator: " ").first ?? ""), visibility: .chair)
      }
    }
    return nil
  }

  private static func names(_ author: String, in address: String) -> Bool {
    let words = Identity.folded(author).split(whereSeparator: { !$0.isLetter }).map(String.init)
    guard let family = words.last, family.count >= 4 else { return false }
    return Identity.folded(address).contains(family)
  }

  private static func lines(under box: Box, on page: PageLayout) -> [Int] {
    page.lines.indices.filter { index in
      let line = page.lines[index].box
      return line.verticalOverlap(with: box) > 0.4 * min(line.height, box.height)
        && line.horizontalOverlap(with: box) > 0
    }
  }

  private static func shownText(under box: Box, on page: PageLayout) -> String {
    page.lines.flatMap(\.runs).filter { run in
      run.box.verticalOverlap(with: box) > 0.4 * min(run.box.height, box.height)
        && run.box.horizontalOverlap(with: box) > 0.3 * min(run.box.width, box.width)
    }.map(\.text).joined(separator: " ")
  }

  /// Whether the link's line, or one of the two before it, speaks of the authors' own material.
  private static func isOwn(_ text: String, around box: Box, on page: PageLayout) -> Bool {
    WebTarget.isOwn(words(text, around: box, on: page))
  }

  /// Whether the sentence hands out the material as the authors' own, rather than saying what it is built on.
  private static func isClaimed(_ text: String, around box: Box, on page: PageLayout) -> Bool {
    claims(words(text, around: box, on: page))
  }

  private static func claims(_ words: String) -> Bool {
    WebTarget.claims.contains { claim in
      guard let place = words.range(of: claim) else { return false }
      let after = words[place.upperBound...].prefix(80)
      return ![
        "based on", "builds on", "built on", "build on", "on top of", "using ", "uses ", "derived from", "extends ",
        "fork of", "written in",
        "written with", "adapted from", "taken from", "from ", "relies on", "inside ", "within ",
      ].contains { after.contains($0) }
    }
  }

  private static func words(_ text: String, around box: Box, on page: PageLayout) -> String {
    let near = page.lines.filter { line in
      line.box.horizontalOverlap(with: box) > -10 && line.box.bottom > box.top - 26 && line.box.top < box.bottom
    }
    return (near.map(\.text).joined(separator: " ") + " " + text).lowercased()
  }
}
