import Foundation
import LinearAlgebra

/// A file of named tensors in Hugging Face's safetensors form, read where it lies.
///
/// The form: eight bytes with the header's length (little endian), the header as JSON, then the numbers.
struct SafeTensorsFile {
  /// The kinds of numbers that our models hold.
  enum ElementType: String, Codable {
    case float32 = "F32"
    case float16 = "F16"
    case unsigned32 = "U32"
    case unsigned8 = "U8"

    var size: Int {
      switch self {
      case .float32, .unsigned32: 4
      case .float16: 2
      case .unsigned8: 1
      }
    }
  }

  struct Entry: Codable {
    let dtype: ElementType
    let shape: [Int]
    let dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case dataOffsets = "data_offsets"
    }
  }

  /// The largest header that is read; ours have under 2,000 bytes.
  private static let largestHeader = 1_000_000

  private let path: String
  private let file: MappedFile
  private let entries: [String: Entry]
  private let dataStart: Int

  init(path: String) throws(ModelFolderError) {
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
  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// Returns the numbers of a tensor and its shape.
  func tensor<Element: BitwiseCopyable & Sendable>(
    _ name: String, _ type: ElementType, as element: Element.Type
  ) throws(ModelFolderError) -> (values: SharedBuffer<Element>, shape: [Int]) {
    guard let entry = entries[name] else { throw .damaged(path: path, what: "the tensor '\(name)' is missing") }
    guard entry.dtype == type, entry.dataOffsets.count == 2, entry.shape.allSatisfy({ $0 >= 0 }),
      entry.dataOffsets[0] >= 0, entry.dataOffsets[0] <= entry.dataOffsets[1],
      let count = Self.product(entry.shape), count * type.size == entry.dataOffsets[1] - entry.dataOffsets[0],
      entry.dataOffsets[1] <= file.count - dataStart,
      let values = SharedBuffer<Element>(
        file, bytes: dataStart + entry.dataOffsets[0]..<dataStart + entry.dataOffsets[1])
    else { throw .damaged(path: path, what: "the tensor '\(name)' is not as its header says, or the file is cut off") }
    return (values, entry.shape)
  }

  private static func product(_ shape: [Int]) -> Int? {
    shape.reduce(1 as Int?) { product, side in
      guard let (value, overflow) = product.map({ $0.multipliedReportingOverflow(by: side) }), !overflow else {
        return nil
      }
      return value
    }
  }
}
