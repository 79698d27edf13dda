/// Why a run cannot go on.
public enum PipelineError: Error, Equatable, CustomStringConvertible {
  /// A result cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The folder for the results cannot be made or written to.
  case unusableFolder(path: String, reason: String)
  /// Another run writes to the same folder.
  case folderInUse(path: String)
  /// The folder has no results.
  case noRun(path: String)
  /// Among the paths there is no file to read.
  case nothingToRead(paths: [String], otherFileCount: Int)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written: \(reason). What was read so far is kept; run the same command again to go on."
    case .diskFull(let path):
      "\(path): cannot be written: the disk is full. Free some space there. What was read so far is kept; run the same "
        + "command again to go on."
    case .unusableFolder(let path, let reason):
      "\(path): cannot be the folder for the results: \(reason). Name another with --output."
    case .folderInUse(let path):
      "\(path): another run is writing to this folder. Wait for it, or name another folder with --output."
    case .noRun(let path):
      "\(path): has no results. Run `papertriage triage` first, or name its folder with --output."
    case .nothingToRead(let paths, let others):
      "No PDF was found in \(paths.joined(separator: ", "))"
        + (others == 0
          ? "." : others == 1 ? "; 1 file there is something else." : "; \(others) files there are something else.")
    }
  }
}
