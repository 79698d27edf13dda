// The only file that sees libpng.
import CPNG
import Foundation

/// Writes pictures of few greys as PNG (W3C, Portable Network Graphics, third edition).
enum PNG {
  /// Returns the file; `nil` if the library refuses.
  ///
  /// - Parameters:
  ///   - shades: The lightness of each grey, from 0 for black to 255 for white, at most 16.
  ///   - pixels: Places in `shades`, row by row.
  static func file(width: Int, height: Int, shades: [UInt8], pixels: [UInt8]) -> Data? {
    precondition(pixels.count == width * height && shades.count <= 16, "each pixel has one of at most 16 shades")
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    // One byte of grey for each entry of a colour map: `PNG_FORMAT_GRAY` is 0.
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLORMAP)
    image.colormap_entries = png_uint_32(shades.count)
    defer { png_image_free(&image) }
    // Four bits a pixel before compression; what cannot be compressed grows by far less than the other half.
    var count = pixels.count + 4096
    var bytes = Data(count: count)
    let isWritten = bytes.withUnsafeMutableBytes { memory in
      png_image_write_to_memory(&image, memory.baseAddress, &count, 0, pixels, png_int_32(width), shades) != 0
    }
    return isWritten ? bytes.prefix(count) : nil
  }
}
