import PDFLayout
import PDFText
import PaperExtraction
import Papers

/// The pictures of a first page, for a file whose layout and findings are known.
enum FirstPageReply {
  static func pictures(
    ofFileAt path: String, layout: DocumentLayout, reading: PDFReading, authors: [String], reader: PDFReader
  ) throws(PDFFailure) -> FirstPage {
    guard let page = try reader.firstPage(ofFileAt: path) else { return .notDrawn }
    let mask = FirstPageMask(document: layout, paper: reading.paper, findings: reading.findings, authors: authors)
    return FirstPage(full: page.png, blind: mask.flatMap { page.covering($0.areas).png })
  }
}
