import Foundation
import Papers
import Triage

/// The words that would tell a blind reader who wrote one paper: the printed authors, the evidence of findings that only
/// chairs may see, and every address, since nobody knows beforehand which one leads to the authors.
///
/// Extraction may take an author line for a part of the title, and an abstract may hold the very link that a finding
/// for chairs rests on. So every text of a blind output goes through ``masked(_:)``, whatever field it comes from.
struct Identities {
  private let phrases: [String]
  /// Each word of the authors' names, in lower case.
  private let names: Set<String>
  private let hidesAddresses: Bool

  /// Nothing to hide, as in a chair's report.
  static let none = Identities(phrases: [], names: [], hidesAddresses: false)

  private init(phrases: [String], names: Set<String>, hidesAddresses: Bool) {
    self.names = names
    self.hidesAddresses = hidesAddresses
    // The longest first, so that a name inside an address does not tear the address apart.
    self.phrases = Set(phrases).sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// Collects what tells the authors of a paper.
  init(of assessment: Assessment) {
    let authors = assessment.paper?.authors ?? []
    let evidence = assessment.findings.filter { $0.visibility == .chair }.compactMap(\.evidence)
    self.init(
      phrases: authors.flatMap(Self.forms(ofName:)) + evidence.flatMap(Self.telling(in:)),
      names: Set(authors.flatMap { $0.lowercased().split { !$0.isLetter } }.filter { $0.count > 2 }.map(String.init)),
      hidesAddresses: true)
  }

  /// Returns the text with each telling phrase replaced, whole words only, whatever their case.
  func masked(_ text: String) -> MaskedText {
    var hidden = hidesAddresses ? WebAddresses.ranges(in: text) : []
    for phrase in phrases {
      var from = text.startIndex
      while let found = text.range(of: phrase, options: .caseInsensitive, range: from..<text.endIndex) {
        from = found.upperBound
        let isWhole = !text[..<found.lowerBound].endsInWord(before: text[found]) && !text[found].runsInto(text[from...])
        if isWhole { hidden.append(found) }
      }
    }
    return MaskedText(text, hiding: Self.joined(hidden))
  }

  /// Stretches in order, those that overlap as one: what only one of two covers tells as well.
  private static func joined(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }

  /// Returns a file's name with each word replaced that is a part of an author's name, also beside digits, as in
  /// `lovelace23a.pdf`.
  func masked(fileName: String) -> String {
    let whole = masked(fileName).text
    guard !names.isEmpty else { return whole }
    var result = ""
    var rest = whole[...]
    while let start = rest.firstIndex(where: \.isLetter) {
      let word = rest[start...].prefix(while: \.isLetter)
      result += rest[..<start] + (names.contains(word.lowercased()) ? MaskedText.replacement : String(word))
      rest = rest[word.endIndex...]
    }
    return result + rest
  }

  /// `Ada King Lovelace` and `A. Lovelace`. A name of one word is no phrase to search for: it may be any word.
  private static func forms(ofName name: String) -> [String] {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, let last = words.last, words.count > 1 else { return [] }
    return [words.joined(separator: " "), "\(first.prefix(1)). \(last)"]
  }

  /// The parts of a finding's evidence that tell by themselves. Single ordinary words do not: an author field that
  /// says `user` must not blacken every user in the abstract.
  private static func telling(in evidence: String) -> [String] {
    let parts = evidence.split { ",;\n".contains($0) }
      .map { ($0.split(separator: ": ").last ?? $0).trimmingCharacters(in: .whitespaces) }
    let addresses = evidence.split(whereSeparator: \.isWhitespace)
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ".,;:()[]<>\"'")) }
      .filter { $0.count >= 6 && $0.contains { $0 == "@" || $0 == "/" } }
    return ([evidence] + parts.filter(looksLikeName) + addresses).filter { isPhrase($0) || addresses.contains($0) }
  }

  private static func isPhrase(_ text: String) -> Bool {
    text.count >= 5 && text.split(whereSeparator: \.isWhitespace).count > 1
  }

  /// `Ada Lovelace` and `University of Turin`, but not a stretch of a sentence.
  private static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.allSatisfy { $0.first?.isUppercase ?? false || particles.contains($0) }
      && words.first?.first?.isUppercase ?? false
  }

  private static let particles: Set<Substring> = ["of", "and", "the", "for", "de", "da", "di", "du", "van", "von"]
}

extension Substring {
  fileprivate func endsInWord(before next: Substring) -> Bool {
    guard let last, let first = next.first else { return false }
    return last.isWordPart && first.isWordPart
  }

  fileprivate func runsInto(_ next: Substring) -> Bool { endsInWord(before: next) }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
