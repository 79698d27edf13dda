import Foundation
import Papers

/// What tells persons in short texts: names, e-mail addresses, paths.
enum Identity {
  /// Whether a text says itself that it names nobody.
  static func isAnonymous(_ text: String) -> Bool {
    let text = text.lowercased()
    return [
      "anonym", "blind", "author(s)", "authors", "submission", "paper id", "paper #", "withheld", "omitted", "redacted",
    ]
    .contains { text.contains($0) }
  }

  /// Whether an author's name in metadata says nothing, because a program put it there.
  static func isGeneric(_ text: String) -> Bool {
    let text = text.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
    return [
      "", "-", "author", "unknown", "user", "owner", "admin", "administrator", "root", "windows user",
      "microsoft office user",
      "latex", "tex", "pdftex", "none", "na", "n/a", "nobody", "overleaf", "default", "utente", "ieee", "acm", "me",
      "test",
    ].contains(text)
  }

  /// Whether a text has the form of a person's name, or of a list of them.
  static func looksLikeName(_ text: String) -> Bool {
    let first = text.split(whereSeparator: { ",;&".contains($0) }).first.map(String.init) ?? text
    let words = first.components(separatedBy: " and ")[0].split(separator: " ")
    guard (2...5).contains(words.count) else { return false }
    let capitals = words.count { word in
      word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || ".-'’".contains($0) }
    }
    let small = [
      "van", "von", "de", "der", "den", "da", "di", "la", "le", "el", "al", "bin", "dos", "del", "ten", "ter", "zu",
    ]
    return words.allSatisfy { $0.first?.isUppercase == true || small.contains($0.lowercased()) } && capitals >= 2
  }

  /// Small letters without accents.
  static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en_US_POSIX"))
  }

  /// The known author whose full name stands in a text; `nil` if none does.
  static func knownAuthor(in text: String, of record: SubmissionRecord) -> String? {
    guard !record.authors.isEmpty else { return nil }
    let text = words(of: text)
    return record.authors.first { author in
      let words = folded(author).split(whereSeparator: { !$0.isLetter }).map(String.init)
      guard words.count >= 2, let given = words.first, let family = words.last else { return false }
      return text.contains(" \(words.joined(separator: " ")) ") || text.contains(" \(given) \(family) ")
        || text.contains(" \(family) \(given) ")
    }
  }

  /// The known author whose family name alone stands in a short text, such as a file's name, but not in what the paper
  /// is called: names are words too.
  static func knownFamilyName(in text: String, of record: SubmissionRecord, notIn title: String) -> String? {
    let (text, title) = (words(of: text), words(of: title))
    return record.authors.first { author in
      guard let family = folded(author).split(whereSeparator: { !$0.isLetter }).last, family.count >= 5 else {
        return false
      }
      return text.contains(" \(family) ") && !title.contains(" \(family) ")
    }
  }

  /// What a title in the metadata says of who wrote the paper, such as `by Jane Roe` or `Roe et al.`, in words that the
  /// paper's own title and abstract lack; `nil` if it says nothing.
  static func nameBesideTitle(in text: String, notIn paper: Paper) -> String? {
    let known = words(of: "\(paper.title ?? "") \(paper.abstract ?? "")")
    func isNew(_ name: Substring) -> Bool {
      words(of: String(name)).split(separator: " ").allSatisfy { $0.count < 2 || !known.contains(" \($0) ") }
    }
    if let range = text.range(of: " et al", options: .caseInsensitive) {
      let name = text[..<range.lowerBound].split(separator: " ").last ?? ""
      if name.count >= 3, name.first?.isUppercase == true, isNew(name) { return "\(name) et al." }
    }
    // Titles have "by" as well: the paper's own tells which, and the last is the likeliest.
    guard paper.title != nil, let range = text.range(of: " by ", options: [.caseInsensitive, .backwards]) else {
      return nil
    }
    let end = text[range.upperBound...]
    let name = end.prefix { !",;&(|/".contains($0) }
    let first = name.split(separator: " ").prefix { $0.lowercased() != "and" }.joined(separator: " ")
    return looksLikeName(first) && !isAnonymous(first) && isNew(first[...]) ? first : nil
  }

  /// The words of a text in small letters without accents, with a blank before and after each.
  private static func words(of text: String) -> String {
    " " + folded(text).map { $0.isLetter ? String($0) : " " }.joined().split(separator: " ").joined(separator: " ")
      + " "
  }

  /// The e-mail addresses in a text; braces with several names before one host count once.
  static func mailAddresses(in text: String) -> [String] {
    text.split(whereSeparator: { " ,;<>()[]".contains($0) }).map { $0.trimmingCharacters(in: .punctuationCharacters) }
      .filter { word in
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let end = parts[1].split(separator: ".").last else { return false }
        return parts[1].contains(".") && (2...12).contains(end.count) && end.allSatisfy(\.isLetter)
          && parts[1].allSatisfy { $0.isLetter || $0.isNumber || ".-".contains($0) }
      }
  }

  /// A user's name in a path, such as that of `/home/jdoe/paper.pdf`; `nil` if there is none.
  static func userInPath(_ text: String) -> String? {
    for mark in ["/home/", "/Users/", "\\Users\\", "C:\\Documents and Settings\\", "/afs/", "/nfs/home/"] {
      guard let range = text.range(of: mark) else { continue }
      let user = text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }
      if user.count >= 2,
        !["user", "ubuntu", "runner", "root", "public", "shared", "default", "latex"].contains(user.lowercased())
      {
        return String(user)
      }
    }
    return nil
  }
}
