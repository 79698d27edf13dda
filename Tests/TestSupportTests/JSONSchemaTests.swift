import Foundation
import TestSupport
import Testing

struct JSONSchemaTests {
  private func violations(_ schema: String, _ json: String) throws -> [String] {
    let folder = try TemporaryFolder()
    return try JSONSchema(path: folder.file("s.json", schema)).violations(in: Data(json.utf8))
  }

  @Test(arguments: [
    ("boolean", "true", "1"), ("integer", "1", "1.5"), ("number", "1.5", "true"), ("null", "null", "0"),
    ("string", "\"a\"", "1"), ("array", "[]", "{}"), ("object", "{}", "[]"),
  ])
  func `a type takes its own values and no others`(type: String, good: String, bad: String) throws {
    #expect(try violations("{\"type\": \"\(type)\"}", good) == [])
    #expect(try violations("{\"type\": \"\(type)\"}", bad) == ["$: is not of type \(type)"])
  }

  @Test func `missing and unknown keys are told with their place`() throws {
    let schema = """
      {"type": "object", "properties": {"a": {"$ref": "#/$defs/list"}}, "required": ["a"],
       "additionalProperties": false,
       "$defs": {"list": {"type": "array", "items": {"enum": ["x", null]}}}}
      """
    #expect(try violations(schema, "{\"a\": [\"x\", null]}") == [])
    #expect(try violations(schema, "{\"a\": [\"y\"]}") == ["$.a[0]: is not in the enum"])
    #expect(try violations(schema, "{\"b\": 1}") == ["$: has the unknown key 'b'", "$: lacks 'a'"])
  }

  @Test func `a keyword that is not known is a violation`() throws {
    #expect(try violations("{\"oneOf\": []}", "1") != [])
  }
}
