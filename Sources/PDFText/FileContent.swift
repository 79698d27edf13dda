import Glibc
import Papers

/// A file that may be a PDF: opened once, told by its content.
struct FileContent {
  /// The open file, which its receiver must close.
  let descriptor: Int32
  private let size: Int
  /// The size in bytes.
  var byteCount: Int { size }
  private let head: [UInt8]
  private let tail: [UInt8]

  /// Opens a regular file with at least one byte.
  init(path: String) throws(PDFFailure) {
    // Not O_NONBLOCK: a named pipe makes the reader wait, and the caller's time limit ends that.
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno == ENOENT ? "there is no such file" : String(cString: strerror(errno))
      throw PDFFailure(
        kind: .cannotOpen,
        sentence: "The file could not be opened: \(reason). Check its name and your rights to read it.")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw PDFFailure(
        kind: .cannotOpen, sentence: "This is not a regular file but a folder, pipe or device. Name a PDF file.")
    }
    size = Int(status.st_size)
    guard size > 0 else {
      close(descriptor)
      throw PDFFailure(
        kind: .empty,
        sentence: "The file is empty (0 bytes), so nothing was uploaded. Ask the authors to upload it again.")
    }
    head = FileContent.read(descriptor, at: 0, count: min(size, 1024))
    tail = FileContent.read(descriptor, at: max(size - 1024, 0), count: min(size, 1024))
  }

  /// Returns what to say of a file that the PDF library refused.
  func failure(for error: PopplerOpenError) -> PDFFailure {
    switch error {
    case .encrypted:
      return PDFFailure(
        kind: .encrypted,
        sentence: "The PDF opens with a password only. Ask the authors for a file without a password.")
    case .damaged:
      guard contains(head, "%PDF-") else {
        return PDFFailure(
          kind: .notPDF,
          sentence: "The file is not a PDF: it begins like \(seenType), where a PDF begins with %PDF. "
            + "Ask the authors for the PDF.")
      }
      let isCut = !contains(tail, "%%EOF")
      return PDFFailure(
        kind: .damaged,
        sentence: isCut
          ? "The PDF is cut short: its end is missing after \(size) bytes, and what is there cannot be read. "
            + "Ask the authors to upload it again."
          : "The PDF is damaged: its list of objects cannot be read or mended. "
            + "Ask the authors to make the file again.")
    }
  }

  /// What to say of a PDF without pages.
  var noPages: PDFFailure {
    PDFFailure(
      kind: .noPages, sentence: "The PDF has no pages, or its list of pages is damaged. Ask the authors for a new file."
    )
  }

  /// What the file's first bytes look like, in words.
  private var seenType: String {
    let signatures: [(String, [UInt8])] = [
      ("a zip archive or an Office document", [0x50, 0x4B, 0x03, 0x04]),
      ("an old Office document", [0xD0, 0xCF, 0x11, 0xE0]),
      ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG picture", [0xFF, 0xD8, 0xFF]),
      ("a gzip file", [0x1F, 0x8B]), ("PostScript", Array("%!PS".utf8)), ("RTF text", Array("{\\rtf".utf8)),
      ("a web page", Array("<!DOCTYPE".utf8)), ("a web page", Array("<html".utf8)),
      ("a web page", Array("<!doctype".utf8)), ("XML", Array("<?xml".utf8)),
    ]
    for (name, bytes) in signatures where head.starts(with: bytes) { return name }
    let isText = !head.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return isText ? "plain text" : "unknown data"
  }

  private func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { bytes[$0..<($0 + word.count)].elementsEqual(word) }
  }

  private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(pread(descriptor, buffer.baseAddress, count, off_t(offset)), 0)
    }
  }
}
