// `rounded()` needs the C mathematics library at link time.
import Glibc

/// A number from 0 to 1, written with at most six decimals.
///
/// Six decimals are what every output promises; a processor's other kernels move the seventh.
public struct Probability: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// The number, from 0 to 1.
  public let rawValue: Double

  /// Takes a number and brings it into the range from 0 to 1; not-a-number becomes 0.
  public init(rawValue: Double) {
    self.rawValue = rawValue.isNaN ? 0 : min(max(rawValue, 0), 1)
  }

  /// Takes a number and brings it into the range from 0 to 1; not-a-number becomes 0.
  public init(_ value: Double) { self.init(rawValue: value) }

  /// The number rounded to six decimals, as outputs write it.
  public var rounded: Double { (rawValue * 1_000_000).rounded() / 1_000_000 }

  /// Whether the left one is the smaller.
  public static func < (left: Probability, right: Probability) -> Bool { left.rawValue < right.rawValue }

  /// Reads the bare number.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(Double.self))
  }

  /// Writes the bare number with at most six decimals.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rounded)
  }
}
