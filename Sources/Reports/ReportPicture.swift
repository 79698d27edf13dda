/// A picture of the first page in the report's data: a data address or the name of a file beside the report.
struct ReportPicture: Encodable {
  /// `nil` if there is no picture of the page.
  let address: String?
  let width: Int?
  let height: Int?

  /// Returns `nil` for a picture that blind readers may not see, and for a file that does not lie in `pages/`.
  init?(_ picture: PagePicture, forBlindReaders: Bool) {
    guard !forBlindReaders || picture.authorBlock == .masked else { return nil }
    width = picture.size?.width
    height = picture.size?.height
    switch picture.content {
    case .png(let data): address = "data:image/png;base64," + data.base64EncodedString()
    case .jpeg(let data): address = "data:image/jpeg;base64," + data.base64EncodedString()
    case .none: address = nil
    case .file(let name):
      guard !name.isEmpty, name.utf8.allSatisfy(Self.isPlain), name.utf8.first != UInt8(ascii: ".") else { return nil }
      address = "pages/" + name
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
