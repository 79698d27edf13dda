/// Why nothing could be read from one file; the rest of a batch goes on.
public struct PDFFailure: Error, Hashable, Sendable, Codable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The file does not exist, vanished, or may not be read.
    case cannotOpen = "cannot-open"
    /// The file has no bytes.
    case empty
    /// The file is something else than a PDF.
    case notPDF = "not-pdf"
    /// The file opens with a password only.
    case encrypted
    /// The file begins as a PDF but its structure is beyond repair, such as cut short.
    case damaged
    /// The file is a PDF without pages.
    case noPages = "no-pages"
    /// Reading took longer than allowed.
    case tooSlow = "too-slow"
    /// Reading needed more memory than allowed.
    case tooMuchMemory = "too-much-memory"
    /// The PDF library crashed on the file.
    case crashed
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What was seen, what was expected and what to do, without the file's name and without any of its text.
  public let sentence: String

  /// Makes a failure.
  public init(kind: Kind, sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }

  /// The sentence.
  public var description: String { sentence }
}
