import PDFLayout
import Papers

/// The texts in form fields, which programs read and poppler's text leaves out, and what a file says about itself
/// under names of its own.
extension PDFObjects {
  /// The most fields and marks of a page that are looked at.
  private static let markLimit = 1_000
  /// The entries of the information dictionary that others read or that tell nothing.
  private static let knownEntries: Set<String> = [
    "/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped",
    "/PTEX.Fullbanner",
  ]

  /// Returns the texts in the form fields of a page, counted from 1, as hidden text.
  func formFieldTexts(onPage number: Int) -> [HiddenText] {
    guard number <= pages.count, let marks = pages[number - 1]["/Annots"],
      let page = drawing(ofPage: number)
    else { return [] }
    return marks.parts.prefix(Self.markLimit).compactMap { _, mark in
      guard mark["/Subtype"]?.name == "/Widget",
        let text = mark["/V"]?.text ?? mark["/Parent"]?["/V"]?.text, !text.isEmpty
      else { return nil }
      let corners = (mark["/Rect"]?.parts ?? []).compactMap(\.object.value)
      guard corners.count == 4, corners.allSatisfy({ $0.isFinite && abs($0) < 100_000 }) else { return nil }
      let box = page.matrix.box(of: Box(left: corners[0], top: corners[1], right: corners[2], bottom: corners[3]))
      // Hidden and not for the screen (ISO 32000-1, table 165).
      let flags = Int(min(max(mark["/F"]?.value ?? 0, 0), 1_023))
      let appearance = mark["/DA"]?.text ?? ""
      let isWhite = appearance.hasSuffix("1 g") || appearance.contains("1 1 1 rg")
      return HiddenText(
        text: text, box: box, reason: flags & 0x22 != 0 ? .notDrawn : isWhite ? .white : .formField)
    }
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
