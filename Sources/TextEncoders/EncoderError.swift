import TensorFiles

/// Why an encoder's folder cannot be used.
public enum EncoderError: Error, Equatable, CustomStringConvertible {
  /// A file of the folder does not exist, is empty or may not be read.
  case cannotOpen(path: String)
  /// A file of the folder is not as it was published; `what` says what was seen and what was expected.
  case damaged(path: String, what: String)
  /// The encoder is of a kind that this program cannot run; `what` says what was seen and what was expected.
  case otherKind(path: String, what: String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotOpen(let path):
      "\(path): this file of the encoder cannot be opened. Is the folder an encoder, as `tools/fetch-encoder` writes it?"
    case .damaged(let path, let what):
      "\(path): the encoder is damaged: \(what). Fetch it again with `tools/fetch-encoder`."
    case .otherKind(let path, let what):
      "\(path): this program cannot run such an encoder: \(what). It runs BERT encoders such as all-MiniLM-L6-v2."
    }
  }

  /// The same for an encoder's file of tensors.
  init(_ error: TensorFileError) {
    switch error {
    case .cannotOpen(let path): self = .cannotOpen(path: path)
    case .damaged(let path, let what): self = .damaged(path: path, what: what)
    }
  }
}
