import Foundation
import Synchronization

/// A zip file whose members are read without writing any of them to disk.
public final class ZipArchive: Sendable {
  /// What is in a zip.
  public struct Contents: Hashable, Sendable {
    /// The files, in bytewise order of their names; several may have the same name.
    public let members: [Member]
    /// The entries that are neither read nor folders, in the zip's order.
    public let passedOver: [PassedOver]
  }

  /// An entry that is not read.
  public struct PassedOver: Hashable, Sendable {
    /// Its path as the zip gives it, or its number if the zip gives none.
    public let name: String
    /// Its place among the zip's entries, from 0.
    public let index: Int
    /// Why it is not read.
    public let reason: Reason

    /// Why an entry is not read.
    public enum Reason: Hashable, Sendable {
      /// Its path goes up by `..`.
      case leadsOut
      /// It is a link, a device or the like.
      case noFile
      /// Its name is missing or in no known encoding.
      case nameless
    }
  }

  /// A file in a zip.
  public struct Member: Hashable, Sendable {
    /// Its path inside the zip, made harmless: no leading slash, no `..`, no control character.
    public let name: String
    /// Its place among the zip's entries, from 0.
    public let index: Int
  }

  /// The most entries that a zip may have; the largest conferences have some 15,000 papers.
  public static let mostEntries = 100_000
  /// The largest member that is unpacked, in bytes.
  public static let largestMember = 200_000_000

  private let path: String
  /// Where the last reading stopped: members are mostly asked for in the zip's own order.
  private let reader = Mutex<ZipReader?>(nil)

  /// Takes the path of a zip; it is opened when something is read.
  public init(_ path: String) { self.path = path }

  /// Returns what is in the zip.
  ///
  /// - Throws: ``ZipError``.
  public func contents() throws(ZipError) -> Contents {
    let reader = try ZipReader(path)
    var members: [Member] = []
    var passedOver: [PassedOver] = []
    while let entry = try reader.next() {
      guard entry.index < Self.mostEntries else { throw .tooManyEntries(path: path) }
      if entry.kind == .folder { continue }
      let name = entry.name ?? "entry \(entry.index + 1)"
      if entry.name == nil {
        passedOver.append(PassedOver(name: name, index: entry.index, reason: .nameless))
      } else if entry.kind == .other {
        passedOver.append(PassedOver(name: name, index: entry.index, reason: .noFile))
      } else if let safe = Self.safeName(name) {
        members.append(Member(name: safe, index: entry.index))
      } else {
        passedOver.append(PassedOver(name: name, index: entry.index, reason: .leadsOut))
      }
    }
    members.sort { $0.name == $1.name ? $0.index < $1.index : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return Contents(members: members, passedOver: passedOver)
  }

  /// Returns the unpacked bytes of the member with that index.
  ///
  /// - Throws: ``ZipError``, such as for a member that is larger than ``largestMember`` or has a password.
  public func contents(ofMember index: Int) throws(ZipError) -> Data {
    try reader.withLock { current throws(ZipError) in
      let reader: ZipReader
      if let open = current, open.count <= index { reader = open } else { reader = try ZipReader(path) }
      // Put back only when the member was read well: a reader that failed is in no usable state.
      current = nil
      while let entry = try reader.next(), entry.index <= index {
        guard entry.index == index else { continue }
        let data = try reader.contents(limit: Self.largestMember)
        current = reader
        return data
      }
      throw ZipError.noSuchMember(path: path)
    }
  }

  static func safeName(_ name: String) -> String? {
    let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    let joined = parts.joined(separator: "/")
    return String(String.UnicodeScalarView(joined.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}

/// Why a zip or one of its members cannot be read.
public enum ZipError: Error, Equatable, CustomStringConvertible {
  /// The zip cannot be opened or is damaged.
  case damaged(path: String, reason: String)
  /// The zip has more entries than any conference.
  case tooManyEntries(path: String)
  /// A member is larger than any paper.
  case memberTooLarge(path: String)
  /// The zip has changed since it was listed.
  case noSuchMember(path: String)

  /// What is wrong, without the path.
  public var reason: String {
    switch self {
    case .damaged(_, let reason): "The zip file cannot be read: \(reason). Try to download it again."
    case .tooManyEntries: "The zip file has more than \(ZipArchive.mostEntries) entries; unpack it yourself."
    case .memberTooLarge:
      "Unpacked, the file has more than \(ZipArchive.largestMember) bytes, which no paper has; it was not read."
    case .noSuchMember: "The zip file has changed while it was read. Try again."
    }
  }

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .damaged(let path, _), .tooManyEntries(let path), .memberTooLarge(let path), .noSuchMember(let path):
      "\(path): \(reason)"
    }
  }
}
