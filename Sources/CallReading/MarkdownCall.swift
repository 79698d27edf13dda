import CMarkdown
import Foundation

// The only file that sees cmark-gfm: Markdown becomes HTML with the lines of its source, which the reader of HTML
// takes on, for calls in Markdown are full of HTML.

extension CallDocument {
  /// Reads Markdown with tables and strikethrough; `nil` if it is nested deeper than ``deepestNesting``.
  static func markdown(_ text: String) -> CallDocument? {
    let (body, title) = withoutFrontMatter(text)
    var document = html(
      renderedMarkdown(
        withItemsOfOtherDialects(withOutdentedTags(withTableHeaders(withBreaksBetweenDates(withoutLiquid(body)))))))
    if let title { document?.title = title }
    return document
  }

  /// Blanks the front matter, so that lines keep their numbers, and returns its title.
  static func withoutFrontMatter(_ text: String) -> (body: String, title: String?) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let mark = lines.first?.trimmingCharacters(in: .whitespaces)
    guard let mark, mark == "---" || mark == "+++" else { return (text, nil) }
    guard let end = lines.dropFirst().prefix(200).firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == mark })
    else { return (text, nil) }
    let title = lines[1..<end].lazy.compactMap { line -> String? in
      Pattern(#"^\s*title\s*[:=]\s*["']?(.*?)["']?\s*$"#).first(in: String(line))?.groups.first ?? nil
    }.first
    // What a theme shows beside the page, such as its dates, is part of the call.
    let dates = datesOfFrontMatter(lines[0...end])
    for index in 0...end {
      if let date = dates[index] {
        lines[index] = Substring(date)
        continue
      }
      let shown = Pattern(#"^\s*text\s*:\s*[\"'](.*)[\"']\s*$"#).first(in: String(lines[index]))?.groups.first ?? nil
      lines[index] = shown.map { DateGrammar.dates(in: $0).isEmpty ? "" : "- " + $0 }.map { Substring($0) } ?? ""
    }
    return (lines.joined(separator: "\n"), title)
  }

  private static let pair = Pattern(#"^(\s*)(-\s+)?([\w -]{2,40}?)\s*:\s*[\"']?(.*?)[\"']?\s*$"#)
  private static let dateKey = Pattern(#"^(date|when|day|deadline|value|until)$"#)
  private static let labelKey = Pattern(#"^(info|name|label|title|event|what|description|text|item)$"#)
  private static let deadlineKey = Pattern(#"submission|notification|camera[_ -]?ready|paper[_ -]?(deadline|due)"#)

  /// The dates of a front matter by their lines, as items: of each entry with a label and a date, and of each key that
  /// names a deadline.
  private static func datesOfFrontMatter(_ lines: ArraySlice<Substring>) -> [Int: String] {
    var dates: [Int: String] = [:]
    var label: String?
    for (index, line) in zip(lines.indices, lines) {
      guard let groups = pair.first(in: String(line))?.groups, let key = groups[2], let value = groups[3] else {
        label = nil
        continue
      }
      if groups[1] != nil { label = nil }
      if labelKey.matches(key) {
        label = value
      } else if !DateGrammar.dates(in: value).isEmpty {
        if dateKey.matches(key), let label, groups[0] != "" || groups[1] != nil {
          dates[index] = "- \(label): \(value)"
        }
        if deadlineKey.matches(key) {
          dates[index] = "- \(key.replacing("_", with: " ").replacing("-", with: " ")): \(value)"
        }
      }
    }
    return dates
  }

  /// Blanks what a site generator would fill in: its tags and values are not the call's words.
  static func withoutLiquid(_ text: String) -> String {
    var lines = text
    // What is commented out goes with its words, but not its line breaks, so that lines keep their numbers.
    for comment in liquidComment.all(in: text).reversed() {
      let words = (text as NSString).substring(
        with: NSRange(location: comment.range.lowerBound, length: comment.range.count))
      lines = (lines as NSString).replacingCharacters(
        in: NSRange(location: comment.range.lowerBound, length: comment.range.count),
        with: words.filter { $0 == "\n" })
    }
    return liquid.replacing(lines, with: "")
  }

  private static let liquidComment = Pattern(#"(?s)\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}"#)
  private static let liquid = Pattern(#"\{%.*?%\}|\{\{.*?\}\}|\{:[^}\n]*\}"#)

  /// Keeps lines apart that each have a date: their authors forgot the two blanks at the end that Markdown wants.
  private static func withBreaksBetweenDates(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isDated = lines.map { $0.count < 200 && $0.contains(where: \.isNumber) && !DateGrammar.dates(in: $0).isEmpty }
    for index in lines.indices.dropLast()
    where isDated[index]
      && (isDated[index + 1] && !goesOn.matches(lines[index + 1]) || isLabel.matches(lines[index + 1])
        || index > 0 && isDated[index - 1] && opensLine.matches(lines[index + 1]))
    {
      if !lines[index].contains("|") { lines[index] += "  " }
    }
    return lines.joined(separator: "\n")
  }

  private static let goesOn = Pattern(#"^(?-i:[a-z])"#)
  private static let opensLine = Pattern(#"^\W{0,5}([A-Z]|\d)"#)
  private static let tagLine = Pattern(#"^(\t| {4,})\s*</?[a-zA-Z][^>]*>"#)

  /// Moves tags to the left that stand far to the right below other tags: they are a page's layout, not its code.
  private static func withOutdentedTags(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var previous = ""
    for index in lines.indices {
      let trimmed = lines[index].trimmingCharacters(in: .whitespaces)
      if tagLine.matches(lines[index]), previous.hasSuffix(">") { lines[index] = trimmed }
      if !trimmed.isEmpty { previous = trimmed }
    }
    return lines.joined(separator: "\n")
  }

  private static let rule = Pattern(#"^\s*\|?(\s*:?-{2,}:?\s*\|)+(\s*:?-{2,}:?)?\s*$"#)

  /// Turns tables without a header, which other dialects have, into such as this one knows: the rule above the first row
  /// changes places with it.
  private static func withTableHeaders(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func isRow(_ index: Int) -> Bool {
      lines.indices.contains(index) && lines[index].trimmingCharacters(in: .whitespaces).hasPrefix("|")
    }
    for index in lines.indices where isRow(index) && !isRow(index - 1) && isRow(index + 1) {
      if rule.matches(lines[index]) {
        if !rule.matches(lines[index + 1]) { lines.swapAt(index, index + 1) }
      } else if !rule.matches(lines[index + 1]) {
        // Rows alone: each keeps its line, so that its words are not run together with the next one's.
        var last = index
        while isRow(last + 1) { last += 1 }
        for row in index..<last where !rule.matches(lines[row]) { lines[row] += "  " }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let isLabel = Pattern(#"^[*_ ]*[A-Z][^.:]{2,50}:"#)

  private static func renderedMarkdown(_ text: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_SOURCEPOS
    guard let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let feature = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, feature) }
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(root) }
    guard let rendered = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else { return "" }
    defer { free(rendered) }
    return String(cString: rendered)
  }
}
