/// The name by which the submission system knows a paper, such as `12` in HotCRP.
///
/// It exists only where it is certain: from a metadata file, or from a file name in the form that a submission
/// system gives. A paper without one is in every report but gets no row in an upload.
public struct PaperID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The id as the submission system writes it.
  public let rawValue: String

  /// Takes the id as the submission system writes it.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The id as the submission system writes it.
  public var description: String { rawValue }

  /// Reads the bare string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the bare string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
