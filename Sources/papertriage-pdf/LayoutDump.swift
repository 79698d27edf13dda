import Foundation
import PDFLayout
import PDFText

/// Writes the lines of a PDF for a person who wants to know why something was read as it was.
enum LayoutDump {
  static func write(path: String, pages: Int) -> Int32 {
    PDFReader.silenceLibraries()
    do {
      let document = try PDFReader(pageLimit: pages).layout(ofFileAt: path)
      for page in document.pages {
        print("page \(page.number) \(page.width)x\(page.height) reliable: \(page.isReliable)")
        for line in page.lines {
          let place = [line.box.left, line.box.top, line.box.right, line.box.bottom]
            .map { String(format: "%.0f", $0) }.joined(separator: " ")
          let mark = line.direction == .rotated ? "R" : line.spansColumns ? "W" : "\(line.column)"
          let runs = line.runs.map {
            "\($0.followsSpace ? "" : "~")\($0.text){\(String(format: "%.1f", $0.fontSize)) \($0.font.name)}"
          }.joined(separator: "|")
          print("\(mark) [\(place)] \(runs)")
        }
        for hidden in page.hiddenText { print("hidden \(hidden.reason): \(hidden.text.count) letters") }
      }
      return 0
    } catch {
      FileHandle.standardError.write(Data("papertriage-pdf: \(error.sentence)\n".utf8))
      return 1
    }
  }
}
