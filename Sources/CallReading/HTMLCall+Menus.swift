import Foundation

/// Menus of a page, which are no words of the call.
extension CallDocument {
  /// Blanks the menus before the page is parsed, so that lines keep their numbers: libxml2 passes over a `</nav>` before
  /// which a `<div>` was not closed, where browsers end the menu, and the rest of the page would be taken for menu.
  static func withoutMenus(_ text: String) -> String {
    guard text.utf8.count < 2_000_000, text.contains("</nav") || text.contains("</NAV") else { return text }
    var result = text as NSString
    var start: Int?
    var depth = 0
    var menus: [Range<Int>] = []
    for tag in menuTag.all(in: text) {
      if tag.groups[0] == nil {
        if depth == 0 { start = tag.range.lowerBound }
        depth += 1
      } else if depth > 0 {
        depth -= 1
        if depth == 0, let start { menus.append(start..<tag.range.upperBound) }
      }
    }
    for menu in menus.reversed() {
      let range = NSRange(location: menu.lowerBound, length: menu.count)
      let words = result.substring(with: range)
      // A comment that reaches into a menu, or out of it, is left to the parser.
      guard words.components(separatedBy: "<!--").count == words.components(separatedBy: "-->").count else { continue }
      result = result.replacingCharacters(in: range, with: words.filter(\.isNewline)) as NSString
    }
    return result as String
  }

  private static let menuTag = Pattern(#"<(/)?nav(?=[\s>])[^>]*>"#)
}
