import Foundation

/// The folder that a run writes to: readable by its owner only, used by one run at a time, and every file in it either
/// the old or the new one, never half of it.
public final class ResultFolder: Sendable {
  /// The folder.
  public let path: String
  private let lock: Int32

  /// Makes the folder if it is not there, and takes it for this run until the program ends, however it ends.
  ///
  /// - Throws: ``PipelineError/unusableFolder(path:reason:)``, ``PipelineError/diskFull(path:)``,
  ///   ``PipelineError/folderInUse(path:)``.
  public init(_ path: String) throws(PipelineError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Self.unusable(path)
    }
    lock = try Self.locked(path)
  }

  /// Takes a folder that holds results already.
  ///
  /// - Throws: ``PipelineError/noRun(path:)``, ``PipelineError/folderInUse(path:)``.
  public init(existing path: String) throws(PipelineError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path + "/triage.sqlite") else { throw .noRun(path: path) }
    lock = try Self.locked(path)
  }

  private static func locked(_ path: String) throws(PipelineError) -> Int32 {
    let lock = open(path + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else {
      if errno == ENOSPC { throw .diskFull(path: path) }
      throw .unusableFolder(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw .folderInUse(path: path)
    }
    return lock
  }

  deinit { close(lock) }

  /// The workspace in the folder.
  public var workspacePath: String { path + "/triage.sqlite" }

  /// Makes a folder below it, if it is not there.
  public func makeSubfolder(_ name: String) throws(PipelineError) {
    let folder = "\(path)/\(name)"
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Self.failure(folder) }
  }

  /// Replaces a file of the folder at once, after its bytes are on the disk.
  ///
  /// - Throws: ``PipelineError/cannotWrite(path:reason:)``, such as on a full disk; the old file is then still there.
  public func write(_ data: Data, to name: String) throws(PipelineError) {
    let target = "\(path)/\(name)"
    let draft = "\(target).new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(target) }
    defer { close(descriptor) }
    // Half a file is of no use to anyone; after a rename there is none.
    defer { unlink(draft) }
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Self.failure(target) }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0, rename(draft, target) == 0 else { throw Self.failure(target) }
  }

  /// Removes files of a folder below it, and the folder if it is empty then.
  ///
  /// - Parameter isOld: Whether a file of that name is to go.
  /// - Throws: ``PipelineError/cannotWrite(path:reason:)`` if a file stays.
  public func removeFiles(of subfolder: String, where isOld: (String) -> Bool) throws(PipelineError) {
    let folder = "\(path)/\(subfolder)"
    // No folder, no files.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where isOld(name) {
      guard unlink("\(folder)/\(name)") == 0 else { throw Self.failure("\(folder)/\(name)") }
    }
    // Refused if anything is left.
    rmdir(folder)
  }

  /// Says why a folder could not be made; Foundation's error does not tell it plainly.
  private static func unusable(_ path: String) -> PipelineError {
    if FileManager.default.fileExists(atPath: path) {
      return .unusableFolder(path: path, reason: "it is a file, not a folder")
    }
    let code = mkdir(path, 0o700) == 0 ? 0 : errno
    return switch code {
    case ENOSPC: .diskFull(path: path)
    case ENOTDIR: .unusableFolder(path: path, reason: "a part of the path is a file, not a folder")
    case EACCES, EPERM, EROFS, ENAMETOOLONG:
      .unusableFolder(path: path, reason: String(cString: strerror(code)).lowercased())
    default: .unusableFolder(path: path, reason: "the folder cannot be made")
    }
  }

  private static func failure(_ path: String) -> PipelineError {
    let errno = errno
    return errno == ENOSPC
      ? .diskFull(path: path) : .cannotWrite(path: path, reason: String(cString: strerror(errno)).lowercased())
  }
}
