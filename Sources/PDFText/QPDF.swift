// The only file that sees libqpdf, which reads objects where poppler reads pages.
import CQPDF
import Glibc
import PDFLayout
import Papers

/// The objects of a PDF: what the file does by itself, and a copy of it that shows what pages leave out.
final class PDFObjects {
  private var document: qpdf_data?
  /// Whether nothing in the file had to be mended so far.
  private let isSound: Bool
  /// The most objects that are looked at; papers have some thousands.
  static let objectLimit = 200_000
  /// Reads a file's list of objects; `nil` for a file that cannot be read or is larger than `byteLimit`, since a copy
  /// of it would take that much memory.
  init?(path: String, byteCount: Int, byteLimit: Int = 60_000_000) {
    guard byteCount <= byteLimit, let document = qpdf_init() else { return nil }
    self.document = document
    qpdf_set_suppress_warnings(document, QPDF_BOOL(QPDF_TRUE))
    qpdf_silence_errors(document)
    let status = qpdf_read(document, path, nil)
    isSound = status == 0
    guard status & QPDF_ERROR_CODE(QPDF_ERRORS) == 0 else { return nil }
  }

  deinit {
    _ = qpdf_get_error(document)  // Else the library writes an error that nobody asked for.
    qpdf_cleanup(&document)
  }

  // MARK: Objects

  /// One object of the file.
  struct Object {
    fileprivate let document: qpdf_data?
    fileprivate let handle: qpdf_oh

    /// Its number; `nil` for one that stands inside another.
    var number: Int32? {
      qpdf_oh_is_indirect(document, handle) != 0 ? qpdf_oh_get_object_id(document, handle) : nil
    }

    /// The elements of an array, the values of a dictionary with their keys; empty for anything else.
    var parts: [(key: String, object: Object)] {
      if qpdf_oh_is_array(document, handle) != 0 {
        return (0..<max(qpdf_oh_get_array_n_items(document, handle), 0)).map {
          ("", Object(document: document, handle: qpdf_oh_get_array_item(document, handle, $0)))
        }
      }
      return PDFObjects.keys(of: handle, in: document).compactMap { key in self[key].map { (key, $0) } }
    }

    /// What a dictionary has under a key.
    subscript(key: String) -> Object? {
      guard qpdf_oh_is_dictionary(document, handle) != 0, qpdf_oh_has_key(document, handle, key) != 0 else {
        return nil
      }
      return Object(document: document, handle: qpdf_oh_get_key(document, handle, key))
    }

    /// A name, with its slash; `nil` for anything else.
    var name: String? {
      guard qpdf_oh_is_name(document, handle) != 0, let name = qpdf_oh_get_name(document, handle) else { return nil }
      return String(cString: name)
    }

    /// A text in the file's own strings; `nil` for anything else.
    var text: String? {
      qpdf_oh_is_string(document, handle) != 0
        ? qpdf_oh_get_utf8_value(document, handle).map { String(cString: $0) } : nil
    }

    /// The unpacked bytes of a stream; `nil` for anything else.
    var bytes: [UInt8]? { PDFObjects.bytes(of: handle, in: document) }

    /// The entries of a stream; `nil` for anything else.
    var entries: Object? {
      qpdf_oh_is_stream(document, handle) != 0
        ? Object(document: document, handle: qpdf_oh_get_dict(document, handle)) : nil
    }

    /// Puts bytes in the place of a stream's own.
    func replace(by bytes: [UInt8]) { PDFObjects.replace(handle, by: bytes, in: document) }

    /// Takes a key out of a dictionary.
    func remove(_ key: String) { qpdf_oh_remove_key(document, handle, key) }

    /// A number; `nil` for anything else.
    var value: Double? {
      qpdf_oh_is_number(document, handle) != 0 ? qpdf_oh_get_numeric_value(document, handle) : nil
    }

    /// Gives the handle back; the object stays in the file.
    func release() { qpdf_oh_release(document, handle) }
  }

