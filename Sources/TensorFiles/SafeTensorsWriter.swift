import Foundation

/// Collects named tensors and writes them in Hugging Face's safetensors form.
public struct SafeTensorsWriter {
  private var tensors: [(name: String, type: SafeTensorsFile.ElementType, shape: [Int], bytes: Data)] = []

  /// Makes a file without tensors.
  public init() {}

  /// Adds a tensor.
  public mutating func add<Element: BitwiseCopyable>(
    _ name: String, _ type: SafeTensorsFile.ElementType, shape: [Int], _ values: some Sequence<Element>
  ) {
    let values = Array(values)
    precondition(shape.reduce(1, *) == values.count, "A tensor's shape must multiply to its number of elements.")
    precondition(MemoryLayout<Element>.stride == type.size, "A tensor's elements must have the size of its type.")
    tensors.append((name, type, shape, values.withUnsafeBytes { Data($0) }))
  }

  /// Returns the file: tensors with the widest numbers first, so that each lies where a processor may read it.
  public func encoded() throws -> Data {
    var header: [String: SafeTensorsFile.Entry] = [:]
    var body = Data()
    for tensor in tensors.sorted(by: { ($0.type.size, $1.name) > ($1.type.size, $0.name) }) {
      let start = body.count
      body.append(tensor.bytes)
      header[tensor.name] = .init(dtype: tensor.type.rawValue, shape: tensor.shape, dataOffsets: [start, body.count])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = try encoder.encode(header)
    while !json.count.isMultiple(of: 8) { json.append(UInt8(ascii: " ")) }
    var data = Data((0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) })
    data.append(json)
    data.append(body)
    return data
  }
}
