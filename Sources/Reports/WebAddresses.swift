/// Finds what leads to a person or a place on the web: links, e-mail addresses, ORCID and arXiv numbers.
///
/// Abstracts give links with and without their scheme, so a word is a link too if it begins with a host under a usual
/// ending and goes on with a path, or has three parts, as `github.com/ada` and `ada.github.io` do.
enum WebAddresses {
  private static let endings: Set<Substring> = [
    "com", "org", "net", "io", "edu", "gov", "ai", "dev", "app", "me", "info", "cloud", "page", "site", "science",
    "tech", "xyz", "co", "eu", "uk", "de", "fr", "it", "es", "ch", "at", "nl", "be", "se", "no", "fi", "dk", "pl", "cz",
    "pt", "gr", "ie", "ca", "us", "au", "nz", "jp", "cn", "kr", "in", "sg", "hk", "tw", "br", "il", "ly", "gl", "ws",
  ]

  /// The stretches of a text that are addresses, in order, without the signs around them.
  static func ranges(in text: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      // Few words have any of these signs within; all addresses have.
      guard word.dropLast().contains(where: { "@/.:-".utf8.contains($0) }) else { continue }
      let bare = Substring(word).trimmed
      if isAddress(bare) { ranges.append(bare.startIndex..<bare.endIndex) }
    }
    return ranges
  }

  private static func isAddress(_ word: Substring) -> Bool {
    if word.contains("://") || word.hasPrefix("www.") { return true }
    let parts = word.split(separator: "@")
    if parts.count > 1, parts[1].contains(".") { return true }
    if word.lowercased().hasPrefix("arxiv:"), word.dropFirst(6).first?.isNumber == true { return true }
    return isORCID(word) || beginsWithHost(word)
  }

  /// `0000-0002-1825-0097`; the last sign may be an X.
  private static func isORCID(_ word: Substring) -> Bool {
    let groups = word.split(separator: "-", omittingEmptySubsequences: false)
    return groups.count == 4 && groups.allSatisfy { $0.count == 4 }
      && groups.joined().dropLast().allSatisfy(\.isASCIIDigit)
      && (word.last == "X" || word.last?.isASCIIDigit == true)
  }

  private static func beginsWithHost(_ word: Substring) -> Bool {
    let host = word.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, endings.contains(last) else { return false }
    let isHost = labels.allSatisfy { label in
      !label.isEmpty && label.utf8.allSatisfy { $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "z") ~= $0 }
    }
    return isHost && (labels.count > 2 || host.endIndex < word.endIndex)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Substring {
  /// Without brackets, quotation marks and the signs that end a sentence.
  fileprivate var trimmed: Substring {
    let around = "([{<\"'“”‘’)]}>.,;:!?"
    var word = drop { around.contains($0) }
    while let last = word.last, around.contains(last) { word.removeLast() }
    return word
  }
}
