import Foundation
import TestSupport
import Testing

@testable import TensorFiles

struct SafeTensorsFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file that was written reads back the same`() throws {
    var writer = SafeTensorsWriter()
    writer.add("small", .unsigned8, shape: [3], [1, 2, 3] as [UInt8])
    writer.add("numbers", .float32, shape: [2, 2], [1, 2, 3, 4] as [Float])
    let file = try SafeTensorsFile(path: folder.file("a.safetensors", writer.encoded()))
    let numbers = try file.tensor("numbers", .float32, as: Float.self)
    #expect(Array(numbers.values) == [1, 2, 3, 4])
    #expect(numbers.shape == [2, 2])
    #expect(Array(try file.tensor("small", .unsigned8, as: UInt8.self).values) == [1, 2, 3])
  }

  @Test func `tensors of kinds that we do not read are passed over until they are asked for`() throws {
    let path = try file(
      #"{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},"__metadata__":{"format":"pt"}}"#, bytes: 8)
    let file = try SafeTensorsFile(path: path)
    #expect(file.contains("a"))
    let error = #expect(throws: TensorFileError.self) { try file.tensor("a", .float32, as: Float.self) }
    #expect(error?.description.contains("is of kind I64, not F32") == true)
  }

  @Test(arguments: [
    #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}"#,
    #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,4]}}"#,
  ])
  func `a header that lies about its numbers is refused`(header: String) throws {
    let path = try file(header, bytes: 8)
    let error = #expect(throws: TensorFileError.self) {
      try SafeTensorsFile(path: path).tensor("a", .float32, as: Float.self)
    }
    #expect(error?.description.contains("is not as its header says") == true)
  }

  @Test func `a file that does not exist is named`() {
    #expect(throws: TensorFileError.cannotOpen(path: "/nowhere")) { try SafeTensorsFile(path: "/nowhere") }
  }

  private func file(_ header: String, bytes: Int) throws -> String {
    var header = Data(header.utf8)
    while !header.count.isMultiple(of: 8) { header.append(UInt8(ascii: " ")) }
    let length = Data((0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) })
    return try folder.file("b.safetensors", length + header + Data(count: bytes))
  }
}
