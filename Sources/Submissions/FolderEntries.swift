import Foundation

/// The names in a folder as the file system holds them: bytes, which need not be UTF-8.
///
/// `FileManager` drops or changes a name that is not; so a paper would vanish without a word.
struct FolderEntries {
  /// The names, in bytewise order, without `.` and `..`.
  let names: [[UInt8]]

  /// Reads a folder; `nil` if it cannot be opened or read to its end.
  init?(of path: String) {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { return nil }
    self.names = names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
