import Foundation
import GRDB

extension Workspace {
  /// Keeps a value under a name.
  public func keep(_ value: some Encodable, asSetting name: String) throws {
    try write { database in try keep(value, asSetting: name, in: database) }
  }

  func keep(_ value: some Encodable, asSetting name: String, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [name, Self.encoder.encode(value)])
  }

  /// Returns the value that was kept under a name; `nil` if none was.
  public func setting<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value? {
    let data = try database.read { database in
      try Data.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
    return try data.map { try JSONDecoder().decode(type, from: $0) }
  }
}
