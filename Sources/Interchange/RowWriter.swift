import Foundation

/// Writes rows to a file, gzipped if its name ends so, or to standard output for `-`; from one thread at a time.
public final class RowWriter: @unchecked Sendable {
  // Unchecked: its users hand rows over one at a time, in order.
  private enum Target {
    case descriptor(Int32)
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
      target = .descriptor(STDOUT_FILENO)
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
      target = .descriptor(descriptor)
    }
  }

  /// Appends bytes.
  ///
  /// - Throws: ``InterchangeError/cannotWrite(path:reason:)``, such as on a full disk.
  public func write(_ data: Data) throws(InterchangeError) {
    switch target {
    case .gzip(let writer): try writer.write(data)
    case .descriptor(let descriptor):
      var rest = data[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw failure(errno) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Appends rows.
  public func write(_ rows: JSONBytes) throws(InterchangeError) { try write(Data(rows.bytes)) }

  /// Appends one row of NDJSON.
  public func write(row: some Encodable) throws { try write(ContractJSON.line(row)) }

  /// Ends the file; a gzip file is not complete before.
  public func finish() throws(InterchangeError) {
    if case .gzip(let writer) = target { try writer.close() }
  }

  private func failure(_ code: Int32) -> InterchangeError {
    switch code {
    case EPIPE: .readerGone
    case ENOSPC: .cannotWrite(path: path, reason: "the disk is full; free some space and run the same command again")
    default: .cannotWrite(path: path, reason: String(cString: strerror(code)).lowercased())
    }
  }

  deinit {
    if case .descriptor(let descriptor) = target, descriptor != STDOUT_FILENO { close(descriptor) }
  }
}
