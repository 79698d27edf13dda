import Foundation
import PDFLayout
import Papers
import TestSupport
import Testing

@testable import PDFText

struct PageThumbnailTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func thumbnail(content: String, page: String = "") throws -> PageThumbnail? {
    var pdf = TinyPDF()
    pdf.addPage(content: content)
    return try PDFReader().firstPage(ofFileAt: folder.file("page.pdf", pdf.data(page: page)))
  }

  @Test func `a page is 480 pixels wide, and its PNG shows it`() throws {
    // The left half black, counted from the bottom left corner.
    let picture = try #require(try thumbnail(content: "0 g 0 0 306 792 re f"))
    #expect(picture.width == 480 && picture.height == 621)
    let png = try #require(picture.png)
    let read = try #require(GreyPicture(png: png))
    #expect(read.width == 480 && read.height == 621)
    #expect(read.pixels[..<239].allSatisfy { $0 == 0 } && read.pixels[241..<480].allSatisfy { $0 == 255 })
  }

  @Test func `each pixel is the mean of its part of the page`() {
    let page = PagePicture(width: 1_920, height: 4, lightness: (0..<7_680).map { $0 % 4 < 2 ? 0 : 255 })
    let picture = PageThumbnail(page)
    #expect(picture.width == 480 && picture.height == 1)
    // Half of the lightness is the fourth or fifth of eight greys.
    #expect(picture.pixels.allSatisfy { $0 == 3 || $0 == 4 })
  }

  @Test func `a covered area has no ink, and neither has the pixel around it`() throws {
    let picture = try #require(try thumbnail(content: "0 g 0 0 612 792 re f"))
    let area = CoveredArea(Box(left: 100, top: 200, right: 300, bottom: 250), with: .block)
    let covered = picture.covering([area])
    let (left, right, top, bottom) = (77, 236, 155, 197)
    for y in 0..<covered.height {
      for x in 0..<covered.width {
        let isInside = (left...right).contains(x) && (top...bottom).contains(y)
        if isInside { #expect(covered.pixels[y * covered.width + x] == 6) }
        let isFar = x < left - 1 || x > right + 1 || y < top - 1 || y > bottom + 1
        if isFar { #expect(covered.pixels[y * covered.width + x] == 0) }
      }
    }
  }

  @Test func `a page that is too large to draw has no picture`() throws {
    #expect(try thumbnail(content: "", page: "/MediaBox [0 0 14400 14400]") == nil)
  }

  @Test func `a page far from the form of paper stays small`() throws {
    let picture = try #require(try thumbnail(content: "", page: "/MediaBox [0 0 100 14000]"))
    #expect(picture.height == 960 && picture.width == 7)
  }
}
