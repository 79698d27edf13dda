import Foundation

/// What a path leads to. Paths are C strings, because their bytes need not be UTF-8.
enum FileKind {
  case folder
  case file

  /// `nil` for sockets, devices, pipes, and for links to folders, which could lead in a circle.
  init?(path: UnsafePointer<CChar>) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, stat(path, &status) != 0 { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: if isLink { return nil } else { self = .folder }
    case S_IFREG: self = .file
    default: return nil
    }
  }

  /// Whether a path is a link to something that is not there.
  static func isBrokenLink(_ path: UnsafePointer<CChar>) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK && stat(path, &status) != 0
  }

  enum Content {
    case pdf
    case zip
    case other
  }

  /// Tells a file by its first 1,024 bytes, in which a PDF's mark may stand anywhere (ISO 32000-1, Annex H.3.4.1).
  static func ofContent(_ path: UnsafePointer<CChar>) -> Content {
    // A file that cannot be read is told by its name and gets its own row later.
    guard let file = fopen(path, "rbe") else { return .other }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, 1024, file)
    let head = Data(bytes.prefix(count))
    if head.starts(with: Data("PK\u{3}\u{4}".utf8)) || head.starts(with: Data("PK\u{5}\u{6}".utf8)) { return .zip }
    return head.range(of: Data("%PDF-".utf8)) != nil ? .pdf : .other
  }
}
