import Foundation

/// A picture that a browser shows, of any size in bytes.
enum SyntheticPicture {
  /// A grey PNG of one pixel; what follows its end is ignored by readers (PNG, third edition, §5.6).
  private static let pixel = Data(
    base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")

  static func png(bytes: Int, using generator: inout Generator) -> Data {
    var data = pixel ?? Data()
    while data.count < bytes { withUnsafeBytes(of: generator.next()) { data.append(contentsOf: $0) } }
    return data
  }
}