  /// The file's root.
  var root: Object { object(qpdf_get_root(document)) }

  /// What leads to the root and to what the file says about itself.
  var trailer: Object { object(qpdf_get_trailer(document)) }

  private func object(_ handle: qpdf_oh) -> Object { Object(document: document, handle: handle) }

  /// The pages in order.
  var pages: [Object] {
    (0..<max(Int(qpdf_get_num_pages(document)), 0)).map { object(qpdf_get_page_n(document, $0)) }
  }

  /// Calls a function with each object that has a number, up to ``objectLimit``; those made anew stand at the end.
  func forEachObject(_ body: (Object) -> Void) {
    let count = qpdf_oh_get_int_value_as_int(document, qpdf_oh_get_key(document, qpdf_get_trailer(document), "/Size"))
    for id in 1..<min(max(count, 1), Int32(Self.objectLimit)) + 100 {
      let object = object(qpdf_get_object_by_id(document, id, 0))
      body(object)
      object.release()
    }
  }

  /// The keys of a dictionary; empty for anything else.
  private static func keys(of dictionary: qpdf_oh, in document: qpdf_data?) -> [String] {
    guard qpdf_oh_is_dictionary(document, dictionary) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(document, dictionary)
    while qpdf_oh_dict_more_keys(document) != 0 {
      if let key = qpdf_oh_dict_next_key(document) { keys.append(String(cString: key)) }
    }
    return keys
  }

  // MARK: What is on a page

  /// Returns what draws a page, counted from 1; `nil` if it cannot be read.
  func drawing(ofPage number: Int) -> Drawing? {
    guard number <= Int(qpdf_get_num_pages(document)) else { return nil }
    let page = qpdf_get_page_n(document, number - 1)
    guard let content = Self.content(ofPage: page, in: document), let media = rectangle("/MediaBox", of: page) else {
      return nil
    }
    let box = rectangle("/CropBox", of: page)?.clipped(to: media) ?? media
    let turn = Self.inherited("/Rotate", by: page, in: document) { qpdf_oh_is_number(document, $0) != 0 }
    let degrees = turn.map { qpdf_oh_get_numeric_value(document, $0) } ?? 0
    return box.matrix(turnedBy: degrees).map {
      Drawing(
        content: content, matrix: $0, bounds: box.box, resources: object(Self.resources(ofPage: page, in: document)))
    }
  }

  /// Returns what a name stands for in a drawing; `nil` if it stands for nothing that can be read.
  func drawn(_ name: [UInt8], by drawing: Drawing) -> Drawn? {
    let entries = qpdf_oh_get_key_if_dict(document, drawing.resources.handle, "/XObject")
    let object = qpdf_oh_get_key_if_dict(document, entries, "/" + String(decoding: name, as: UTF8.self))
    guard qpdf_oh_is_stream(document, object) != 0 else { return nil }
    let dictionary = qpdf_oh_get_dict(document, object)
    let type = qpdf_oh_get_key(document, dictionary, "/Subtype")
    if qpdf_oh_is_or_has_name(document, type, "/Image") != 0 { return .picture }
    guard qpdf_oh_is_or_has_name(document, type, "/Form") != 0 else { return .nothing }
    guard let content = Self.bytes(of: object, in: document) else { return nil }
    let own = qpdf_oh_get_key_if_dict(document, dictionary, "/Resources")
    let bounds = numbers(qpdf_oh_get_key(document, dictionary, "/BBox"))
    return .form(
      Drawing(
        content: content,
        matrix: Transform(numbers(qpdf_oh_get_key(document, dictionary, "/Matrix"))) ?? Transform(),
        bounds: bounds.count >= 4 && bounds.allSatisfy(\.isFinite)
          ? Box(left: bounds[0], top: bounds[1], right: bounds[2], bottom: bounds[3])
          : Box(x: 0, y: 0, width: 0, height: 0),
        // A form without resources takes the page's.
        resources: qpdf_oh_is_dictionary(document, own) != 0 ? self.object(own) : drawing.resources))
  }

