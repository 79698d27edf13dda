import Foundation

/// A picture of a paper's first page.
public struct PagePicture: Hashable, Sendable {
  /// Where the picture is.
  public enum Content: Hashable, Sendable {
    /// In the report itself.
    case png(Data)
    /// In the report itself.
    case jpeg(Data)
    /// A file of the folder `pages/` beside the report, by its bare name.
    case file(named: String)
    /// Nowhere: the page could not be drawn or, for blind readers, it is not certain what to cover.
    case none
  }

  /// What is done about the author block.
  public enum AuthorBlock: Hashable, Sendable {
    /// It is covered; only such a picture gets into a report for blind readers.
    case masked
    /// It can be read.
    case visible
  }

  /// Width and height in pixels.
  public struct Size: Hashable, Sendable {
    /// The width.
    public let width: Int
    /// The height.
    public let height: Int

    /// Reads the size of a PNG file from its first chunk (PNG, third edition, §11.2.1); `nil` if it is none.
    public init?(ofPNG data: Data) {
      let head = [UInt8](data.prefix(24))
      guard head.count == 24, head.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
      width = head[16..<20].reduce(0) { $0 << 8 | Int($1) }
      height = head[20..<24].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  /// Where the picture is.
  public let content: Content
  /// What is done about the author block.
  public let authorBlock: AuthorBlock
  /// Its size, so that the report keeps its place free; read from an embedded PNG if not given.
  public let size: Size?

  /// Makes a picture.
  public init(_ content: Content, authorBlock: AuthorBlock, size: Size? = nil) {
    self.content = content
    self.authorBlock = authorBlock
    if case .png(let data) = content, size == nil {
      self.size = Size(ofPNG: data)
    } else {
      self.size = size
    }
  }
}
