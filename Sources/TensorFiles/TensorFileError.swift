/// Why a file of tensors cannot be used.
public enum TensorFileError: Error, Equatable, CustomStringConvertible {
  /// The file does not exist, is empty or may not be read.
  case cannotOpen(path: String)
  /// The file is not as its form wants it; `what` goes on after "it is damaged: ".
  case damaged(path: String, what: String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotOpen(let path): "\(path): this file of numbers cannot be opened."
    case .damaged(let path, let what): "\(path): the file is damaged: \(what)."
    }
  }
}
