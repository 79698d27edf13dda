import CHTML
import Foundation

// The only file that sees libxml2: a page becomes a call's blocks.

extension CallDocument {
  /// The deepest nesting that is followed; pages that people write have under 40.
  static let deepestNesting = 200

  /// Reads an HTML page. Comments, scripts, navigation and what is not shown are dropped; struck text is kept as
  /// struck. `nil` if the page is nested deeper than ``deepestNesting``.
  static func html(_ text: String) -> CallDocument? {
    let options =
      Int32(HTML_PARSE_RECOVER.rawValue) | Int32(HTML_PARSE_NOERROR.rawValue) | Int32(HTML_PARSE_NOWARNING.rawValue)
      | Int32(HTML_PARSE_NONET.rawValue) | Int32(HTML_PARSE_COMPACT.rawValue)
    var text = withoutMenus(text)
    let document = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8", options)
      }
    }
    guard let document else { return CallDocument(title: nil, blocks: []) }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return CallDocument(title: nil, blocks: []) }
    var reader = HTMLBlockReader(drops: .navigation)
    guard reader.read(root) else { return nil }
    var withMenus = HTMLBlockReader(drops: .controls)
    guard withMenus.read(root) else { return nil }
    var everything = HTMLBlockReader(drops: .nothing)
    guard everything.read(root) else { return nil }
    // A page whose very content stands in a form, or in an element named like a menu, is read whole.
    let most = everything.document.size
    return [reader, withMenus].first { $0.document.size * 3 >= most }?.document ?? everything.document
  }
}

/// Walks a page's elements and collects blocks.
private struct HTMLBlockReader {
  private(set) var document = CallDocument(title: nil, blocks: [])
  private let drops: Dropped
  private var current = MarkedText()
  private var kind = CallDocument.Block.Kind.paragraph
  private var listDepth = 0
  private var itemNesting = 0

  private struct Style {
    var isStruck = false
    var isStrong = false
    var isPreformatted = false
    var line = 1
  }

  /// What a reading leaves out of a page.
  enum Dropped {
    /// Menus, footers, and what is named like them.
    case navigation
    /// Only menus, forms and buttons that are elements of their own.
    case controls
    /// Nothing that is shown.
    case nothing
  }

  init(drops: Dropped) { self.drops = drops }

  mutating func read(_ root: xmlNodePtr) -> Bool {
    let isRead = visit(root, Style(), depth: 0)
    endBlock()
    return isRead
  }

  private mutating func endBlock() {
    let text = current.trimmed
    if !text.isEmpty { document.blocks.append(.init(kind: kind, text: text)) }
    current = MarkedText()
    kind = .paragraph
  }

