import Foundation

/// Writes small PDFs for tests: pages of lines in Helvetica, each at a place and in a size.
public struct TinyPDF {
  /// A line of text.
  public struct Line {
    var text: String
    var x: Double
    var y: Double
    var size: Double
    var color: String

    /// Makes a line; `y` counts from the bottom of the page, `color` is three numbers from 0 to 1.
    public init(_ text: String, x: Double = 72, y: Double, size: Double = 10, color: String = "0 0 0") {
      self.text = text
      self.x = x
      self.y = y
      self.size = size
      self.color = color
    }
  }

  private var pages: [String] = []

  /// Makes a PDF without pages.
  public init() {}

  /// Adds a page of 612 by 792 points.
  public mutating func addPage(_ lines: [Line]) {
    pages.append(
      lines.map { line in
        let text = line.text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
        return "BT /F1 \(line.size) Tf \(line.color) rg \(line.x) \(line.y) Td (\(text)) Tj ET"
      }.joined(separator: "\n"))
  }

  /// Adds a page with a content stream as it is.
  public mutating func addPage(content: String) { pages.append(content) }

  /// The file; the entries given are put into the trailer, the catalog, every page and its
  /// resources; the objects given follow those of the pages, the first as number `4 + 2 * pages`.
  public func data(
    trailer: String = "", catalog: String = "", page: String = "", resources: String = "", objects more: [String] = []
  ) -> Data {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R \(catalog) >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for (index, content) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> \(resources) >> \(page) >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    objects += more
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { text += String(format: "%010d 00000 n \n", offset) }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(table)\n%%EOF\n"
    return Data(text.utf8)
  }
}
