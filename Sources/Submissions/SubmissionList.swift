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

  /// What was found, with its place, from which keys are made when all is known.
  private var found: [(file: SubmissionFile, place: SubmissionKeys.Place)] = []

  /// Walks the paths.
  ///
  /// A path that the user names is taken as it is, whatever it holds; below a folder only PDFs, zips, and files named
  /// `.pdf` count.
  public init(paths: [String]) {
    for path in paths {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        unreadable.append(UnreadablePath(path: path, sentence: Self.absence(of: path)))
      } else if isFolder.boolValue {
        walk(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
      } else {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        add(path, named: true, above: SubmissionKeys.absolute(folder), below: Self.lastName(of: path))
      }
    }
    let keys = SubmissionKeys.keys(of: found.map(\.place))
    files = zip(found.map(\.file), keys).map { file, key in
      SubmissionFile(name: file.name, location: file.location, key: key, givenName: file.givenName)
    }
    found = []
  }

  /// The system hands over an argument that is no UTF-8 with replacement letters, under which there is nothing.
  private static func absence(of path: String) -> String {
    path.unicodeScalars.contains("\u{FFFD}")
      ? notUTF8 : "There is no such file or folder. Check the spelling of the path."
  }

  private static let notUTF8 =
    "It was not read, because its name is not valid UTF-8, the encoding of names here. Rename it, best in plain letters "
    + "and digits, and run the same command again."

  private static func lastName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private mutating func walk(_ root: String) {
    let above = SubmissionKeys.absolute(root)
    // Depth first with a stack, because a hostile tree may be deeper than ours.
    var pending = [(path: root, below: "")]
    while let (path, below) = pending.popLast() {
      // A folder that the user names may be a link; one found below it is not followed.
      guard let kind = path == root ? FileKind.folder : FileKind(path: path) else {
        if FileKind.isBrokenLink(path), path.lowercased().hasSuffix(".pdf") {
          unreadable.append(
            UnreadablePath(
              path: path, sentence: "The link leads to no file. Put the file there, or take the link away."))
        }
        continue
      }
      guard kind == .folder else {
        add(path, named: false, above: above, below: below)
        continue
      }
      guard let entries = FolderEntries(of: path) else {
        unreadable.append(
          UnreadablePath(path: path, sentence: "The folder cannot be opened. Check that you may read it."))
        continue
      }
      let prefix = path == "/" ? "/" : path + "/"
      var inside: [(path: String, below: String)] = []
      for bytes in entries.names where bytes.first != UInt8(ascii: ".") {
        guard let name = String(validating: bytes, as: UTF8.self) else {
          passOver(bytes, in: prefix)
          continue
        }
        if name != "__MACOSX" { inside.append((prefix + name, below.isEmpty ? name : "\(below)/\(name)")) }
      }
      pending.append(contentsOf: inside.reversed())
    }
  }

  /// Tells of a name that no path can be made of, unless it is surely none of a paper.
  private mutating func passOver(_ name: [UInt8], in prefix: String) {
    let shown = String(decoding: name, as: UTF8.self)
    let path = (Array(prefix.utf8) + name).map { CChar(bitPattern: $0) } + [0]
    let isNamedPDF = shown.lowercased().hasSuffix(".pdf")
    let mayHoldPapers =
      switch FileKind(path: path) {
      case .folder: true
      case .file: isNamedPDF || FileKind.ofContent(path) != .other
      case nil: isNamedPDF && FileKind.isBrokenLink(path)
      }
    if mayHoldPapers {
      unreadable.append(UnreadablePath(path: prefix + shown, sentence: Self.notUTF8))
    } else if FileKind(path: path) == .file {
      otherFileCount += 1
    }
  }

  private mutating func add(_ path: String, named: Bool, above: String, below: String) {
    switch FileKind.ofContent(path) {
    case .zip:
      addMembers(of: path, above: above, below: named ? nil : below)
    case .other where !named && !path.lowercased().hasSuffix(".pdf"):
      otherFileCount += 1
    case .pdf, .other:
      found.append(
        (SubmissionFile(name: path, location: .file(path: path)), SubmissionKeys.Place(above: above, below: below)))
    }
  }

  /// - Parameter below: The zip's path below the folder that the user named; `nil` if the user named the zip itself.
  private mutating func addMembers(of zip: String, above: String, below: String?) {
    do {
      let contents = try ZipArchive(zip).contents()
      let members = contents.members.filter { Self.isVisible($0.name) && Self.isNamed($0.name, ".pdf") }
      otherFileCount += contents.members.count { Self.isVisible($0.name) && !Self.mayHoldPapers($0.name) }
      let names = SubmissionKeys.numbered(members.map(\.name))
      for (member, name) in Swift.zip(members, names) {
        let place =
          below.map { SubmissionKeys.Place(above: above, below: "\($0)!/\(name)") }
          ?? SubmissionKeys.Place(above: "\(above)/\(Self.lastName(of: zip))!", below: name)
        found.append(
          (
            SubmissionFile(
              name: "\(zip)!/\(name)", location: .zipMember(zip: zip, index: member.index),
              givenName: "\(zip)!/\(member.name)"), place
          ))
      }
      tell(contents, of: zip)
    } catch {
      unreadable.append(UnreadablePath(path: zip, sentence: error.reason))
    }
  }

  /// Names what a zip holds that may be papers and cannot be read, in the zip's order.
  private mutating func tell(_ contents: ZipArchive.Contents, of zip: String) {
    let nested = contents.members.filter { Self.isVisible($0.name) && Self.isNamed($0.name, ".zip") }
      .map { (index: $0.index, name: $0.name, sentence: Self.nested) }
    var others: [(index: Int, name: String, sentence: String)] = []
    for entry in contents.passedOver where Self.isVisible(entry.name) {
      if entry.reason == .nameless || Self.mayHoldPapers(entry.name) {
        others.append((entry.index, entry.name, entry.reason.sentence))
      } else {
        otherFileCount += 1
      }
    }
    for (_, name, sentence) in (nested + others).sorted(by: { $0.index < $1.index }) {
      unreadable.append(UnreadablePath(path: "\(zip)!/\(name)", sentence: sentence))
    }
  }

  private static let nested =
    "It was not read, because it is a zip inside a zip. Unpack the outer one yourself and give its folder."

  /// Whether a member is none that the system of whoever packed the zip hides.
  private static func isVisible(_ name: String) -> Bool {
    let parts = name.split { $0 == "/" || $0 == "\\" }
    return parts.last?.first != "." && parts.first != "__MACOSX"
  }

  private static func mayHoldPapers(_ name: String) -> Bool { isNamed(name, ".pdf") || isNamed(name, ".zip") }

  private static func isNamed(_ name: String, _ suffix: String) -> Bool { name.lowercased().hasSuffix(suffix) }
}

extension ZipArchive.PassedOver.Reason {
  /// What is wrong, and what to do.
  fileprivate var sentence: String {
    switch self {
    case .leadsOut:
      "It was not read, because its path in the zip leads out of the zip. Unpack the zip yourself and give the file."
    case .noFile:
      "It was not read, because it is a link or the like and no file. Put the file itself into the zip."
    case .nameless:
      "It was not read, because its name in the zip cannot be read. Unpack the zip yourself and give the folder."
    }
  }
}
