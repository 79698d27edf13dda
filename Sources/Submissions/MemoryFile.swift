import Foundation
import Papers

/// A file in memory only, gone with its last reference: its name is taken away before anything is written to it.
public final class MemoryFile: OpenedFile {
  private let descriptor: Int32
  /// The path under which another process can open it.
  public let path: String

  /// Puts bytes into memory.
  ///
  /// - Throws: ``PDFFailure`` of kind `cannot-open` if there is not enough memory.
  public init(_ data: Data) throws(PDFFailure) {
    let name = "/papertriage-\(UUID().uuidString)"
    descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)  // closed on exec (POSIX)
    shm_unlink(name)
    path = "/proc/\(getpid())/fd/\(descriptor)"
    let full = PDFFailure(kind: .cannotOpen, sentence: "There is not enough memory to hold the file.")
    guard descriptor >= 0 else { throw full }
    do {
      try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: data)
    } catch {
      throw full
    }
  }

  deinit { close(descriptor) }
}
