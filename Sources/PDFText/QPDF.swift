// The only file that sees libqpdf, which reads objects where poppler reads pages.
import CQPDF
import Glibc
import PDFLayout

/// The objects of a PDF: what the file does by itself, and a copy of it that shows what pages leave out.
final class PDFObjects {
  private var document: qpdf_data?

  /// Reads a file's list of objects; `nil` for a file that cannot be read or is larger than `byteLimit`, since a copy
  /// of it would take that much memory.
  init?(path: String, byteCount: Int, byteLimit: Int = 60_000_000) {
    guard byteCount <= byteLimit, let document = qpdf_init() else { return nil }
    self.document = document
    qpdf_set_suppress_warnings(document, QPDF_BOOL(QPDF_TRUE))
    qpdf_silence_errors(document)
    guard qpdf_read(document, path, nil) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0 else { return nil }
  }

  deinit { qpdf_cleanup(&document) }

  // MARK: Actions

  /// The keys under which no action can stand, and those that lead back up.
  private static let passedOver: Set<String> = [
    "/Parent", "/P", "/Resources", "/Contents", "/StructTreeRoot", "/Metadata", "/AP", "/Pages", "/Prev",
  ]
  /// The most objects that are looked at; papers have some thousands.
  static let objectLimit = 200_000

  /// What the file does on its own or when something in it is clicked: scripts, programs, forms that send data; `nil`
  /// if nothing was found but not all objects could be looked at.
  func actions(objectLimit: Int = PDFObjects.objectLimit) -> [FileAction]? {
    var walk = ActionWalk(document: document)
    for index in 0..<max(Int(qpdf_get_num_pages(document)), 0) {
      walk.begin(withPage: qpdf_get_page_n(document, index), number: index + 1)
    }
    // Last in, first out: what the file does as a whole is told before what stands on a page.
    walk.pend(qpdf_get_root(document), page: nil)
    let isComplete = walk.run(objectLimit: objectLimit)
    return walk.actions.isEmpty && !isComplete ? nil : walk.actions
  }

  /// A walk over all that is reachable, each object once; with a list of what is still to see, since chains such as
  /// that of a file's bookmarks are longer than a program's stack is deep.
  private struct ActionWalk {
    let document: qpdf_data?
    var actions: [FileAction] = []
    private var pending: [(object: qpdf_oh, page: Int?)] = []
    private var seen: Set<Int32> = []

    /// The pages' numbers by their objects': what stands on a page is that page's, by whatever way it is reached.
    private var pages: [Int32: Int] = [:]

    init(document: qpdf_data?) { self.document = document }

    mutating func begin(withPage object: qpdf_oh, number: Int) {
      if qpdf_oh_is_indirect(document, object) != 0 { pages[qpdf_oh_get_object_id(document, object)] = number }
      pend(object, page: number)
    }

    mutating func pend(_ object: qpdf_oh, page: Int?) { pending.append((object, page)) }

    /// Returns whether everything was looked at.
    mutating func run(objectLimit: Int) -> Bool {
      var count = 0
      while let (object, origin) = pending.popLast() {
        var page = origin
        defer { qpdf_oh_release(document, object) }
        count += 1
        guard count <= objectLimit else { return false }
        if qpdf_oh_is_indirect(document, object) != 0 {
          let id = qpdf_oh_get_object_id(document, object)
          guard seen.insert(id).inserted else { continue }
          page = pages[id] ?? page
        }
        if qpdf_oh_is_array(document, object) != 0 {
          for index in 0..<max(qpdf_oh_get_array_n_items(document, object), 0) {
            pend(qpdf_oh_get_array_item(document, object, index), page: page)
          }
        } else if qpdf_oh_is_dictionary(document, object) != 0 {
          if let action = action(object, page: page) { actions.append(action) }
          for key in keys(of: object) where !PDFObjects.passedOver.contains(key) {
            pend(qpdf_oh_get_key(document, object, key), page: page)
          }
        }
      }
      return true
    }

    private func keys(of dictionary: qpdf_oh) -> [String] {
      var keys: [String] = []
      qpdf_oh_begin_dict_key_iter(document, dictionary)
      while qpdf_oh_dict_more_keys(document) != 0 {
        if let key = qpdf_oh_dict_next_key(document) { keys.append(String(cString: key)) }
      }
      return keys
    }

    private func action(_ dictionary: qpdf_oh, page: Int?) -> FileAction? {
      func has(_ key: String) -> Bool { qpdf_oh_has_key(document, dictionary, key) != 0 }
      guard has("/S") else { return nil }
      let type = qpdf_oh_get_key(document, dictionary, "/S")
      defer { qpdf_oh_release(document, type) }
      guard qpdf_oh_is_name(document, type) != 0, let name = qpdf_oh_get_name(document, type) else { return nil }
      switch String(cString: name) {
      case "/JavaScript": return FileAction(kind: .script, page: page)
      case "/Rendition" where has("/JS"): return FileAction(kind: .script, page: page)
      case "/Launch": return FileAction(kind: .launch, page: page)
      case "/SubmitForm", "/ImportData": return FileAction(kind: .form, page: page)
      default: return nil
      }
    }
  }

