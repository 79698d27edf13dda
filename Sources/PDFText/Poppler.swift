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

  /// Opens a document in memory; `nil` if it is none.
  init?(bytes: [UInt8]) {
    let data = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(data) }
    guard let document = poppler_document_new_from_bytes(data, nil, nil) else { return nil }
    self.document = document
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

  var metadata: DocumentMetadata {
    DocumentMetadata(
      title: taken(poppler_document_get_title(document)), producer: taken(poppler_document_get_producer(document)))
  }

  /// What checks need beside the text.
  func facts(byteCount: Int) -> DocumentFacts {
    let entries: [(String, String?)] = [
      ("Author", taken(poppler_document_get_author(document))),
      ("Subject", taken(poppler_document_get_subject(document))),
      ("Keywords", taken(poppler_document_get_keywords(document))),
      ("Creator", taken(poppler_document_get_creator(document))),
    ]
    return DocumentFacts(
      byteCount: byteCount,
      isRestricted: poppler_document_get_permissions(document).rawValue & POPPLER_PERMISSIONS_FULL.rawValue
        != POPPLER_PERMISSIONS_FULL.rawValue,
      hasJavaScript: poppler_document_has_javascript(document) != 0,
      information: entries.compactMap { key, value in
        guard let value, !value.isEmpty else { return nil }
        return InformationEntry(key: key, value: value)
      },
      xmp: taken(poppler_document_get_metadata(document)).map {
        String(decoding: $0.utf8.prefix(100_000), as: UTF8.self)
      },
      fonts: fonts, bookmarks: bookmarks, attachments: attachments)
  }

  /// The fonts of all pages, each once.
  private var fonts: [FontFact] {
    let information = poppler_font_info_new(document)
    defer { poppler_font_info_free(information) }
    var iterator: OpaquePointer?
    guard poppler_font_info_scan(information, gint(min(pageCount, 60)), &iterator) != 0, let iterator else { return [] }
    defer { poppler_fonts_iter_free(iterator) }
    var seen: Set<FontFact> = []
    var fonts: [FontFact] = []
    repeat {
      let type = poppler_fonts_iter_get_font_type(iterator)
      let font = FontFact(
        name: poppler_fonts_iter_get_name(iterator).map { String(cString: $0) } ?? "",
        isEmbedded: poppler_fonts_iter_is_embedded(iterator) != 0, isType3: type == POPPLER_FONT_TYPE_TYPE3)
      if seen.insert(font).inserted { fonts.append(font) }
    } while poppler_fonts_iter_next(iterator) != 0
    return fonts
  }

  /// The outline, at most a thousand entries: a damaged one may bite its own tail.
  private var bookmarks: [Bookmark] {
    var bookmarks: [Bookmark] = []
    func read(_ iterator: OpaquePointer?, depth: Int) {
      guard let iterator else { return }
      defer { poppler_index_iter_free(iterator) }
      repeat {
        if let action = poppler_index_iter_get_action(iterator) {
          defer { poppler_action_free(action) }
          let title = action.pointee.any.title.map { String(cString: $0) } ?? ""
          bookmarks.append(Bookmark(title: title, target: outsideTarget(of: action)?.target))
        }
        if depth < 8 { read(poppler_index_iter_get_child(iterator), depth: depth + 1) }
      } while bookmarks.count < 1000 && poppler_index_iter_next(iterator) != 0
    }
    read(poppler_index_iter_new(document), depth: 0)
    return bookmarks
  }

  private var attachments: [String] {
    guard poppler_document_has_attachments(document) != 0 else { return [] }
    let list = poppler_document_get_attachments(document)
    defer { g_list_free_full(list, g_object_unref) }
    var names: [String] = []
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      if let data = current.pointee.data {
        let attachment = data.assumingMemoryBound(to: PopplerAttachment.self)
        let name = poppler_attachment_get_name(attachment).map { String(cString: $0) }
        let description = poppler_attachment_get_description(attachment).map { String(cString: $0) }
        names.append([name, description].compactMap { $0 }.joined(separator: ": "))
      }
      node = current.pointee.next
    }
    return names
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
    let list = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(list) }
    var boxes: [Box] = []
    forEach(in: list) { (mapping: PopplerImageMapping) in
      boxes.append(Box(left: mapping.area.x1, top: mapping.area.y1, right: mapping.area.x2, bottom: mapping.area.y2))
    }
    return boxes
  }

  /// The links that lead out of the file.
  var links: [Link] {
    let list = poppler_page_get_link_mapping(page)
    defer { poppler_page_free_link_mapping(list) }
    let height = size.height
    var links: [Link] = []
    forEach(in: list) { (mapping: PopplerLinkMapping) in
      guard links.count < 2000, let action = mapping.action, let (kind, target) = outsideTarget(of: action) else {
        return
      }
      links.append(Link(box: upright(mapping.area, in: height), kind: kind, target: target))
    }
    return links
  }

  /// Comments and other marks that are laid over the page; links and form fields are none.
  var annotations: [Annotation] {
    var annotations: [Annotation] = []
    forEachAnnotation { annotation, type, box in
      guard type != POPPLER_ANNOT_WIDGET, type != POPPLER_ANNOT_POPUP else { return }
      let instance = UnsafeMutableRawPointer(annotation).assumingMemoryBound(to: GTypeInstance.self)
      let isMarkup = g_type_check_instance_is_a(instance, poppler_annot_markup_get_type()) != 0
      annotations.append(
        Annotation(
          kind: type == POPPLER_ANNOT_FILE_ATTACHMENT ? "attached file" : "comment",
          author: isMarkup ? taken(poppler_annot_markup_get_label(annotation)) : nil,
          contents: taken(poppler_annot_get_contents(annotation)), box: box))
    }
    return annotations
  }

  /// The places of form fields.
  var formFields: [Box] {
    var boxes: [Box] = []
    forEachAnnotation { _, type, box in if type == POPPLER_ANNOT_WIDGET { boxes.append(box) } }
    return boxes
  }

  /// The places of marks over the page whose letters are among the page's: all but links.
  var annotationBoxes: [Box] {
    var boxes: [Box] = []
    forEachAnnotation { _, _, box in boxes.append(box) }
    return boxes
  }

  /// Goes through the marks over the page that are no links, at most a thousand.
  private func forEachAnnotation(_ body: (OpaquePointer, PopplerAnnotType, Box) -> Void) {
    let list = poppler_page_get_annot_mapping(page)
    defer { poppler_page_free_annot_mapping(list) }
    let height = size.height
    var count = 0
    forEach(in: list) { (mapping: PopplerAnnotMapping) in
      guard count < 1000, let annotation = mapping.annot else { return }
      let type = poppler_annot_get_annot_type(annotation)
      guard type != POPPLER_ANNOT_LINK else { return }
      count += 1
      body(annotation, type, upright(mapping.area, in: height))
    }
  }

  /// Returns the page as it is shown, one pixel a point; `nil` for a page too large to draw.
  ///
  /// - Parameters:
  ///   - margin: How much of the page is left out on each side, in points.
  ///   - isBare: Whether the page is known to be white.
  func picture(margin: Double = 0, isBare: Bool = false) -> PagePicture? {
    var (fullWidth, fullHeight) = (0.0, 0.0)
    poppler_page_get_size(page, &fullWidth, &fullHeight)
    guard fullWidth.isFinite, fullHeight.isFinite, max(fullWidth, fullHeight) < 100_000 else { return nil }
    let (width, height) = (
      Int32((fullWidth - 2 * margin).rounded()), Int32((fullHeight - 2 * margin).rounded())
    )
    guard width > 0, height > 0, Int(width) * Int(height) < 4_000_000 else { return nil }
    var lightness = [UInt8](repeating: 255, count: Int(width) * Int(height))
    if isBare { return PagePicture(width: Int(width), height: Int(height), lightness: lightness) }
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height) else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { return nil }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_translate(context, -margin, -margin)
    poppler_page_render(page, context)
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard let bytes = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
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
  func glyphs(limit: Int, hasStyles: Bool = true) -> PageGlyphs {
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
      scalars: Array(scalars.values.prefix(count)), boxes: boxes, styles: hasStyles ? readStyles(count: count) : [],
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

  private func decoded(_ text: UnsafeMutablePointer<CChar>?, limit: Int) -> (values: [UInt32], isWhole: Bool) {
    guard let text else { return ([], true) }
    defer { g_free(text) }
    return LooseUTF8.scalars(of: text, limit: limit)
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

/// Returns what an action opens outside the pages; `nil` for one that leads to a place in the file.
private func outsideTarget(of action: UnsafeMutablePointer<PopplerAction>) -> (kind: Link.Kind, target: String)? {
  func text(_ string: UnsafeMutablePointer<gchar>?) -> String { string.map { String(cString: $0) } ?? "" }
  switch action.pointee.type {
  case POPPLER_ACTION_URI: return (.address, text(action.pointee.uri.uri))
  case POPPLER_ACTION_GOTO_REMOTE: return (.address, text(action.pointee.goto_remote.file_name))
  case POPPLER_ACTION_LAUNCH: return (.launch, text(action.pointee.launch.file_name))
  case POPPLER_ACTION_JAVASCRIPT: return (.script, "")
  default: return nil
  }
}

/// Goes through a list of glib, whose elements are of one type.
private func forEach<Element>(in list: UnsafeMutablePointer<GList>?, _ body: (Element) -> Void) {
  var node = list
  while let current = node {
    if let element = current.pointee.data?.assumingMemoryBound(to: Element.self) { body(element.pointee) }
    node = current.pointee.next
  }
}

/// Turns a rectangle that counts from the page's bottom.
private func upright(_ area: PopplerRectangle, in height: Double) -> Box {
  let (y1, y2) = (height - Double(bounded(area.y1)), height - Double(bounded(area.y2)))
  let (x1, x2) = (Double(bounded(area.x1)), Double(bounded(area.x2)))
  return Box(left: min(x1, x2), top: min(y1, y2), right: max(x1, x2), bottom: max(y1, y2))
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
