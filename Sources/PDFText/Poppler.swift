// The only file that sees poppler. Every `char *` of poppler may be null: nameless Type 3 fonts have no name, and
// damaged files lack anything.
import CPoppler
import PDFLayout
import Papers

/// The PDF library as a whole.
enum Poppler {
  /// Silences what poppler and glib write of damaged files; it may quote the paper.
  static func silence() {
    g_log_set_default_handler({ _, _, _, _ in }, nil)
    g_log_set_writer_func({ _, _, _, _ in G_LOG_WRITER_HANDLED }, nil, nil)
  }

  /// The library's version.
  static var version: String { poppler_get_version().map { String(cString: $0) } ?? "unknown" }
}

/// Why poppler does not open a file.
enum PopplerOpenError: Error {
  case encrypted
  case damaged
}

/// An open PDF document.
final class PopplerFile {
  private let document: OpaquePointer

  /// Opens a file; the descriptor is closed with the document, also if opening fails.
  init(descriptor: Int32) throws(PopplerOpenError) {
    var error: UnsafeMutablePointer<GError>?
    guard let document = poppler_document_new_from_fd(descriptor, nil, &error) else {
      let isEncrypted =
        error.map {
          $0.pointee.domain == poppler_error_quark() && $0.pointee.code == gint(POPPLER_ERROR_ENCRYPTED.rawValue)
        }
        ?? false
      if let error { g_error_free(error) }
      throw isEncrypted ? .encrypted : .damaged
    }
    self.document = document
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

  var metadata: DocumentMetadata {
    DocumentMetadata(
      title: taken(poppler_document_get_title(document)), producer: taken(poppler_document_get_producer(document)))
  }

  /// Returns a page, counted from 0; `nil` where the file promises a page that it does not have.
  func page(at index: Int) -> PopplerPageView? {
    poppler_document_get_page(document, gint(index)).map(PopplerPageView.init)
  }
}

/// An open page.
final class PopplerPageView {
  private let page: OpaquePointer

  fileprivate init(page: OpaquePointer) { self.page = page }

  deinit { g_object_unref(UnsafeMutableRawPointer(page)) }

  /// Width and height in points, as shown.
  var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    return (Double(bounded(width)), Double(bounded(height)))
  }

