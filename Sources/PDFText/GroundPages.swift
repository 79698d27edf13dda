import PDFLayout

/// The pages of a file without their letters, to be drawn beside the pages as they are.
final class GroundPages {
  private let pages: Set<Int>
  private let hasUninkedLetters: Bool
  /// Those that are known to be white.
  private let barePages: Set<Int>
  /// A copy of its own where the widened one shows layers that are switched off; `nil` if the widened one will do.
  private let document: PopplerFile?

  /// Takes the ink from the objects' letters; `nil` if that is not possible.
  ///
  /// - Parameter isWidened: Whether a widened copy of the objects will be at hand.
  init?(objects: PDFObjects, pageLimit: Int, isWidened: Bool) {
    barePages = Set((1...max(pageLimit, 1)).filter(objects.isBare))
    (pages, hasUninkedLetters) = objects.removeInk(pageLimit: pageLimit)
    guard !pages.isEmpty else { return nil }
    guard objects.hasLayers || !isWidened else {
      document = nil
      return
    }
    guard let bytes = objects.written(), let document = PopplerFile(bytes: bytes) else { return nil }
    self.document = document
  }

  /// Returns a page, counted from 1, without letters; `nil` where these could not be taken away.
  ///
  /// - Parameter wide: The widened copy of the same objects, made afterwards.
  func picture(ofPage number: Int, wide: WidePages?) -> PagePicture? {
    guard pages.contains(number) else { return nil }
    let isBare = barePages.contains(number)
    guard let document else { return wide?.picture(ofPage: number, isBare: isBare) }
    return document.page(at: number - 1)?.picture(isBare: isBare)
  }

  /// Returns the letters with ink of a page, counted from 1; `nil` where all letters have ink.
  ///
  /// - Parameter wide: The widened copy of the same objects, made afterwards.
  func inkedLetters(ofPage number: Int, wide: WidePages?, glyphLimit: Int) -> InkedLetters? {
    guard hasUninkedLetters, pages.contains(number) else { return nil }
    guard let document else { return wide?.letters(ofPage: number, glyphLimit: glyphLimit) }
    return document.page(at: number - 1).map { InkedLetters($0.glyphs(limit: glyphLimit).spellingTeXLetters()) }
  }
}

extension PDFObjects {
  /// Whether the file has layers that can be switched off.
  fileprivate var hasLayers: Bool { root["/OCProperties"] != nil }
}
