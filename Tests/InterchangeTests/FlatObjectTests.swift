import Foundation
import Testing

@testable import Interchange

/// The quick reader of objects against `JSONSerialization`.
struct FlatObjectTests {
  private func quick(_ bytes: [UInt8]) -> [String: Any]? { bytes.withUnsafeBufferPointer(FlatObject.values(of:)) }

  private func expectTheSame(_ bytes: [UInt8]) throws {
    guard let values = quick(bytes) else { return }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let (left, right) = (Record(folded: values, file: "", line: 1), Record(object, file: "", line: 1))
    #expect(Set(left.keys) == Set(right.keys))
    for key in left.keys {
      #expect(left.text(key) == right.text(key))
      #expect(left.list(key) == right.list(key))
    }
  }

  @Test(arguments: [
    #"{"id":"a"}"#, #" { "id" : "7" , "title":"A \"b\" \\ \/ \n\t\r\b\f" }  "#, #"{"id":123456789012345,"x":0}"#,
    #"{"title":"\u2019\u00e9\u4E2D é中😀","abstract":""}"#, "{\"a\":\"one\\n; two\"}\r",
    #"{"topics":["a","b; c"," "],"groups":[ ] , "primary":null}"#,
  ])
  func `plain objects are read as JSONSerialization reads them`(line: String) throws {
    #expect(quick(Array(line.utf8)) != nil)
    try expectTheSame(Array(line.utf8))
  }

  @Test(arguments: [
    "", "{}", "{", "[]", #"{"id":"a""#, #"{"id":"a"}}"#, #"{"id":"a"} x"#, #"{"id":"a",}"#, #"{"id":01}"#,
    #"{"id":-1}"#, #"{"id":1.5}"#, #"{"id":1e3}"#, #"{"id":1234567890123456}"#, #"{"id":nul}"#, #"{"id":["a",]}"#,
    #"{"id":["a"}"#,
    #"{"id":[1]}"#, #"{"id":[["a"]]}"#, #"{"id":["a" "b"]}"#, #"{"id":["a""#, #"{"id":["#, #"{"id":true}"#,
    #"{"Id":"a"}"#,
    #"{"i d":"a"}"#, #"{"id":"a","id":"b"}"#, #"{"id":"\x"}"#, #"{"id":"\u00"}"#, #"{"id":"\u0000"}"#,
    #"{"id":"\ud83d\ude00"}"#, #"{"id":"\ud83d"}"#, "{\"id\":\"a\nb\"}", "{\"id\":\"a\u{1}\"}", #"{"id":"a\"#,
    #"{"id":"\"}"#,
    "\u{FEFF}{\"id\":\"a\"}", #"{id:"a"}"#, #"{"id" "a"}"#, "{\"id\":\u{b}\"a\"}",
  ])
  func `all else is left to JSONSerialization`(line: String) {
    #expect(quick(Array(line.utf8)) == nil)
  }

  @Test func `text that is not UTF-8 is left to JSONSerialization`() {
    #expect(quick(Array(#"{"id":""#.utf8) + [0xC3] + Array(#""}"#.utf8)) == nil)
    #expect(quick(Array(#"{"id":"\n"#.utf8) + [0xFF] + Array(#""}"#.utf8)) == nil)
  }

  @Test func `damaged lines are never read as something else`() throws {
    let line = Array(
      #"{"id":"x-7", "title":"Caf\u00e9 \"in\" the\tage é", "year":2023, "topics":["a","b"], "primary":null}"#.utf8)
    var generator = SystemRandomNumberGenerator()
    for place in line.indices {
      for byte in Array("\"\\}\0".utf8) + [0x80, .random(in: 0...255, using: &generator)] {
        var damaged = line
        damaged[place] = byte
        try expectTheSame(damaged)
      }
      try expectTheSame(Array(line[..<place]))
    }
  }
}
