import Foundation

/// JSON as every command of the program writes it: snake_case keys, sorted, slashes not escaped, one object a line
/// where rows are written.
public enum ContractJSON {
  /// Returns one row of NDJSON with its line feed.
  public static func line(_ value: some Encodable) throws -> Data {
    var data = try encoder(pretty: false).encode(value)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// Returns an indented document for people, with a line feed at its end.
  public static func document(_ value: some Encodable) throws -> Data {
    var data = try encoder(pretty: true).encode(value)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// Reads a value from what ``line(_:)`` or ``document(_:)`` wrote; unknown keys are ignored.
  public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: data)
  }

  private static func encoder(pretty: Bool) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return encoder
  }
}
