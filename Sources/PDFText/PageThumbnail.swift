import Foundation
import PDFLayout
import Papers

/// A page as a small picture in few greys.
///
/// 480 pixels are the least width at which the text of a page of two columns can still be read; in eight greys such a
/// picture has 26 kB (21 first pages: 16 kB with 360 pixels, where the text cannot be read; 39 kB with 612).
public struct PageThumbnail: Sendable {
  /// The largest width and height in pixels. A page of paper is far from that height.
  static let largestSize = (width: 480, height: 960)
  /// The lightness of each grey, black first.
  static let shades: [UInt8] = (0..<8).map { UInt8(Int($0) * 255 / 7) }
  /// The grey that covers, in ``shades``: light, but not the paper's white.
  private static let coverShade: UInt8 = 6
  /// The paper's white, in ``shades``.
  private static let paperShade: UInt8 = 7

  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// Places in ``shades``, row by row.
  private(set) var pixels: [UInt8]
  /// Pixels a point.
  private let scale: Double

  /// Shrinks a page; each pixel is the mean of what it stands for.
  init(_ page: PagePicture) {
    scale = min(
      1, Double(Self.largestSize.width) / Double(page.width), Double(Self.largestSize.height) / Double(page.height))
    width = max(Int((Double(page.width) * scale).rounded()), 1)
    height = max(Int((Double(page.height) * scale).rounded()), 1)
    let across = Self.stretches(of: page.width, in: width)
    let down = Self.stretches(of: page.height, in: height)
    pixels = [UInt8](repeating: Self.paperShade, count: width * height)
    var sums = [Int](repeating: 0, count: width)
    for y in 0..<height {
      for x in 0..<width { sums[x] = 0 }
      var rowWeight = 0
      for (row, weight) in down[y] {
        rowWeight += weight
        let start = row * page.width
        for x in 0..<width {
          for (column, share) in across[x] { sums[x] += weight * share * Int(page.lightness[start + column]) }
        }
      }
      for x in 0..<width {
        let total = rowWeight * across[x].reduce(0) { $0 + $1.weight }
        pixels[y * width + x] = UInt8((sums[x] * 7 / total + 127) / 255)
      }
    }
  }

  /// For each of the pixels along one side, the pixels of the original that it takes part in, in 256ths.
  private static func stretches(of original: Int, in count: Int) -> [[(place: Int, weight: Int)]] {
    (0..<count).map { index in
      let from = Double(index) * Double(original) / Double(count)
      let to = Double(index + 1) * Double(original) / Double(count)
      let stretch = (Int(from)..<min(max(Int(to.rounded(.up)), Int(from) + 1), original)).map { place in
        (place: place, weight: Int((min(to, Double(place + 1)) - max(from, Double(place))) * 256))
      }.filter { $0.weight > 0 }
      return stretch.isEmpty ? [(min(Int(from), original - 1), 256)] : stretch
    }
  }

  /// Returns the picture with areas covered, each at least as far as its box reaches.
  public func covering(_ areas: [CoveredArea]) -> PageThumbnail {
    var covered = self
    for area in areas {
      let shade = area.cover == .paper ? Self.paperShade : Self.coverShade
      let (columns, rows) = (range(area.box.left, area.box.right, width), range(area.box.top, area.box.bottom, height))
      for y in rows {
        for x in columns { covered.pixels[y * width + x] = shade }
      }
    }
    return covered
  }

  /// The pixels that a stretch of the page touches, and one more on each side, into which its ink may have spread.
  private func range(_ from: Double, _ to: Double, _ count: Int) -> Range<Int> {
    let first = min(max(Int((from * scale).rounded(.down)) - 1, 0), count)
    return first..<max(min(Int((to * scale).rounded(.up)) + 1, count), first)
  }

  /// The picture as a PNG file; `nil` if it cannot be written.
  public var png: Data? { PNG.file(width: width, height: height, shades: Self.shades, pixels: pixels) }
}

extension PDFReader {
  /// Returns some pages of a file, counted from 1, as small pictures; those that are missing or too large to draw are
  /// left out.
  public func pages(_ numbers: [Int], ofFileAt path: String) throws(PDFFailure) -> [DrawnPage] {
    let file = try FileContent(path: path)
    do {
      let document = try PopplerFile(descriptor: file.descriptor)
      return numbers.compactMap { number in
        guard let page = document.page(at: number - 1), let png = page.picture().map(PageThumbnail.init)?.png else {
          return nil
        }
        return DrawnPage(number: number, width: page.size.width, height: page.size.height, png: png)
      }
    } catch {
      throw file.failure(for: error)
    }
  }

  /// Returns the first page of a file as a small picture; `nil` for a page that is missing or too large to draw.
  public func firstPage(ofFileAt path: String) throws(PDFFailure) -> PageThumbnail? {
    let file = try FileContent(path: path)
    do {
      let document = try PopplerFile(descriptor: file.descriptor)
      return document.page(at: 0)?.picture().map(PageThumbnail.init)
    } catch {
      throw file.failure(for: error)
    }
  }
}
