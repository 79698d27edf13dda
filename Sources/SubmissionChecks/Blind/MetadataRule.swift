import Foundation
import PDFLayout
import Papers

/// `blind.metadata`: the file's own data names no author.
struct MetadataRule: BlindRule {
  let id = "blind.metadata"
  let summary = "The file's metadata (information dictionary and XMP) names no author and no user's folder."
  let method =
    "Author, title, subject, keywords, creator and producer, the creators in XMP, and what word processors note "
    + "(company, manager). A person's name as author fails, as does any name known from --metadata; another author, a path with a user's name, or a title with \"by\" and a name is for a person. "
    + "'Anonymous' and what programs put there by themselves are no names."

  /// The names under which word processors note whose copy of the program it is and who worked on the text.
  private static let owners: Set<String> = [
    "Company", "Manager", "LastModifiedBy", "Last Author", "Owner", "Organization",
  ]

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard let facts = submission.layout.facts else { return .couldNotCheck("The file's metadata is not known.") }
    let advice =
      "In LaTeX, add anonymous to acmart's options, or write \\hypersetup{pdfauthor={}}; in Word, use File, Inspect Document."
    var entries = facts.information.map { ($0.key, $0.value) }
    entries += Self.creators(in: facts.xmp).map { ("XMP creator", $0) }
    entries += Self.texts(of: ["dc:title"], in: facts.xmp).map { ("XMP title", $0) }
    entries += Self.owners.sorted().flatMap { key in Self.values(of: key, in: facts.xmp).map { (key, $0) } }
    for (key, value) in [
      ("Title", submission.layout.metadata.title), ("Producer", submission.layout.metadata.producer),
    ] {
      if let value { entries.append((key, value)) }
    }
    for (key, value) in entries {
      if let author = Identity.knownAuthor(in: value, of: submission.record) {
        return .fail(
          "The file's metadata names an author (\(key): \(author)). \(advice)", evidence: "\(key): \(value)",
          visibility: .chair)
      }
    }
    for (key, value) in entries
    where ["Title", "Subject", "Keywords", "Author", "XMP creator", "XMP title"].contains(key) {
      let title = "\(submission.paper.title ?? "") \(submission.paper.abstract ?? "")"
      if let author = Identity.knownFamilyName(in: value, of: submission.record, notIn: title) {
        return .look(
          "The file's metadata may name an author (\(key): \(author)). \(advice)", evidence: "\(key): \(value)",
          visibility: .chair)
      }
    }
    for (key, value) in entries where ["Title", "XMP title", "Subject"].contains(key) {
      guard let name = Identity.nameBesideTitle(in: value, notIn: submission.paper) else { continue }
      return .look(
        "The file's metadata may name an author (\(key)). \(advice)", evidence: "\(key): \(name)", visibility: .chair)
    }
    var doubt: Answer?
    for (key, value) in entries where key == "Author" || key == "XMP creator" {
      guard !Identity.isAnonymous(value), !Identity.isGeneric(value) else { continue }
      if Identity.looksLikeName(value) {
        return .fail(
          "The file's metadata names an author (\(key)). Readers see it under the file's properties. \(advice)",
          evidence: "\(key): \(value)", visibility: .chair)
      }
      doubt =
        doubt
        ?? .look(
          "The file's metadata has an author that may be a person or user (\(key)). \(advice)",
          evidence: "\(key): \(value)",
          visibility: .chair)
    }
    if let doubt { return doubt }
    for (key, value) in entries where Self.owners.contains(key) {
      guard !Identity.isAnonymous(value), !Identity.isGeneric(value) else { continue }
      return .look(
        "The file's metadata may name the authors' institution or a person (\(key)). \(advice)",
        evidence: "\(key): \(value)",
        visibility: .chair)
    }
    for (key, value) in entries + [("XMP", facts.xmp ?? "")] {
      if let mail = Identity.mailAddresses(in: value).first, !Identity.isAnonymous(mail), key != "Producer",
        key != "Creator", key != "XMP"
      {
        return .look(
          "The file's metadata holds an e-mail address (\(key)). \(advice)", evidence: "\(key): \(mail)",
          visibility: .chair)
      }
      if let user = Identity.userInPath(value) {
        return .look(
          "The file's metadata holds a path with a user's name (\(key)). \(advice)", evidence: "\(key): \(user)",
          visibility: .chair)
      }
    }
    return .pass("The file's metadata names nobody.")
  }

  /// The values of a key of any namespace in XMP, as an element or as an attribute of one.
  static func values(of key: String, in xmp: String?) -> [String] {
    guard let xmp, !key.contains(" ") else { return [] }
    var values: [String] = []
    for (mark, end) in [(":\(key)>", "<"), (":\(key)=\"", "\""), (":\(key)='", "'")] {
      var rest = xmp[...]
      while let start = rest.range(of: mark), values.count < 10 {
        rest = rest[start.upperBound...]
        let value = rest.prefix { String($0) != end }.trimmingCharacters(in: .whitespacesAndNewlines)
        // After a closing tag comes nothing, or the next element.
        if !value.isEmpty, value.utf8.count < 300 { values.append(value) }
      }
    }
    return values
  }

  /// The names in `dc:creator` and `pdf:Author` of XMP.
  static func creators(in xmp: String?) -> [String] {
    texts(of: ["dc:creator", "pdf:Author", "photoshop:AuthorsPosition", "xmpRights:Owner"], in: xmp)
  }

  /// The texts of elements of XMP, without the tags inside.
  private static func texts(of tags: [String], in xmp: String?) -> [String] {
    guard let xmp else { return [] }
    var names: [String] = []
    for tag in tags {
      guard let start = xmp.range(of: "<\(tag)"), let end = xmp.range(of: "</\(tag)>"),
        start.upperBound <= end.lowerBound
      else { continue }
      let inner = xmp[start.upperBound..<end.lowerBound]
      // Text between tags.
      var depth = 1
      var text = ""
      for character in inner {
        switch character {
        case "<": depth += 1
        case ">":
          depth -= 1
          text += "\n"
        default: if depth == 0 { text.append(character) }
        }
      }
      names += text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter {
        !$0.isEmpty
      }
    }
    return names
  }
}
