import GRDB

/// Why a workspace cannot be used.
public enum WorkspaceError: Error, Equatable, CustomStringConvertible {
  /// The file cannot be opened or is no workspace.
  case cannotOpen(path: String, reason: String)
  /// Something cannot be kept in it.
  case cannotWrite(path: String, reason: String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path): the workspace cannot be opened: \(reason). Name another folder with --output, or move this one away."
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written: \(reason). What was kept before is safe. Free some space there, if the disk is "
        + "full, and run the same command again to go on."
    }
  }

  static func reason(of error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "its tables are not ours" }
    return switch error.resultCode {
    case .SQLITE_NOTADB: "it is not an SQLite database"
    case .SQLITE_CANTOPEN: "it cannot be made or read in this folder"
    case .SQLITE_FULL: "the disk is full"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "another program is writing to it"
    case .SQLITE_READONLY: "it may not be written"
    default: "SQLite says code \(error.resultCode.rawValue)"
    }
  }
}
