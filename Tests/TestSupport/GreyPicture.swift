import CPNG
import Foundation

/// A PNG file as greys, so that tests can look at its pixels.
public struct GreyPicture {
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// From 0 for black to 255 for white, row by row.
  public let pixels: [UInt8]

  /// Decodes a file; `nil` if it is no PNG.
  public init?(png: Data) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    var pixels: [UInt8] = []
    let isRead = png.withUnsafeBytes { bytes in
      guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else { return false }
      image.format = 0  // grey, one byte a pixel
      pixels = [UInt8](repeating: 0, count: Int(image.width) * Int(image.height))
      return png_image_finish_read(&image, nil, &pixels, png_int_32(image.width), nil) != 0
    }
    guard isRead else { return nil }
    width = Int(image.width)
    height = Int(image.height)
    self.pixels = pixels
  }

  /// The darkest pixel in a rectangle of a page of that width in points.
  public func darkest(left: Double, top: Double, right: Double, bottom: Double, pageWidth: Double = 612) -> UInt8 {
    let scale = Double(width) / pageWidth
    var darkest: UInt8 = 255
    for y in max(Int(top * scale), 0)..<min(Int(bottom * scale), height) {
      for x in max(Int(left * scale), 0)..<min(Int(right * scale), width) {
        darkest = min(darkest, pixels[y * width + x])
      }
    }
    return darkest
  }
}
