import Foundation
import LinearAlgebra

/// A file of named tensors in Hugging Face's safetensors form, read where it lies.
///
/// The form: eight bytes with the header's length (little endian), the header as JSON, then the numbers.
public struct SafeTensorsFile: Sendable {
  /// The kinds of numbers that we read.
  public enum ElementType: String, Sendable, Codable {
    /// Four bytes, IEEE 754.
    case float32 = "F32"
    /// Two bytes, IEEE 754.
    case float16 = "F16"
    /// Four bytes without sign.
    case unsigned32 = "U32"
    /// One byte without sign.
    case unsigned8 = "U8"

    /// The bytes of a number.
    public var size: Int {
      switch self {
      case .float32, .unsigned32: 4
      case .float16: 2
      case .unsigned8: 1
      }
    }
  }

  struct Entry: Codable {
    /// The kind as the file names it; there are others than ours, which nobody may ask for.
    let dtype: String
    let shape: [Int]
    let dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case dataOffsets = "data_offsets"
    }
  }

  /// The largest header that is read; ours have under 2,000 bytes, an encoder's ten thousand.
  private static let largestHeader = 1_000_000

  private let path: String
  private let file: MappedFile
  private let entries: [String: Entry]
  private let dataStart: Int

  /// Opens a file; its numbers are read when they are asked for.
  ///
  /// - Throws: ``TensorFileError`` with the file's path.
  public init(path: String) throws(TensorFileError) {
    self.path = path
    guard let file = MappedFile(path: path) else { throw .cannotOpen(path: path) }
    self.file = file
    let prefix = file.bytes(0..<8)
    guard prefix.count == 8 else { throw .damaged(path: path, what: "it is shorter than its header") }
    let length = prefix.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.largestHeader, 8 + Int(length) <= file.count else {
      throw .damaged(path: path, what: "its header is longer than the file")
    }
    dataStart = 8 + Int(length)
    guard var header = try? JSONSerialization.jsonObject(with: Data(file.bytes(8..<dataStart))) as? [String: Any]
    else { throw .damaged(path: path, what: "its header is not JSON") }
    header["__metadata__"] = nil
    guard let data = try? JSONSerialization.data(withJSONObject: header),
      let entries = try? JSONDecoder().decode([String: Entry].self, from: data)
    else { throw .damaged(path: path, what: "its header does not describe tensors") }
    self.entries = entries
  }

  /// Whether the file holds a tensor of that name.
  public func contains(_ name: String) -> Bool { entries[name] != nil }

  /// Returns the numbers of a tensor and its shape.
  ///
  /// - Throws: ``TensorFileError/damaged(path:what:)`` if the tensor is missing, of another kind or cut off.
  public func tensor<Element: BitwiseCopyable & Sendable>(
    _ name: String, _ type: ElementType, as element: Element.Type
  ) throws(TensorFileError) -> (values: SharedBuffer<Element>, shape: [Int]) {
    guard let entry = entries[name] else { throw .damaged(path: path, what: "the tensor '\(name)' is missing") }
    guard entry.dtype == type.rawValue else {
      throw .damaged(path: path, what: "the tensor '\(name)' is of kind \(entry.dtype), not \(type.rawValue)")
    }
    guard entry.dataOffsets.count == 2, entry.shape.allSatisfy({ $0 >= 0 }),
      entry.dataOffsets[0] >= 0, entry.dataOffsets[0] <= entry.dataOffsets[1],
      let size = Self.product(entry.shape + [type.size]), size == entry.dataOffsets[1] - entry.dataOffsets[0],
      entry.dataOffsets[1] <= file.count - dataStart,
      let values = SharedBuffer<Element>(
        file, bytes: dataStart + entry.dataOffsets[0]..<dataStart + entry.dataOffsets[1])
    else { throw .damaged(path: path, what: "the tensor '\(name)' is not as its header says, or the file is cut off") }
    return (values, entry.shape)
  }

  private static func product(_ sides: [Int]) -> Int? {
    sides.reduce(1 as Int?) { product, side in
      guard let (value, overflow) = product.map({ $0.multipliedReportingOverflow(by: side) }), !overflow else {
        return nil
      }
      return value
    }
  }
}