  // MARK: What is on a page

  /// Operators with what they may draw by name.
  struct Drawing {
    let content: [UInt8]
    /// From its own coordinates to those in which it is drawn; a page's to points from its top left corner.
    let matrix: Transform
    fileprivate let resources: qpdf_oh
  }

  /// What an operator draws by name.
  enum Drawn {
    case picture
    case form(Drawing)
    case nothing
  }

  /// Returns what draws a page, counted from 1; `nil` if it cannot be read.
  func drawing(ofPage number: Int) -> Drawing? {
    guard number <= Int(qpdf_get_num_pages(document)) else { return nil }
    let page = qpdf_get_page_n(document, number - 1)
    guard let content = content(ofPage: page), let media = rectangle("/MediaBox", of: page) else { return nil }
    let box = rectangle("/CropBox", of: page)?.clipped(to: media) ?? media
    let turn = Self.inherited("/Rotate", by: page, in: document) { qpdf_oh_is_number(document, $0) != 0 }
    let degrees = turn.map { qpdf_oh_get_numeric_value(document, $0) } ?? 0
    let matrix: Transform? =
      switch degrees.truncatingRemainder(dividingBy: 360) {
      case 0: Transform([1, 0, 0, -1, -box.left, box.top])
      case 90, -270: Transform([0, 1, 1, 0, -box.bottom, -box.left])
      case 180, -180: Transform([-1, 0, 0, 1, box.right, -box.bottom])
      case 270, -90: Transform([0, -1, -1, 0, box.top, box.right])
      default: nil
      }
    return matrix.map { Drawing(content: content, matrix: $0, resources: Self.resources(ofPage: page, in: document)) }
  }

  /// Returns what a name stands for in a drawing; `nil` if it stands for nothing that can be read.
  func drawn(_ name: [UInt8], by drawing: Drawing) -> Drawn? {
    let entries = qpdf_oh_get_key_if_dict(document, drawing.resources, "/XObject")
    let object = qpdf_oh_get_key_if_dict(document, entries, "/" + String(decoding: name, as: UTF8.self))
    guard qpdf_oh_is_stream(document, object) != 0 else { return nil }
    let dictionary = qpdf_oh_get_dict(document, object)
    let type = qpdf_oh_get_key(document, dictionary, "/Subtype")
    if qpdf_oh_is_or_has_name(document, type, "/Image") != 0 { return .picture }
    guard qpdf_oh_is_or_has_name(document, type, "/Form") != 0 else { return .nothing }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    var isDecoded = QPDF_BOOL(QPDF_FALSE)
    let status = qpdf_oh_get_stream_data(document, object, qpdf_dl_generalized, &isDecoded, &buffer, &count)
    defer { free(buffer) }
    guard status & QPDF_ERROR_CODE(QPDF_ERRORS) == 0, isDecoded != 0 || count == 0 else { return nil }
    let own = qpdf_oh_get_key_if_dict(document, dictionary, "/Resources")
    return .form(
      Drawing(
        content: Array(UnsafeBufferPointer(start: buffer, count: count)),
        matrix: Transform(numbers(qpdf_oh_get_key(document, dictionary, "/Matrix"))) ?? Transform(),
        // A form without resources takes the page's.
        resources: qpdf_oh_is_dictionary(document, own) != 0 ? own : drawing.resources))
  }

  private func numbers(_ array: qpdf_oh) -> [Double] {
    guard qpdf_oh_is_array(document, array) != 0 else { return [] }
    return (0..<min(max(qpdf_oh_get_array_n_items(document, array), 0), 6)).map {
      qpdf_oh_get_numeric_value(document, qpdf_oh_get_array_item(document, array, $0))
    }
  }

  /// A page's operators; `nil` if they cannot be read.
  private func content(ofPage page: qpdf_oh) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard qpdf_oh_is_dictionary(document, page) != 0,
      qpdf_oh_get_page_content_data(document, page, &buffer, &count) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0, let buffer
    else { return nil }
    defer { free(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
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
    return content(ofPage: qpdf_get_page_n(document, number - 1)).map(ContentStream.mayHideText) ?? true
  }

  // MARK: Copies

  /// How far the pages of a widened file reach beyond the shown ones on each side, in points.
  static let margin = 10_000.0

  /// Whether the file has layers that can be switched off.
  var hasLayers: Bool {
    let root = qpdf_get_root(document)
    return qpdf_oh_is_dictionary(document, root) != 0 && qpdf_oh_has_key(document, root, "/OCProperties") != 0
  }

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
      guard qpdf_oh_is_dictionary(document, page) != 0 else { return false }
      var buffer: UnsafeMutablePointer<UInt8>?
      var count = 0
      let status = qpdf_oh_get_page_content_data(document, page, &buffer, &count)
      guard status & QPDF_ERROR_CODE(QPDF_ERRORS) == 0, let content = take(buffer, count) else { return false }
      if let cleaned = ContentStream.withoutRenderModes(content) {
        if cleaned.hasUninkedLetters { hasUninkedLetters = true }
        qpdf_oh_replace_key(document, page, "/Contents", stream(Array("3 Tr\n".utf8) + cleaned.bytes))
      } else {
        let contents = qpdf_oh_new_array(document)
        qpdf_oh_append_item(document, contents, stream(Array("3 Tr\n".utf8)))
        let old = qpdf_oh_get_key(document, page, "/Contents")
        if qpdf_oh_is_array(document, old) != 0 {
          for index in 0..<max(qpdf_oh_get_array_n_items(document, old), 0) {
            qpdf_oh_append_item(document, contents, qpdf_oh_get_array_item(document, old, index))
          }
        } else if qpdf_oh_is_stream(document, old) != 0 {
          qpdf_oh_append_item(document, contents, old)
        }
        qpdf_oh_replace_key(document, page, "/Contents", contents)
      }
      return cleanForms(of: PDFObjects.resources(ofPage: page, in: document), depth: 0)
    }

