import Glibc

/// The lines of a file or of standard input, gunzipped if need be, in memory bounded by the longest line.
public struct LineReader: ~Copyable {
  /// A line without its line feed, and its number from 1.
  public struct Line: Sendable {
    /// The number, from 1.
    public let number: Int
    /// The bytes without line feed and carriage return.
    public let bytes: ArraySlice<UInt8>
  }

  /// The longest line that is read, in bytes: some hundred times the longest abstract.
  public static let longestLine = 16_000_000

  private let path: String
  private let stream: ByteStream
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var number = 0
  private var atEnd = false

  /// Opens a path, or standard input for `-`.
  public init(_ path: String) throws(InterchangeError) {
    self.path = path
    stream = try ByteStream(path)
  }

  /// Returns the next line, `nil` at the end.
  ///
  /// - Throws: ``InterchangeError/lineTooLong(path:line:limit:)``, ``InterchangeError/cannotRead(path:reason:)``.
  public mutating func next() throws(InterchangeError) -> Line? {
    while true {
      if let end = lineFeed() { return line(upTo: end) }
      searched = buffer.count
      guard searched - start <= Self.longestLine else {
        throw .lineTooLong(path: path, line: number + 1, limit: Self.longestLine)
      }
      guard !atEnd else { return start < buffer.count ? line(upTo: buffer.count) : nil }
      try fill()
    }
  }

  /// Returns the first byte that is not white space, without consuming anything; `nil` in an empty file.
  public mutating func firstSignificantByte() throws(InterchangeError) -> UInt8? {
    while true {
      if let byte = buffer.drop(while: { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }).first {
        return byte
      }
      guard !atEnd, buffer.count <= Self.longestLine else { return nil }
      try fill()
    }
  }

  /// Returns all that has not been read yet.
  ///
  /// - Throws: ``InterchangeError/tooLarge(path:limit:)``.
  public mutating func rest(limit: Int) throws(InterchangeError) -> ArraySlice<UInt8> {
    while !atEnd {
      guard buffer.count - start <= limit else { throw .tooLarge(path: path, limit: limit) }
      try fill()
    }
    defer { start = buffer.count }
    return buffer[start...]
  }

  /// The place of the next line feed in the buffer.
  private func lineFeed() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, searched < bytes.count else { return nil }
      return memchr(start + searched, 0x0A, bytes.count - searched).map { UnsafeRawPointer($0) - start }
    }
  }

  private mutating func fill() throws(InterchangeError) {
    if start > 0 {
      buffer.removeSubrange(..<start)
      searched -= start
      start = 0
    }
    let bytes = try stream.next()
    if bytes.isEmpty { atEnd = true } else { buffer.append(contentsOf: bytes) }
  }

  private mutating func line(upTo end: Int) -> Line {
    number += 1
    var last = end
    if last > start, buffer[last - 1] == UInt8(ascii: "\r") { last -= 1 }
    defer {
      start = min(end + 1, buffer.count)
      searched = start
    }
    return Line(number: number, bytes: buffer[start..<last])
  }
}
