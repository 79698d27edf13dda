import Foundation

/// Holds JSON values to a JSON Schema (2020-12), as far as the schemas of this repository use it.
///
/// A keyword it does not know is reported as a violation, so that no schema can pass unchecked.
public struct JSONSchema {
  private let root: [String: Any]

  /// Reads a schema file.
  public init(path: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    guard let root = object as? [String: Any] else { throw CocoaError(.fileReadCorruptFile) }
    self.root = root
  }

  /// Returns what is wrong with a JSON document, each with its place; empty if nothing is.
  public func violations(in json: Data) throws -> [String] {
    check(try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed), against: root, at: "$")
  }

  private static let annotations: Set = [
    "$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default",
  ]

  private func check(_ value: Any, against schema: [String: Any], at place: String) -> [String] {
    schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      Self.annotations.contains(keyword) ? [] : check(value, keyword: keyword, rule: rule, schema: schema, at: place)
    }
  }

  private func check(
    _ value: Any, keyword: String, rule: Any, schema: [String: Any], at place: String
  ) -> [String] {
    switch (keyword, rule) {
    case ("$ref", let reference as String):
      guard let target = resolved(reference) else { return ["\(place): \(reference) leads nowhere"] }
      return check(value, against: target, at: place)
    case ("type", let name as String):
      return Self.isType(name, value) ? [] : ["\(place): is not of type \(name)"]
    case ("type", let names as [String]):
      return names.contains { Self.isType($0, value) } ? [] : ["\(place): is none of \(names)"]
    case ("enum", let allowed as [Any]):
      return allowed.contains { ($0 as? NSObject) == (value as? NSObject) } ? [] : ["\(place): is not in the enum"]
    case ("const", _):
      return (rule as? NSObject) == (value as? NSObject) ? [] : ["\(place): is not the constant"]
    case ("anyOf", let options as [[String: Any]]):
      return options.contains { check(value, against: $0, at: place).isEmpty } ? [] : ["\(place): fits no option"]
    case ("required", let names as [String]):
      guard let object = value as? [String: Any] else { return [] }
      return names.filter { object[$0] == nil }.map { "\(place): lacks '\($0)'" }
    case ("properties", let properties as [String: [String: Any]]):
      guard let object = value as? [String: Any] else { return [] }
      return properties.sorted { $0.key < $1.key }.flatMap { name, rule in
        object[name].map { check($0, against: rule, at: "\(place).\(name)") } ?? []
      }
    case ("additionalProperties", let allowed as Bool):
      guard !allowed, let object = value as? [String: Any] else { return [] }
      let known = schema["properties"] as? [String: Any] ?? [:]
      return object.keys.filter { known[$0] == nil }.sorted().map { "\(place): has the unknown key '\($0)'" }
    case ("additionalProperties", let rule as [String: Any]):
      guard let object = value as? [String: Any] else { return [] }
      let known = schema["properties"] as? [String: Any] ?? [:]
      return object.filter { known[$0.key] == nil }.flatMap { check($0.value, against: rule, at: "\(place).\($0.key)") }
    case ("items", let rule as [String: Any]):
      guard let items = value as? [Any] else { return [] }
      return items.enumerated().flatMap { check($0.element, against: rule, at: "\(place)[\($0.offset)]") }
    case ("minItems", let least as Int):
      return (value as? [Any]).map { $0.count >= least } ?? true ? [] : ["\(place): has fewer than \(least) items"]
    case ("maxItems", let most as Int):
      return (value as? [Any]).map { $0.count <= most } ?? true ? [] : ["\(place): has more than \(most) items"]
    case ("minimum", let least as NSNumber):
      return (value as? NSNumber).map { $0.doubleValue >= least.doubleValue } ?? true ? [] : ["\(place): is too small"]
    case ("maximum", let most as NSNumber):
      return (value as? NSNumber).map { $0.doubleValue <= most.doubleValue } ?? true ? [] : ["\(place): is too large"]
    case ("minLength", let least as Int):
      return (value as? String).map { $0.count >= least } ?? true ? [] : ["\(place): is too short"]
    case ("pattern", let pattern as String):
      guard let text = value as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(place): does not match"]
    default:
      return ["\(place): the schema's keyword '\(keyword)' is not known to this checker"]
    }
  }

  private func resolved(_ reference: String) -> [String: Any]? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(root as [String: Any]?) { object, key in
      object?[String(key)] as? [String: Any]
    }
  }

  private static func isType(_ name: String, _ value: Any) -> Bool {
    let number = value as? NSNumber
    let isBoolean = number.map { String(cString: $0.objCType) == "c" } ?? false
    return switch name {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean
    case "null": value is NSNull
    case "number": number != nil && !isBoolean
    case "integer": number.map { !isBoolean && $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: false
    }
  }
}
