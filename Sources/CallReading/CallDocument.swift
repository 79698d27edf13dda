/// A call for papers as plain values, whatever file it came from: blocks in reading order.
public struct CallDocument: Hashable, Sendable {
  /// A piece of the call that stands by itself.
  public struct Block: Hashable, Sendable {
    /// What a block is.
    public enum Kind: Hashable, Sendable {
      /// A heading; 1 is the highest level, 7 and 8 are lines in bold and short lines that work as one.
      case heading(level: Int)
      /// Running text, or lines with breaks between them.
      case paragraph
      /// An item of a list; depth 1 is the outermost.
      case item(depth: Int, isNumbered: Bool)
      /// A row of a table, its cells between tabulators.
      case row(isHeader: Bool)
      /// Text whose layout means something.
      case preformatted
    }

    /// What it is.
    public let kind: Kind
    /// Its words.
    public let text: MarkedText

    /// The line of the file on which it begins.
    var line: Int { text.line(at: 0) }

    var isItem: Bool { if case .item = kind { true } else { false } }
    var isRow: Bool { if case .row = kind { true } else { false } }
    var isHeading: Bool { headingLevel != nil }
    var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }
    var itemDepth: Int? { if case .item(let depth, _) = kind { depth } else { nil } }
  }

  /// The title that the file gives itself outside its text, such as an HTML title.
  public var title: String?
  /// The call's blocks in reading order.
  public var blocks: [Block]

  /// The number of UTF-16 units in all blocks.
  var size: Int { blocks.reduce(0) { $0 + $1.text.count } }
}

extension CallDocument {
  /// The heading under which each block stands and those above it, outermost first, as indices of blocks.
  var headingPaths: [[Int]] {
    var stack: [(level: Int, index: Int)] = []
    return blocks.indices.map { index in
      guard let level = blocks[index].headingLevel else { return stack.map(\.index) }
      while let last = stack.last, last.level >= level { stack.removeLast() }
      let path = stack.map(\.index)
      stack.append((level, index))
      return path
    }
  }
}