  /// The unpacked bytes of a stream; `nil` for anything else.
  private static func bytes(of stream: qpdf_oh, in document: qpdf_data?) -> [UInt8]? {
    guard qpdf_oh_is_stream(document, stream) != 0 else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    var isDecoded = QPDF_BOOL(QPDF_FALSE)
    let status = qpdf_oh_get_stream_data(document, stream, qpdf_dl_generalized, &isDecoded, &buffer, &count)
    defer { free(buffer) }
    guard status & QPDF_ERROR_CODE(QPDF_ERRORS) == 0, isDecoded != 0 || count == 0 else { return nil }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  private func numbers(_ array: qpdf_oh) -> [Double] {
    guard qpdf_oh_is_array(document, array) != 0 else { return [] }
    return (0..<min(max(qpdf_oh_get_array_n_items(document, array), 0), 6)).map {
      qpdf_oh_get_numeric_value(document, qpdf_oh_get_array_item(document, array, $0))
    }
  }

  /// A page's operators; `nil` if they cannot be read.
  private static func content(ofPage page: qpdf_oh, in document: qpdf_data?) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard qpdf_oh_is_dictionary(document, page) != 0,
      qpdf_oh_get_page_content_data(document, page, &buffer, &count) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0
    else { return nil }
    defer { free(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
  }

  /// What a page has at hand; not a dictionary if there is nothing.
  private static func resources(ofPage page: qpdf_oh, in document: qpdf_data?) -> qpdf_oh {
    inherited("/Resources", by: page, in: document) { qpdf_oh_is_dictionary(document, $0) != 0 }
      ?? qpdf_oh_new_null(document)
  }

  /// What a page has under a key, itself or from the groups of pages it is in.
  private static func inherited(
    _ key: String, by page: qpdf_oh, in document: qpdf_data?, _ isMeant: (qpdf_oh) -> Bool
  ) -> qpdf_oh? {
    var node = page
    for _ in 0..<50 {
      guard qpdf_oh_is_dictionary(document, node) != 0 else { return nil }
      let value = qpdf_oh_get_key(document, node, key)
      if isMeant(value) { return value }
      node = qpdf_oh_get_key(document, node, "/Parent")
    }
    return nil
  }

  /// Whether a page, counted from 1, has operators that may draw letters without ink or lay something over them.
  func mayHideText(onPage number: Int) -> Bool {
    guard number <= Int(qpdf_get_num_pages(document)) else { return false }
    return Self.content(ofPage: qpdf_get_page_n(document, number - 1), in: document).map(ContentStream.mayHideText)
      ?? true
  }

  // MARK: Copies

  /// The largest packed stream that is unpacked; deflate makes a thousand times as much of it at most.
  private static let packedLimit = 64_000
  /// The most bytes that all unpacked streams may have.
  private static let unpackedLimit = 40_000_000

  /// Unpacks the operators, fonts and character maps of a sound file, since poppler's own unpacking takes two fifths of
  /// its time for a page's text; returns whether a copy of the file will say the same as the file itself.
  func unpack() -> Bool {
    guard isSound, qpdf_is_encrypted(document) == 0 else { return false }
    let trailer = qpdf_get_trailer(document)
    let count = qpdf_oh_get_int_value_as_int(document, qpdf_oh_get_key(document, trailer, "/Size"))
    var bytesLeft = Self.unpackedLimit
    for id in 1..<max(min(count, Int32(Self.objectLimit)), 2) where bytesLeft > 0 {
      let object = qpdf_get_object_by_id(document, id, 0)
      defer { qpdf_oh_release(document, object) }
      guard qpdf_oh_is_stream(document, object) != 0 else { continue }
      let dictionary = qpdf_oh_get_dict(document, object)
      defer { qpdf_oh_release(document, dictionary) }
      func has(_ key: String, _ name: String) -> Bool {
        let value = qpdf_oh_get_key(document, dictionary, key)
        defer { qpdf_oh_release(document, value) }
        return qpdf_oh_is_name_and_equals(document, value, name) != 0
      }
      let length = qpdf_oh_get_key(document, dictionary, "/Length")
      defer { qpdf_oh_release(document, length) }
      guard has("/Filter", "/FlateDecode"), !has("/Subtype", "/Image"), !has("/Type", "/ObjStm"),
        !has("/Type", "/XRef"),
        qpdf_oh_has_key(document, dictionary, "/DecodeParms") == 0,
        qpdf_oh_is_integer(document, length) != 0,
        (0...Self.packedLimit).contains(Int(qpdf_oh_get_int_value_as_int(document, length)))
      else { continue }
      var buffer: UnsafeMutablePointer<UInt8>?
      var size = 0
      let status = qpdf_oh_get_stream_data(document, object, qpdf_dl_generalized, nil, &buffer, &size)
      defer { free(buffer) }
      guard status == 0 else { return false }
      bytesLeft -= size
      qpdf_oh_replace_stream_data(
        document, object, buffer, size, qpdf_oh_new_null(document), qpdf_oh_new_null(document))
    }
    return qpdf_more_warnings(document) == 0
  }

  /// How far the pages of a widened file reach beyond the shown ones on each side, in points.
  static let margin = 10_000.0

  /// Makes pages show what stands around them, with all layers; returns whether the file has pages.
  ///
  /// Poppler drops letters outside the crop box and in layers that are switched off, whatever it is asked.
  func widen(pageLimit: Int) -> Bool {
    let root = qpdf_get_root(document)
    guard qpdf_oh_is_dictionary(document, root) != 0 else { return false }
    qpdf_oh_remove_key(document, root, "/OCProperties")
    for index in 0..<min(max(Int(qpdf_get_num_pages(document)), 0), pageLimit) {
      let page = qpdf_get_page_n(document, index)
      guard qpdf_oh_is_dictionary(document, page) != 0, let media = rectangle("/MediaBox", of: page) else { continue }
      let crop = rectangle("/CropBox", of: page)?.clipped(to: media) ?? media
      let wide = [
        crop.left - Self.margin, crop.bottom - Self.margin, crop.right + Self.margin, crop.top + Self.margin,
      ]
      let text = "[" + wide.map { String($0) }.joined(separator: " ") + "]"
      for key in ["/MediaBox", "/CropBox"] {
        qpdf_oh_replace_key(document, page, key, qpdf_oh_parse(document, text))
      }
    }
    return true
  }

  /// Returns the file as it now is; `nil` if it cannot be written.
  func written() -> [UInt8]? {
    guard qpdf_init_write_memory(document) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0 else { return nil }
    qpdf_set_stream_data_mode(document, qpdf_s_preserve)
    qpdf_set_object_stream_mode(document, qpdf_o_disable)
    qpdf_set_preserve_encryption(document, QPDF_BOOL(QPDF_FALSE))
    qpdf_set_static_ID(document, QPDF_BOOL(QPDF_TRUE))
    guard qpdf_write(document) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0, let bytes = qpdf_get_buffer(document) else {
      return nil
    }
    return Array(UnsafeBufferPointer(start: bytes, count: qpdf_get_buffer_length(document)))
  }

  /// Takes the ink from the letters of the first pages and leaves all else; returns the pages, from 1, on which no
  /// letter is drawn any more, and whether there were letters without ink, which have left their places.
  func removeInk(pageLimit: Int) -> (pages: Set<Int>, hasUninkedLetters: Bool) {
    var removal = InkRemoval(document: document)
    var pages: Set<Int> = []
    for index in 0..<min(max(Int(qpdf_get_num_pages(document)), 0), pageLimit) {
      if removal.removeInk(fromPage: qpdf_get_page_n(document, index)) { pages.insert(index + 1) }
    }
    return (pages, removal.hasUninkedLetters)
  }

  /// Sets the render mode without ink at the beginning of pages and takes out what would set another.
  private struct InkRemoval {
    let document: qpdf_data?
    private(set) var hasUninkedLetters = false
    private var seen: Set<Int32> = []
    /// The most bytes of operators that are looked at; the largest real paper has a tenth of it.
    private var bytesLeft = 100_000_000

    init(document: qpdf_data?) { self.document = document }

    mutating func removeInk(fromPage page: qpdf_oh) -> Bool {
      guard let content = PDFObjects.content(ofPage: page, in: document), take(content.count) else { return false }
      let cleaned = ContentStream.withoutRenderModes(content)
      if cleaned?.hasUninkedLetters == true { hasUninkedLetters = true }
      let stream = qpdf_oh_new_stream(document)
      PDFObjects.replace(stream, by: Array("3 Tr\n".utf8) + (cleaned?.bytes ?? content), in: document)
      qpdf_oh_replace_key(document, page, "/Contents", stream)
      return cleanForms(of: PDFObjects.resources(ofPage: page, in: document), depth: 0)
    }

    /// Takes the render modes out of forms, which begin with the page's.
    private mutating func cleanForms(of resources: qpdf_oh, depth: Int) -> Bool {
      let forms = qpdf_oh_get_key_if_dict(document, resources, "/XObject")
      guard qpdf_oh_is_dictionary(document, forms) != 0 else { return true }
      guard depth < 20 else { return false }
      var isClean = true
      for name in PDFObjects.keys(of: forms, in: document) {
        let form = qpdf_oh_get_key(document, forms, name)
        defer { qpdf_oh_release(document, form) }
        guard qpdf_oh_is_stream(document, form) != 0 else { continue }
        let dictionary = qpdf_oh_get_dict(document, form)
        guard qpdf_oh_is_or_has_name(document, qpdf_oh_get_key(document, dictionary, "/Subtype"), "/Form") != 0,
          seen.insert(qpdf_oh_get_object_id(document, form)).inserted
        else { continue }
        guard let content = PDFObjects.bytes(of: form, in: document), take(content.count) else {
          isClean = false
          continue
        }
        if let cleaned = ContentStream.withoutRenderModes(content) {
          if cleaned.hasUninkedLetters { hasUninkedLetters = true }
          PDFObjects.replace(form, by: cleaned.bytes, in: document)
        }
        let inner = qpdf_oh_get_key_if_dict(document, dictionary, "/Resources")
        if !cleanForms(of: inner, depth: depth + 1) { isClean = false }
      }
      return isClean
    }

    /// Whether so many bytes more may be looked at.
    private mutating func take(_ count: Int) -> Bool {
      bytesLeft -= count
      return bytesLeft >= 0
    }

  }

  private static func replace(_ stream: qpdf_oh, by bytes: [UInt8], in document: qpdf_data?) {
    bytes.withUnsafeBufferPointer {
      qpdf_oh_replace_stream_data(
        document, stream, $0.baseAddress, $0.count, qpdf_oh_new_null(document), qpdf_oh_new_null(document))
    }
  }

  /// Returns a page's rectangle, its own or that of the groups of pages it is in.
  private func rectangle(_ key: String, of page: qpdf_oh) -> PageRectangle? {
    let array = Self.inherited(key, by: page, in: document) {
      qpdf_oh_is_array(document, $0) != 0 && qpdf_oh_get_array_n_items(document, $0) == 4
    }
    guard let array else { return nil }
    let numbers = numbers(array)
    guard numbers.allSatisfy({ $0.isFinite && abs($0) < 100_000 }) else { return nil }
    return PageRectangle(
      left: min(numbers[0], numbers[2]), bottom: min(numbers[1], numbers[3]), right: max(numbers[0], numbers[2]),
      top: max(numbers[1], numbers[3]))
  }
}
