import Foundation

/// Writes rows to a file, gzipped if its name ends so, or to standard output for `-`.
public final class RowWriter {
  private enum Target {
    case handle(FileHandle)
    case gzip(GzipWriter)
  }

  private let path: String
  private let target: Target

  /// Opens the target; a file is created for its owner only, or replaced.
  ///
  /// - Throws: ``InterchangeError/cannotWrite(path:reason:)``.
  public init(_ path: String) throws(InterchangeError) {
    self.path = path == "-" ? "standard output" : path
    if path == "-" {
      target = .handle(.standardOutput)
      return
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    if path.hasSuffix(".gz") {
      close(descriptor)
      target = .gzip(try GzipWriter(path))
    } else {
      target = .handle(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }
  }

  /// Appends bytes.
  ///
  /// - Throws: ``InterchangeError/cannotWrite(path:reason:)``, such as on a full disk.
  public func write(_ data: Data) throws(InterchangeError) {
    switch target {
    case .gzip(let writer): try writer.write(data)
    case .handle(let handle):
      do {
        try handle.write(contentsOf: data)
      } catch {
        let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? (error as NSError).code
        throw .cannotWrite(path: path, reason: code == 640 ? "the disk is full" : String(cString: strerror(errno)))
      }
    }
  }

  /// Appends one row of NDJSON.
  public func write(row: some Encodable) throws { try write(ContractJSON.line(row)) }

  /// Ends the file; a gzip file is not complete before.
  public func finish() throws(InterchangeError) {
    if case .gzip(let writer) = target { try writer.close() }
  }
}
