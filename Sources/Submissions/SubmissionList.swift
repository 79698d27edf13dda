import Foundation
import Interchange

/// The submissions among the paths that a user gives: folders are walked in bytewise order, hidden files passed over,
/// files told by their content.
public struct SubmissionList: Sendable {
  /// The files to read, in order.
  public private(set) var files: [SubmissionFile] = []
  /// What could not be looked into.
  public private(set) var unreadable: [UnreadablePath] = []
  /// How many files are neither PDFs nor named as one.
  public private(set) var otherFileCount = 0

  /// Walks the paths.
  ///
  /// A path that the user names is taken as it is, whatever it holds; below a folder only PDFs, zips, and files named
  /// `.pdf` count.
  public init(paths: [String]) {
    for path in paths {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        unreadable.append(
          UnreadablePath(path: path, sentence: "There is no such file or folder. Check the spelling of the path."))
      } else if isFolder.boolValue {
        walk(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
      } else {
        add(path, named: true)
      }
    }
  }

  private mutating func walk(_ folder: String) {
    // Depth first with a stack, because a hostile tree may be deeper than ours.
    var pending = [folder]
    while let path = pending.popLast() {
      guard let kind = FileKind(path: path) else {
        if FileKind.isBrokenLink(path), path.lowercased().hasSuffix(".pdf") {
          unreadable.append(
            UnreadablePath(
              path: path, sentence: "The link leads to no file. Put the file there, or take the link away."))
        }
        continue
      }
      guard kind == .folder else {
        add(path, named: false)
        continue
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        unreadable.append(
          UnreadablePath(path: path, sentence: "The folder cannot be opened. Check that you may read it."))
        continue
      }
      let visible = names.filter { !$0.hasPrefix(".") && $0 != "__MACOSX" }
      let ordered = visible.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      pending.append(contentsOf: ordered.reversed().map { path == "/" ? "/\($0)" : "\(path)/\($0)" })
    }
  }

  private mutating func add(_ path: String, named: Bool) {
    switch FileKind.ofContent(path) {
    case .zip:
      addMembers(of: path)
    case .pdf:
      files.append(SubmissionFile(name: path, location: .file(path: path)))
    case .other where named || path.lowercased().hasSuffix(".pdf"):
      files.append(SubmissionFile(name: path, location: .file(path: path)))
    case .other:
      otherFileCount += 1
    }
  }

  private mutating func addMembers(of zip: String) {
    do {
      for member in try ZipArchive(zip).members() {
        let base = member.name.split(separator: "/").last.map(String.init) ?? ""
        if base.hasPrefix(".") || member.name.hasPrefix("__MACOSX/") { continue }
        if base.lowercased().hasSuffix(".pdf") {
          files.append(
            SubmissionFile(name: "\(zip)!/\(member.name)", location: .zipMember(zip: zip, index: member.index)))
        } else {
          otherFileCount += 1
        }
      }
    } catch {
      unreadable.append(UnreadablePath(path: zip, sentence: error.reason))
    }
  }
}

/// What a path leads to.
private enum FileKind {
  case folder
  case file

  /// `nil` for sockets, devices, pipes, and for links to folders, which could lead in a circle.
  init?(path: String) {
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
  static func isBrokenLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK && stat(path, &status) != 0
  }

  enum Content {
    case pdf
    case zip
    case other
  }

  /// Tells a file by its first 1,024 bytes, in which a PDF's mark may stand anywhere (ISO 32000-1, Annex H.3.4.1).
  static func ofContent(_ path: String) -> Content {
    guard let handle = FileHandle(forReadingAtPath: path) else { return .other }
    // A file that cannot be read is told by its name and gets its own row later.
    let head = (try? handle.read(upToCount: 1024)) ?? Data()
    if head.starts(with: Data("PK\u{3}\u{4}".utf8)) || head.starts(with: Data("PK\u{5}\u{6}".utf8)) { return .zip }
    return head.range(of: Data("%PDF-".utf8)) != nil ? .pdf : .other
  }
}
