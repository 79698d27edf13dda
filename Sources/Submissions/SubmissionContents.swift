import Crypto
import Foundation
import Interchange
import Papers
import Synchronization

/// The bytes of submissions, wherever they are, as files that the PDF worker can open.
///
/// A member of a zip is unpacked into memory that has a path but no place on disk, so that nothing confidential stays
/// behind, even when the program is killed.
public final class SubmissionContents: Sendable {
  private let zips = Mutex<[String: ZipArchive]>([:])

  /// Makes a reader; zips that it has opened stay open.
  public init() {}

  /// Returns the SHA-256 of a submission's bytes in hexadecimal.
  ///
  /// - Throws: ``PDFFailure`` of kind `cannot-open`.
  public func hash(of file: SubmissionFile) throws(PDFFailure) -> String {
    var hash = SHA256()
    switch file.location {
    case .zipMember(let zip, let index):
      hash.update(data: try member(index, of: zip))
    case .file(let path):
      do {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { hash.update(data: chunk) }
      } catch {
        throw Self.cannotOpen
      }
    }
    return hash.finalize().map { String(format: "%02x", $0) }.joined()
  }

  /// Returns a submission's bytes as a file that another process can open as long as the value lives.
  ///
  /// - Throws: ``PDFFailure`` of kind `cannot-open`.
  public func open(_ file: SubmissionFile) throws(PDFFailure) -> any OpenedFile {
    switch file.location {
    case .file(let path): PlainFile(path: path)
    case .zipMember(let zip, let index): try MemoryFile(member(index, of: zip))
    }
  }

  private func member(_ index: Int, of zip: String) throws(PDFFailure) -> Data {
    let archive = zips.withLock { zips in
      if let archive = zips[zip] { return archive }
      let archive = ZipArchive(zip)
      zips[zip] = archive
      return archive
    }
    do {
      return try archive.contents(ofMember: index)
    } catch {
      throw PDFFailure(kind: .cannotOpen, sentence: error.reason)
    }
  }

  private static let cannotOpen = PDFFailure(
    kind: .cannotOpen, sentence: "The file cannot be opened. Check that it is still there and that you may read it.")
}
