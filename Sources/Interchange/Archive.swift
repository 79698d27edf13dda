import CArchive
import Foundation

// The only file that sees libarchive: streams that may be gzipped, gzip files, the entries of zip files, and packed tar
// files.

/// A file or standard input as a stream of bytes, gunzipped if it is gzip.
final class ByteStream {
  private let path: String
  private let handle: OpaquePointer
  private let isEmpty: Bool
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Opens a path, or standard input for `-`.
  ///
  /// - Throws: ``InterchangeError/cannotOpen(path:reason:)``.
  init(_ path: String) throws(InterchangeError) {
    self.path = path
    guard let handle = archive_read_new() else { throw .cannotOpen(path: path, reason: "out of memory") }
    self.handle = handle
    archive_read_support_filter_gzip(handle)
    archive_read_support_format_raw(handle)
    archive_read_support_format_empty(handle)
    var isFolder: ObjCBool = false
    if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw .cannotOpen(path: path, reason: "it is a folder")
    }
    let status =
      path == "-" ? archive_read_open_fd(handle, 0, 1 << 16) : archive_read_open_filename(handle, path, 1 << 16)
    guard status == ARCHIVE_OK else { throw .cannotOpen(path: path, reason: Self.reason(handle)) }
    var entry: OpaquePointer?
    let header = archive_read_next_header(handle, &entry)
    isEmpty = header == ARCHIVE_EOF
    guard header == ARCHIVE_OK || header == ARCHIVE_EOF || header == ARCHIVE_WARN else {
      throw .cannotOpen(path: path, reason: Self.reason(handle))
    }
  }

  deinit { archive_read_free(handle) }

  /// Returns the next bytes, at most 65,536; an empty array at the end.
  ///
  /// - Throws: ``InterchangeError/cannotRead(path:reason:)`` in a damaged file.
  func next() throws(InterchangeError) -> ArraySlice<UInt8> {
    guard !isEmpty else { return [] }
    let count = chunk.withUnsafeMutableBytes { archive_read_data(handle, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw .cannotRead(path: path, reason: Self.reason(handle)) }
    return chunk[..<count]
  }

  private static func reason(_ handle: OpaquePointer) -> String {
    let code = archive_errno(handle)
    // libarchive's own text repeats the path; the system's sentence does not.
    if code > 0, code < 200 { return String(cString: strerror(code)).lowercased() }
    return archive_error_string(handle).map { String(cString: $0) } ?? "the data is damaged"
  }
}

/// A writer of one gzip file.
final class GzipWriter {
  private let path: String
  private let handle: OpaquePointer
  private var isClosed = false

  /// Creates or replaces the file.
  ///
  /// - Throws: ``InterchangeError/cannotWrite(path:reason:)``.
  init(_ path: String) throws(InterchangeError) {
    self.path = path
    guard let handle = archive_write_new(), let entry = archive_entry_new() else {
      throw .cannotWrite(path: path, reason: "out of memory")
    }
    self.handle = handle
    defer { archive_entry_free(entry) }
    archive_write_add_filter_gzip(handle)
    // No time stamp inside, so that equal rows give equal files.
    archive_write_set_filter_option(handle, "gzip", "timestamp", nil)
    archive_write_set_format_raw(handle)
    archive_entry_set_filetype(entry, 0o100000)  // a regular file
    guard archive_write_open_filename(handle, path) == ARCHIVE_OK, archive_write_header(handle, entry) == ARCHIVE_OK
    else { throw .cannotWrite(path: path, reason: String(cString: strerror(archive_errno(handle))).lowercased()) }
  }

  deinit { archive_write_free(handle) }

  /// Appends bytes.
  func write(_ data: Data) throws(InterchangeError) {
    let written = data.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
    guard written == data.count else { throw failure }
  }

  /// Ends the file; nothing is complete before.
  func close() throws(InterchangeError) {
    guard !isClosed else { return }
    isClosed = true
    guard archive_write_close(handle) == ARCHIVE_OK else { throw failure }
  }

  private var failure: InterchangeError {
    .cannotWrite(path: path, reason: String(cString: strerror(archive_errno(handle))).lowercased())
  }
}

/// The entries of a zip, from first to last.
final class ZipReader {
  struct Entry {
    enum Kind {
      case file
      case folder
      case other
    }

    let index: Int
    /// `nil` for a name in no known encoding.
    let name: String?
    let kind: Kind
  }

  private let path: String
  private let handle: OpaquePointer
  /// How many entries have been passed.
  private(set) var count = 0

  init(_ path: String) throws(ZipError) {
    self.path = path
    guard let handle = archive_read_new() else { throw .damaged(path: path, reason: "out of memory") }
    self.handle = handle
    archive_read_support_format_zip_seekable(handle)
    guard archive_read_open_filename(handle, path, 1 << 16) == ARCHIVE_OK else { throw damage }
  }

  deinit { archive_read_free(handle) }

  /// Returns the next entry, `nil` at the end.
  func next() throws(ZipError) -> Entry? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw damage }
    defer { count += 1 }
    let name = (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)).map { String(cString: $0) }
    let kind: Entry.Kind =
      switch archive_entry_filetype(entry) {
      case 0o100000: .file
      case 0o040000: .folder
      default: .other
      }
    return Entry(index: count, name: name == "" ? nil : name, kind: kind)
  }

  /// Returns the unpacked bytes of the entry that ``next()`` gave last.
  func contents(limit: Int) throws(ZipError) -> Data {
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let read = chunk.withUnsafeMutableBytes { archive_read_data(handle, $0.baseAddress, $0.count) }
      guard read >= 0 else { throw damage }
      if read == 0 { return data }
      data.append(contentsOf: chunk[..<read])
      guard data.count <= limit else { throw .memberTooLarge(path: path) }
    }
  }

  private var damage: ZipError {
    .damaged(path: path, reason: archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged")
  }
}

/// A tar file that is compressed as a whole (xz or gzip).
public enum TarArchive {
  /// Writes its files into a folder, under the last part of their names.
  ///
  /// - Throws: ``InterchangeError/cannotRead(path:reason:)`` and ``InterchangeError/cannotWrite(path:reason:)``.
  public static func unpack(_ path: String, into folder: String) throws(InterchangeError) {
    guard let handle = archive_read_new() else { throw .cannotOpen(path: path, reason: "out of memory") }
    defer { archive_read_free(handle) }
    archive_read_support_filter_xz(handle)
    archive_read_support_filter_gzip(handle)
    archive_read_support_format_tar(handle)
    func damage() -> InterchangeError {
      .cannotRead(path: path, reason: archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged")
    }
    guard archive_read_open_filename(handle, path, 1 << 16) == ARCHIVE_OK else { throw damage() }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(handle, &entry)
      if status == ARCHIVE_EOF { return }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw damage() }
      guard archive_entry_filetype(entry) == 0o100000, let name = archive_entry_pathname(entry),
        let safe = ZipArchive.safeName(String(cString: name))?.split(separator: "/").last
      else { continue }
      let target = "\(folder)/\(safe)"
      guard FileManager.default.createFile(atPath: target, contents: nil, attributes: [.posixPermissions: 0o600]),
        let file = FileHandle(forWritingAtPath: target)
      else { throw .cannotWrite(path: target, reason: "the folder cannot be written to") }
      while true {
        let count = chunk.withUnsafeMutableBytes { archive_read_data(handle, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw damage() }
        if count == 0 { break }
        do {
          try file.write(contentsOf: chunk[..<count])
        } catch {
          throw .cannotWrite(path: target, reason: error.localizedDescription)
        }
      }
    }
  }
}