  /// The places of pictures.
  var imageBoxes: [Box] {
    guard let list = poppler_page_get_image_mapping(page) else { return [] }
    defer { poppler_page_free_image_mapping(list) }
    var boxes: [Box] = []
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      if let mapping = current.pointee.data?.assumingMemoryBound(to: PopplerImageMapping.self) {
        let area = mapping.pointee.area
        boxes.append(Box(left: area.x1, top: area.y1, right: area.x2, bottom: area.y2))
      }
      node = current.pointee.next
    }
    return boxes
  }

  /// Returns the page as it is shown, one pixel a point; `nil` for a page too large to draw.
  func picture() -> PagePicture? {
    let (width, height) = (Int32(size.width.rounded()), Int32(size.height.rounded()))
    guard width > 0, height > 0, Int(width) * Int(height) < 4_000_000,
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
    else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { return nil }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    poppler_page_render(page, context)
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard let bytes = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var lightness = [UInt8](repeating: 255, count: Int(width) * Int(height))
    for y in 0..<Int(height) {
      for x in 0..<Int(width) {
        // Blue, green, red and a byte without meaning, on a machine with the low byte first.
        let pixel = bytes + y * stride + x * 4
        lightness[y * Int(width) + x] = UInt8((Int(pixel[0]) + 2 * Int(pixel[1]) + Int(pixel[2])) / 4)
      }
    }
    return PagePicture(width: Int(width), height: Int(height), lightness: lightness)
  }

  /// Returns the page's letters, at most `limit` of them.
  func glyphs(limit: Int) -> PageGlyphs {
    var scalars = decoded(poppler_page_get_text(page), limit: limit)
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var rectangleCount: guint = 0
    let hasLayout = poppler_page_get_text_layout(page, &rectangles, &rectangleCount) != 0
    defer { if let rectangles { g_free(rectangles) } }
    let available = hasLayout ? Int(rectangleCount) : 0
    let isReliable = scalars.isWhole ? scalars.values.count == available : available > scalars.values.count
    if let rectangles, scalars.isWhole, scalars.values.count < available {
      recover(&scalars.values, rectangles: rectangles, count: min(available, limit))
    }
    let count = min(scalars.values.count, available)
    var boxes: [GlyphBox] = []
    boxes.reserveCapacity(count)
    if let rectangles {
      for index in 0..<count {
        let box = rectangles[index]
        let (x1, x2) = (bounded(box.x1), bounded(box.x2))
        let (y1, y2) = (bounded(box.y1), bounded(box.y2))
        boxes.append(GlyphBox(left: min(x1, x2), top: min(y1, y2), right: max(x1, x2), bottom: max(y1, y2)))
      }
    }
    return PageGlyphs(
      scalars: Array(scalars.values.prefix(count)), boxes: boxes, styles: readStyles(count: count),
      isReliable: isReliable)
  }

  /// Reads the lines that the library's text lacks.
  ///
  /// Fonts without a usable encoding give letters of code 0, which end a C string: the rest of the page is lost, as on
  /// 3 of 884 pages of real papers. The places are all there, so each line is asked for by its place.
  private func recover(_ scalars: inout [UInt32], rectangles: UnsafeMutablePointer<PopplerRectangle>, count: Int) {
    var lines = 0
    var start = scalars.count
    var isFirst = true
    while start < count {
      var end = start
      // A line feed's rectangle has no width.
      while end < count, rectangles[end].x1 != rectangles[end].x2 { end += 1 }
      var line: [UInt32] = []
      if !isFirst, end > start, lines < 500 {
        lines += 1
        var area = rectangles[start]
        for index in start..<end {
          area.x1 = min(area.x1, rectangles[index].x1)
          area.x2 = max(area.x2, rectangles[index].x2)
        }
        // Less than the line's height, so that the lines above and below are not touched.
        let height = area.y2 - area.y1
        area.y1 += height * 0.3
        area.y2 -= height * 0.3
        line = decoded(poppler_page_get_text_for_area(page, &area), limit: end - start + 1).values
        if line.last == 0x0A { line.removeLast() }
      }
      if line.count != end - start { line = [UInt32](repeating: 0xFFFD, count: end - start) }
      scalars += line
      if end < count { scalars.append(0x0A) }
      start = end + 1
      isFirst = false
    }
  }

  /// Decodes poppler's UTF-8, which may hold unpaired surrogates. The marks that poppler puts around text from right
  /// to left have no rectangle and are left out.
  private func decoded(_ text: UnsafeMutablePointer<CChar>?, limit: Int) -> (values: [UInt32], isWhole: Bool) {
    guard let text else { return ([], true) }
    defer { g_free(text) }
    var values: [UInt32] = []
    var next = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    func continuation() -> UInt32 {
      guard next.pointee & 0xC0 == 0x80 else { return 0 }
      defer { next += 1 }
      return UInt32(next.pointee & 0x3F)
    }
    while next.pointee != 0 {
      guard values.count < limit else { return (values, false) }
      let byte = UInt32(next.pointee)
      next += 1
      var scalar = byte
      if byte >= 0xF0 {
        scalar = (byte & 0x07) << 18
        scalar |= continuation() << 12
        scalar |= continuation() << 6
        scalar |= continuation()
      } else if byte >= 0xE0 {
        scalar = (byte & 0x0F) << 12
        scalar |= continuation() << 6
        scalar |= continuation()
      } else if byte >= 0xC0 {
        scalar = (byte & 0x1F) << 6
        scalar |= continuation()
      }
      if scalar >= 0x202A && scalar <= 0x202E { continue }
      values.append(scalar)
    }
    return (values, true)
  }

  private func readStyles(count: Int) -> [StyleRange] {
    guard let list = poppler_page_get_text_attributes(page) else { return [] }
    defer { poppler_page_free_text_attributes(list) }
    var styles: [StyleRange] = []
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      if let attributes = current.pointee.data?.assumingMemoryBound(to: PopplerTextAttributes.self) {
        let value = attributes.pointee
        guard Int(value.start_index) < count else { break }
        styles.append(
          StyleRange(
            start: Int(value.start_index), end: min(Int(value.end_index) + 1, count),
            fontName: value.font_name.map { String(cString: $0) } ?? "",
            fontSize: Double(abs(bounded(value.font_size))),
            red: value.color.red, green: value.color.green, blue: value.color.blue))
      }
      node = current.pointee.next
    }
    return styles
  }
}

/// Brings a place into bounds; damaged files give endless and undefined numbers.
private func bounded(_ coordinate: Double) -> Float {
  coordinate.isNaN ? 0 : Float(min(max(coordinate, -20_000), 20_000))
}

/// Takes over a string of glib.
private func taken(_ string: UnsafeMutablePointer<CChar>?) -> String? {
  guard let string else { return nil }
  defer { g_free(string) }
  return String(cString: string)
}
