import PDFLayout
import Papers

/// `blind.authors`: no author is named on the pages.
struct AuthorBlockRule: BlindRule {
  let id = "blind.authors"
  let summary = "No author's name, e-mail address or affiliation stands where authors stand."
  let method =
    "The block between title and abstract, and the citation line of ACM's template. It fails when names come with an "
    + "e-mail address or an institution, or are known from --metadata; names or an institution alone are for a person, and so is an "
    + "e-mail address or ORCID anywhere else outside the bibliography. With --metadata the known authors are looked for on every page outside the bibliography."

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard submission.hasText, let page = submission.layout.pages.first else {
      return .couldNotCheck("The file has no text, so names could not be looked for.")
    }
    if let answer = knownAuthor(in: submission) { return answer }
    let block = AuthorBlock(page: page, paper: submission.paper)
    let advice = "In LaTeX, add anonymous to the class options: \\documentclass[sigconf,anonymous,review]{acmart}."
    let mails = block.lines.flatMap { line in Identity.mailAddresses(in: line.text).map { (line, $0) } }
      .filter {
        !Identity.isAnonymous($0.1) && !$0.1.hasSuffix("example.com") && !$0.1.hasSuffix("example.org")
          && !$0.1.hasPrefix("email@")
      }
    if let (line, mail) = mails.first {
      return .fail(
        "An e-mail address stands above the abstract. \(advice)", at: Answer.Place(page: page.number, box: line.box),
        evidence: mail, visibility: .chair)
    }
    let names = submission.paper.authors.filter { !Identity.isAnonymous($0) && Identity.looksLikeName($0) }
    guard let first = names.first else {
      if !block.isAnonymous, let line = block.lines.first(where: Self.isInstitutionAlone) {
        return .look(
          "An institution may be named between title and abstract. \(advice)",
          at: Answer.Place(page: page.number, box: line.box), evidence: line.text, visibility: .chair)
      }
      return address(in: submission) ?? .pass("No author is named between title and abstract.")
    }
    let place =
      block.lines.first { $0.text.contains(first.split(separator: " ").last ?? "") }?.box ?? block.lines.first?.box
    let evidence = names.joined(separator: ", ")
    let institution = block.lines.first { Self.isInstitution($0.text) && !Identity.isAnonymous($0.text) }
    guard !block.isAnonymous, institution != nil || citationLine(names: [first], in: submission) else {
      return .look(
        "What stands between title and abstract may be names of authors: \(evidence). \(advice)",
        at: Answer.Place(page: page.number, box: place), evidence: evidence, visibility: .chair)
    }
    return .fail(
      "Authors are named below the title: \(evidence). \(advice)", at: Answer.Place(page: page.number, box: place),
      evidence: evidence, visibility: .chair)
  }

  private func knownAuthor(in submission: CheckedSubmission) -> Answer? {
    for (index, page) in submission.layout.pages.enumerated() {
      for (line, part) in zip(page.lines, submission.parts.parts[index]) where part != .named(.references) {
        guard let author = Identity.knownAuthor(in: line.text, of: submission.record) else { continue }
        return .fail(
          "The name of an author known from the metadata stands on page \(page.number): \(author). Take it out, or cite "
            + "own work like that of others.",
          at: Answer.Place(page: page.number, box: line.box), evidence: author, visibility: .chair)
      }
    }
    return nil
  }

  /// An e-mail address or an ORCID in the text, whoever's it is.
  private func address(in submission: CheckedSubmission) -> Answer? {
    for (index, page) in submission.layout.pages.enumerated() {
      for (line, part) in zip(page.lines, submission.parts.parts[index]) where part != .named(.references) {
        // The rights block of ACM's template has an address for permissions.
        let mail = Identity.mailAddresses(in: line.text).first {
          !$0.hasSuffix("@acm.org") && !$0.lowercased().hasPrefix("permissions@") && !Identity.isAnonymous($0)
            && !$0.contains("example.") && !$0.hasPrefix("email@")
        }
        let orcid = line.text.firstMatch(of: /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/).map { String($0.output) }
        guard let found = mail ?? orcid else { continue }
        return .look(
          "\(mail == nil ? "A number like an ORCID" : "An e-mail address") stands on page \(page.number). If it is an author's, "
            + "take it out.", at: Answer.Place(page: page.number, box: line.box), evidence: found, visibility: .chair)
      }
    }
    return nil
  }

  /// Whether ACM's citation line names one of the persons.
  private func citationLine(names: [String], in submission: CheckedSubmission) -> Bool {
    submission.flow.matches(of: "acm reference format").contains { match in
      let text = submission.flow.text(from: match.offset, count: 300)
      return names.contains { text.contains($0.lowercased()) }
    }
  }

  /// Whether a line is an institution's name rather than a subtitle or a caption that speaks of one.
  private static func isInstitutionAlone(_ line: TextLine) -> Bool {
    let words = line.text.split(separator: " ")
    return (2...7).contains(words.count) && isInstitution(line.text) && line.mainRun.fontSize < 11.5
      && !line.text.contains { ":.?!".contains($0) || $0.isNumber }
      && words.allSatisfy { word in
        word.first?.isUppercase == true || ["of", "for", "and", "the", "de", "at", "in"].contains(word)
      }
  }

  private static func isInstitution(_ text: String) -> Bool {
    let text = text.lowercased()
    return [
      "universit", "institut", "laborator", "college", "school of", "department", "faculty", " inc.", " inc",
      "corporation",
      "gmbh", "ltd", "research", "academy", "eth ", "politecnico", " labs", "orcid", "company", " ag",
    ].contains { text.contains($0) }
  }
}

/// The lines between title and abstract on the first page.
private struct AuthorBlock {
  let lines: [TextLine]
  let isAnonymous: Bool

  init(page: PageLayout, paper: Paper) {
    let horizontal = page.lines.filter { $0.direction == .horizontal }
    let abstract = horizontal.first { line in
      let text = line.text.lowercased()
      return text.hasPrefix("abstract") || text.hasPrefix("1 introduction") || text.hasPrefix("summary")
    }
    let bottom = abstract?.box.top ?? page.height * 0.4
    let titleWords = paper.title.map { Set($0.lowercased().split(separator: " ")) } ?? []
    lines = horizontal.filter { line in
      guard line.box.bottom < bottom + 2 else { return false }
      let words = line.text.lowercased().split(separator: " ")
      return words.count { titleWords.contains($0) } * 10 < max(words.count, 1) * 8
    }
    isAnonymous = lines.contains { Identity.isAnonymous($0.text) }
  }
}
