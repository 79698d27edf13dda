import PDFLayout
import Papers

/// The texts in form fields, which programs read and poppler's text leaves out, and what a file says about itself
/// under names of its own.
extension PDFObjects {
  /// The most fields and marks of a page that are looked at.
  private static let markLimit = 1_000
  /// The longest text of a field that is read, in bytes.
  private static let streamLimit = 100_000
  /// The entries of the information dictionary that others read or that tell nothing.
  private static let knownEntries: Set<String> = [
    "/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped",
    "/PTEX.Fullbanner",
  ]

  /// Returns the texts in the form fields of a page, counted from 1, as hidden text.
  func formFieldTexts(onPage number: Int) -> [HiddenText] {
    guard number <= pages.count, let page = drawing(ofPage: number) else { return [] }
    let marks = (pages[number - 1]["/Annots"]?.parts ?? []).prefix(Self.markLimit).map(\.object)
    var texts = marks.flatMap { mark -> [HiddenText] in
      guard mark["/Subtype"]?.name == "/Widget" else { return [] }
      // Hidden and not for the screen (ISO 32000-1, table 165).
      let flags = Int(min(max(mark["/F"]?.value ?? 0, 0), 1_023))
      let isWhite = Self.isWhite(appearance: mark["/DA"]?.text ?? "") && !Self.hasColoredGround(mark)
      let corners = (mark["/Rect"]?.parts ?? []).compactMap(\.object.value)
      let isPlaced = corners.count == 4 && corners.allSatisfy { $0.isFinite && abs($0) < 100_000 }
      let box =
        isPlaced
        ? page.matrix.box(of: Box(left: corners[0], top: corners[1], right: corners[2], bottom: corners[3]))
        : Box(x: 0, y: 0, width: 0, height: 0)
      let shown = (mark["/AP"]?["/N"]?.bytes).map { ContentStream.shownText(Array($0.prefix(Self.streamLimit))) }
      let reason: HiddenText.Reason =
        flags & 0x22 != 0 ? .notDrawn : isWhite || shown?.isWhite == true ? .white : .formField
      var texts = fieldTexts(of: mark)
      if let text = shown?.text, !text.isEmpty, !Self.isKnown(text, from: texts) { texts.append(text) }
      return texts.map { HiddenText(text: $0, box: box, reason: reason) }
    }
    if number == 1 {
      let placed = Set(pages.prefix(Self.markLimit).flatMap { $0["/Annots"]?.parts ?? [] }.compactMap(\.object.number))
      texts += unplacedFields(beside: placed).flatMap { fieldTexts(of: $0) }.map {
        HiddenText(text: $0, box: Box(x: 0, y: 0, width: 0, height: 0), reason: .notDrawn)
      }
    }
    return texts
  }

  /// Whether a field's default appearance inks its letters white.
  private static func isWhite(appearance: String) -> Bool {
    let words = appearance.split(whereSeparator: \.isWhitespace)
    return words.suffix(2) == ["1", "g"] || " \(words.joined(separator: " ")) ".contains(" 1 1 1 rg ")
  }

  /// Whether a field says that its ground is not white: by one number, three or four (ISO 32000-1, table 189).
  private static func hasColoredGround(_ mark: Object) -> Bool {
    let numbers = (mark["/MK"]?["/BG"]?.parts ?? []).prefix(4).compactMap(\.object.value)
    return !numbers.allSatisfy { numbers.count == 4 ? $0 < 0.03 : $0 > 0.97 }
  }

  /// Whether what is shown are words of a field, whatever stands between their letters: lines are broken and letters
  /// set closer. Those beyond ASCII have other codes.
  private static func isKnown(_ shown: String, from texts: [String]) -> Bool {
    func letters(_ text: String) -> String { String(text.filter { $0.isASCII && $0.isLetter }) }
    let own = letters(shown)
    guard !own.isEmpty else { return texts.contains(shown) }
    // Of a long value a field may show the beginning, of choices all.
    return texts.contains { letters($0).hasPrefix(own) } || letters(texts.joined()).hasPrefix(own)
  }

  /// The texts of a field: its value, that on resetting, the same with formatting, what may be chosen, its captions.
  /// A value is inherited from the fields it is a part of (ISO 32000-1, 12.7.3).
  private func fieldTexts(of field: Object) -> [String] {
    var texts: [String] = []
    for key in ["/V", "/DV", "/RV", "/Opt", "/TU"] {
      var node: Object? = field
      for _ in 0..<10 {
        guard let holder = node else { break }
        if let value = holder[key] {
          texts += strings(in: value, depth: 0)
          break
        }
        node = holder["/Parent"]
      }
    }
    for key in ["/CA", "/RC", "/AC"] { texts += field["/MK"]?[key].map { strings(in: $0, depth: 0) } ?? [] }
    // A choice, its caption and the value chosen are often the same.
    var seen: Set<String> = []
    return texts.map(Self.withoutTags).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// A string, a stream's text, or those of an array.
  private func strings(in object: Object, depth: Int) -> [String] {
    if let text = object.text { return [text] }
    if let bytes = object.bytes { return [String(decoding: bytes.prefix(Self.streamLimit), as: UTF8.self)] }
    guard depth < 3 else { return [] }
    return object.parts.prefix(Self.markLimit).filter { $0.key.isEmpty }.flatMap {
      strings(in: $0.object, depth: depth + 1)
    }
  }

  /// The fields of the form that no page shows.
  private func unplacedFields(beside placed: Set<Int32>) -> [Object] {
    var fields: [Object] = []
    var open = (root["/AcroForm"]?["/Fields"]?.parts ?? []).prefix(Self.markLimit).map(\.object)
    var seen: Set<Int32> = []
    while let field = open.popLast(), fields.count < Self.markLimit, seen.count < Self.markLimit {
      if let number = field.number, !seen.insert(number).inserted || placed.contains(number) { continue }
      let kids = (field["/Kids"]?.parts ?? []).prefix(Self.markLimit).map(\.object)
      if kids.isEmpty { fields.append(field) } else { open += kids }
    }
    return fields
  }

  /// The letters of a text with formatting; one without is left as it is.
  private static func withoutTags(_ text: String) -> String {
    guard text.contains("</") else { return text }
    var depth = 0
    var letters = ""
    for character in text {
      switch character {
      case "<":
        depth += 1
        letters.append(" ")
      case ">": depth = max(depth - 1, 0)
      default: if depth == 0 { letters.append(character) }
      }
    }
    return letters.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What the information dictionary holds under names of the program's own, such as `Company`.
  func otherInformation() -> [InformationEntry] {
    guard let information = trailer["/Info"] else { return [] }
    return information.parts.prefix(100).compactMap { key, value in
      guard !Self.knownEntries.contains(key), let text = value.text, !text.isEmpty else { return nil }
      return InformationEntry(key: String(key.dropFirst()), value: text)
    }
  }
}
