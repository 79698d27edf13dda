/// A text in which phrases are replaced by ``replacement``, and where its places went.
struct MaskedText {
  /// What a reader sees instead of a phrase. It does not tell the phrase's length.
  static let replacement = "[hidden]"

  /// The text with its replacements.
  let text: String
  /// Each replaced stretch of the original, counted in Unicode scalars.
  private let replaced: [Range<Int>]

  /// Replaces stretches of a text, which are in order and do not overlap.
  init(_ original: String, hiding hidden: [Range<String.Index>]) {
    let scalars = original.unicodeScalars
    var text = ""
    var replaced: [Range<Int>] = []
    var from = original.startIndex
    var offset = 0
    for range in hidden {
      text += original[from..<range.lowerBound] + Self.replacement
      let start = offset + scalars.distance(from: from, to: range.lowerBound)
      offset = start + scalars.distance(from: range.lowerBound, to: range.upperBound)
      replaced.append(start..<offset)
      from = range.upperBound
    }
    self.text = hidden.isEmpty ? original : text + original[from...]
    self.replaced = replaced
  }

  /// Where a place of the original is now, both in Unicode scalars; a place inside a replaced phrase is its end.
  func offset(of original: Int) -> Int {
    var shift = 0
    for range in replaced where range.lowerBound < original {
      shift += Self.replacement.unicodeScalars.count - (min(range.upperBound, original) - range.lowerBound)
    }
    return original + shift
  }
}