  private static let hidden: Set = [
    "script", "style", "noscript", "iframe", "select", "template", "svg", "object", "audio", "video", "canvas",
  ]
  private static let cardTitle = Pattern(
    #"\b(card|topic|box|feature|panel|accordion|tile|tab|track|theme)[-_]{1,2}(title|heading|header|name|label)\b"#)
  private static let chip = Pattern(#"(^|[\s_-])(badge|chip|pill|tag|topic)s?($|[\s_-])"#)

  /// Whether an element is the title of a card, which pages show in bold by their style sheet.
  private func namesCardTitle(_ node: xmlNodePtr, _ name: String) -> Bool {
    ["div", "p", "span"].contains(name) && Self.cardTitle.matches(attribute("class", node) ?? "")
  }

  /// Whether an element is one of several labels that stand side by side.
  private func isChip(_ node: xmlNodePtr) -> Bool {
    guard itemNesting == 0, let parent = node.pointee.parent.flatMap(Self.elementName),
      ["div", "section"].contains(parent)
    else { return false }
    return Self.chip.matches(attribute("class", node) ?? "")
  }

  private static let ofWordProcessor = Pattern(#"^(c\d+\s?)+$|^(Mso\w+|SpellE|GramE)"#)

  /// Whether an element follows another of a class of its own, from which the style sheet keeps it apart.
  private func isBesideAnother(_ node: xmlNodePtr) -> Bool {
    guard let before = node.pointee.prev, Self.elementName(before) == "span" else { return false }
    guard let own = attribute("class", node), attribute("class", before) != nil else { return false }
    // Word processors cut words into spans with classes of their own; a piece in lower case goes on with its word.
    let text = Self.plainText(of: node) ?? ""
    let goesOn = text.first?.isLowercase ?? false && !text.contains(where: \.isWhitespace)
    return !goesOn && !Self.ofWordProcessor.matches(own)
  }

  private static let controls: Set = ["nav", "footer", "form", "button"]
  private static let blockElements: Set = [
    "p", "div", "section", "article", "main", "aside", "header", "blockquote", "center", "address", "fieldset", "body",
    "figure", "figcaption", "hr", "details", "summary", "tbody", "thead", "tfoot", "dl", "html", "nav", "footer",
    "form",
  ]
  private static let navigationNames: Set = [
    "nav", "navbar", "leftnav", "topnav", "sidenav", "menu", "footer", "breadcrumb", "breadcrumbs", "navigation",
    "sponsors", "cookie", "toc",
  ]

  private mutating func visit(_ node: xmlNodePtr, _ style: Style, depth: Int) -> Bool {
    guard depth <= CallDocument.deepestNesting else { return false }
    if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
      guard let content = node.pointee.content else { return true }
      let text = String(cString: content)
      reopenItem(before: text, node)
      append(text, node, style)
      return true
    }
    guard node.pointee.type == XML_ELEMENT_NODE, let rawName = node.pointee.name else { return true }
    let name = String(cString: rawName).lowercased()
    if isDropped(node, name) { return true }
    var style = style
    style.line = sourceLine(node) ?? style.line
    if ["del", "s", "strike"].contains(name) || (attribute("style", node) ?? "").lowercased().contains("line-through") {
      style.isStruck = true
    }
    if ["b", "strong"].contains(name) || namesCardTitle(node, name) { style.isStrong = true }
    switch name {
    case "title":
      if document.title == nil { document.title = Self.plainText(of: node) }
      return true
    case "head":
      return children(node, style, depth)
    case "br":
      current.appendBreak()
      return true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return heading(node, Int(name.dropFirst()) ?? 6, style, depth)
    case "ul", "ol", "menu", "dir":
      endBlock()
      listDepth += 1
      let outer = itemNesting
      itemNesting = 0
      let isRead = children(node, style, depth)
      endBlock()
      listDepth -= 1
      itemNesting = outer
      return isRead
    case "li":
      let parent = node.pointee.parent.flatMap { $0.pointee.name }.map { String(cString: $0) }
      return item(node, depth: max(1, listDepth), isNumbered: parent == "ol", style, depth)
    case "dt": return item(node, depth: listDepth + 1, isNumbered: false, style, depth)
    case "dd": return item(node, depth: listDepth + 2, isNumbered: false, style, depth)
    case "pre" where takePlainText(node, style): return true
    case "pre":
      style.isPreformatted = true
      return wrapped(node, .preformatted, style, depth)
    case "table": return Self.isLayout(node) ? block(node, style, depth) : block(node, style, depth)
    case "tr":
      if let table = enclosingTable(of: node), !Self.isLayout(table) { return row(node, style, depth) }
      return block(node, style, depth)
    case "td", "th": return block(node, style, depth)
    case "span" where isChip(node): return block(node, style, depth)
    case "span" where isBesideAnother(node):
      current.append(" ", line: style.line)
      return children(node, style, depth)
    case _ where Self.blockElements.contains(name): return block(node, style, depth)
    default: return children(node, style, depth)
    }
  }

  private mutating func children(_ node: xmlNodePtr, _ style: Style, _ depth: Int) -> Bool {
    var child = node.pointee.children
    while let node = child {
      guard visit(node, style, depth: depth + 1) else { return false }
      child = node.pointee.next
    }
    return true
  }

  /// Inside an item or a cell a block is only a break, so that a date and its label stay together.
  private mutating func block(_ node: xmlNodePtr, _ style: Style, _ depth: Int) -> Bool {
    if itemNesting > 0 {
      current.appendBreak()
      defer { current.appendBreak() }
      return children(node, style, depth)
    }
    endBlock()
    defer { endBlock() }
    return children(node, style, depth)
  }

  private mutating func wrapped(
    _ node: xmlNodePtr, _ wanted: CallDocument.Block.Kind, _ style: Style, _ depth: Int
  ) -> Bool {
    guard itemNesting == 0 else { return block(node, style, depth) }
    endBlock()
    kind = wanted
    defer { endBlock() }
    return children(node, style, depth)
  }

  /// How many preformatted elements were read as plain text, and the shortest that is.
  private var plainTexts = 0
  private static let shortestPlainText = 300

  /// Reads a preformatted element as the plain text that it is, with its bullets and headings, if nothing in it is
  /// marked up; a call that was sent as a mail stands so on many pages.
  private mutating func takePlainText(_ node: xmlNodePtr, _ style: Style) -> Bool {
    guard itemNesting == 0, plainTexts < 20, !Self.holdsStructure(node, depth: 0) else { return false }
    guard let content = xmlNodeGetContent(node) else { return false }
    defer { free(content) }
    let text = String(cString: content)
    guard text.utf8.count >= Self.shortestPlainText, text.utf8.count < CallReader.mostText else { return false }
    plainTexts += 1
    collected += text.utf8.count
    endBlock()
    // Empty lines before it give its lines their numbers in the file.
    let first = hasSourceLines ? style.line : Int(xmlGetLineNo(node))
    let above = String(repeating: "\n", count: min(max(0, first - 1), 20_000))
    document.blocks += CallDocument.text(above + text).blocks
    return true
  }

  private static func holdsStructure(_ node: xmlNodePtr, depth: Int) -> Bool {
    guard depth < 20 else { return true }
    var child = node.pointee.children
    while let node = child {
      child = node.pointee.next
      if let name = elementName(node),
        !["a", "b", "strong", "i", "em", "code", "span", "font", "u", "tt"].contains(name)
      {
        return true
      }
      if holdsStructure(node, depth: depth + 1) { return true }
    }
    return false
  }

  /// Takes text that stands in a list after an item's end for more of that item, whose end tag came too early.
  private mutating func reopenItem(before text: String, _ node: xmlNodePtr) {
    guard listDepth > 0, itemNesting == 0, current.isEmpty, let last = document.blocks.last, last.isItem,
      let list = node.pointee.parent.flatMap(Self.elementName), list == "ul" || list == "ol",
      text.contains(where: \.isLetter), let before = node.pointee.prev, Self.elementName(before) == "li"
    else { return }
    document.blocks.removeLast()
    kind = last.kind
    current.append(last.text, after: "")
    current.append(" ", line: last.line)
  }

  private mutating func heading(_ node: xmlNodePtr, _ level: Int, _ style: Style, _ depth: Int) -> Bool {
    wrapped(node, .heading(level: level), style, depth)
  }

  private mutating func item(
    _ node: xmlNodePtr, depth itemDepth: Int, isNumbered: Bool, _ style: Style, _ depth: Int
  ) -> Bool {
    endBlock()
    kind = .item(depth: itemDepth, isNumbered: isNumbered)
    itemNesting += 1
    defer {
      itemNesting -= 1
      endBlock()
    }
    return children(node, style, depth)
  }

  private mutating func row(_ node: xmlNodePtr, _ style: Style, _ depth: Int) -> Bool {
    guard itemNesting == 0 else { return block(node, style, depth) }
    endBlock()
    var cells: [MarkedText] = []
    var isHeader = true
    var child = node.pointee.children
    while let cell = child {
      child = cell.pointee.next
      guard cell.pointee.type == XML_ELEMENT_NODE, let name = cell.pointee.name else { continue }
      if String(cString: name).lowercased() == "td" { isHeader = false }
      itemNesting += 1
      current = MarkedText()
      let isRead = children(cell, style, depth + 1)
      itemNesting -= 1
      guard isRead else { return false }
      cells.append(current.trimmed)
      current = MarkedText()
    }
    for (index, cell) in cells.enumerated() {
      if index > 0 { current.appendCellBreak() }
      current.append(cell, after: "")
    }
    kind = .row(isHeader: isHeader)
    endBlock()
    return true
  }

  /// How much text was collected, in UTF-8 units; more than a call may have is not walked through.
  private var collected = 0

  private mutating func append(_ text: String, _ node: xmlNodePtr, _ style: Style) {
    guard collected <= 3 * CallReader.mostText else { return }
    collected += text.utf8.count
    let end = Int(xmlGetLineNo(node))
    // The parser counts a text's line at its end; Markdown gives the line of the block.
    let line = hasSourceLines ? style.line : max(1, end - text.count(where: \.isNewline))
    if style.isPreformatted {
      for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { current.appendBreak() }
        current.append(String(part), line: line + index, isStruck: style.isStruck, isStrong: style.isStrong)
      }
    } else {
      current.append(text, line: line, isStruck: style.isStruck, isStrong: style.isStrong)
    }
  }

  private var hasSourceLines = false

  private mutating func sourceLine(_ node: xmlNodePtr) -> Int? {
    guard let position = attribute("data-sourcepos", node), let line = Int(position.prefix { $0 != ":" }) else {
      return nil
    }
    hasSourceLines = true
    return line
  }

  private func isDropped(_ node: xmlNodePtr, _ name: String) -> Bool {
    if Self.hidden.contains(name) || drops != .nothing && Self.controls.contains(name) { return true }
    if let style = attribute("style", node)?.lowercased().replacing(" ", with: ""), style.contains("display:none") {
      return true
    }
    guard drops == .navigation, name != "body", name != "html", name != "main" else { return false }
    if attribute("role", node) == "navigation" { return true }
    let names = "\(attribute("id", node) ?? "") \(attribute("class", node) ?? "")".lowercased()
    return names.split(whereSeparator: { !$0.isLetter }).contains { Self.navigationNames.contains(String($0)) }
      && !names.contains("content")
  }

  private func attribute(_ name: String, _ node: xmlNodePtr) -> String? {
    guard let value = xmlGetProp(node, name) else { return nil }
    defer { free(value) }  // libxml2 allocates with malloc unless told otherwise, and we never do.
    return String(cString: value)
  }

  private func enclosingTable(of node: xmlNodePtr) -> xmlNodePtr? {
    var parent = node.pointee.parent
    while let node = parent {
      if Self.elementName(node) == "table" { return node }
      parent = node.pointee.parent
    }
    return nil
  }

  private static func elementName(_ node: xmlNodePtr) -> String? {
    guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name else { return nil }
    return String(cString: name).lowercased()
  }

  /// Whether a table only arranges a page: a cell of it holds lists, headings, tables or several paragraphs.
  private static func isLayout(_ table: xmlNodePtr) -> Bool {
    var budget = 5_000
    func holdsBlocks(_ node: xmlNodePtr, _ depth: Int, _ paragraphs: inout Int) -> Bool {
      budget -= 1
      guard budget > 0, depth < CallDocument.deepestNesting else { return true }
      var child = node.pointee.children
      while let node = child {
        child = node.pointee.next
        guard let name = elementName(node) else { continue }
        if name == "td" || name == "th" { paragraphs = 0 }
        if name == "p" { paragraphs += 1 }
        if paragraphs > 2 || ["table", "ul", "ol", "h1", "h2", "h3", "h4"].contains(name) { return true }
        if holdsBlocks(node, depth + 1, &paragraphs) { return true }
      }
      return false
    }
    var paragraphs = 0
    return holdsBlocks(table, 0, &paragraphs)
  }

  private static func plainText(of node: xmlNodePtr) -> String? {
    guard let content = xmlNodeGetContent(node) else { return nil }
    defer { free(content) }
    let words = MarkedText(String(cString: content), line: 1).trimmed.text
    return words.isEmpty ? nil : words
  }
}