    /// Takes the render modes out of forms, which begin with the page's.
    private mutating func cleanForms(of resources: qpdf_oh, depth: Int) -> Bool {
      let forms = qpdf_oh_get_key_if_dict(document, resources, "/XObject")
      guard qpdf_oh_is_dictionary(document, forms) != 0 else { return true }
      guard depth < 20 else { return false }
      var names: [String] = []
      qpdf_oh_begin_dict_key_iter(document, forms)
      while qpdf_oh_dict_more_keys(document) != 0 {
        if let key = qpdf_oh_dict_next_key(document) { names.append(String(cString: key)) }
      }
      var isClean = true
      for name in names {
        let form = qpdf_oh_get_key(document, forms, name)
        defer { qpdf_oh_release(document, form) }
        guard qpdf_oh_is_stream(document, form) != 0 else { continue }
        let dictionary = qpdf_oh_get_dict(document, form)
        guard qpdf_oh_is_or_has_name(document, qpdf_oh_get_key(document, dictionary, "/Subtype"), "/Form") != 0,
          seen.insert(qpdf_oh_get_object_id(document, form)).inserted
        else { continue }
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        var isDecoded = QPDF_BOOL(QPDF_FALSE)
        let status = qpdf_oh_get_stream_data(document, form, qpdf_dl_generalized, &isDecoded, &buffer, &count)
        guard status & QPDF_ERROR_CODE(QPDF_ERRORS) == 0, let content = take(buffer, count), isDecoded != 0 else {
          isClean = false
          continue
        }
        if let cleaned = ContentStream.withoutRenderModes(content) {
          if cleaned.hasUninkedLetters { hasUninkedLetters = true }
          replace(form, by: cleaned.bytes)
        }
        let inner = qpdf_oh_get_key_if_dict(document, dictionary, "/Resources")
        if !cleanForms(of: inner, depth: depth + 1) { isClean = false }
      }
      return isClean
    }

    /// Takes over bytes of the library; `nil` if there are none, or too many in all.
    private mutating func take(_ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> [UInt8]? {
      guard let buffer else { return count == 0 ? [] : nil }
      defer { free(buffer) }
      bytesLeft -= count
      return bytesLeft < 0 ? nil : Array(UnsafeBufferPointer(start: buffer, count: count))
    }

    private func stream(_ bytes: [UInt8]) -> qpdf_oh {
      let stream = qpdf_oh_new_stream(document)
      replace(stream, by: bytes)
      return stream
    }

    private func replace(_ stream: qpdf_oh, by bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer {
        qpdf_oh_replace_stream_data(
          document, stream, $0.baseAddress, $0.count, qpdf_oh_new_null(document), qpdf_oh_new_null(document))
      }
    }
  }

  /// A rectangle in the page's own coordinates.
  private struct Rectangle {
    var left, bottom, right, top: Double

    /// The part in another rectangle; a box apart from its page is no box, as poppler sees it.
    func clipped(to other: Rectangle) -> Rectangle {
      let result = Rectangle(
        left: max(left, other.left), bottom: max(bottom, other.bottom), right: min(right, other.right),
        top: min(top, other.top))
      return result.left < result.right && result.bottom < result.top ? result : other
    }
  }

  /// Returns a page's rectangle, its own or that of the groups of pages it is in.
  private func rectangle(_ key: String, of page: qpdf_oh) -> Rectangle? {
    let array = Self.inherited(key, by: page, in: document) {
      qpdf_oh_is_array(document, $0) != 0 && qpdf_oh_get_array_n_items(document, $0) == 4
    }
    guard let array else { return nil }
    let numbers = numbers(array)
    guard numbers.allSatisfy({ $0.isFinite && abs($0) < 100_000 }) else { return nil }
    return Rectangle(
      left: min(numbers[0], numbers[2]), bottom: min(numbers[1], numbers[3]), right: max(numbers[0], numbers[2]),
      top: max(numbers[1], numbers[3]))
  }
}
