import TensorFiles

/// Why a model folder cannot be used.
public enum ModelFolderError: Error, Equatable, CustomStringConvertible {
  /// A file of the folder does not exist or may not be read.
  case cannotOpen(path: String)
  /// A file of the folder is not as it was written.
  case damaged(path: String, what: String)
  /// The folder was written by another version of the program.
  case otherVersion(path: String, found: Int, known: Int)
  /// The model needs an encoder and none was given.
  case needsEncoder(path: String, name: String)
  /// The model needs another encoder than the one given; their SHA-256.
  case otherEncoder(path: String, name: String, expected: String, found: String)
  /// The folder cannot be written.
  case cannotWrite(path: String, reason: String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .cannotOpen(let path):
      "\(path): this file of the model cannot be opened. Is the folder a model, as `papertriage train` writes it?"
    case .damaged(let path, let what):
      "\(path): the model is damaged: \(what). Copy the folder again, or train it again with `papertriage train`."
    case .otherVersion(let path, let found, let known):
      "\(path): the model has format \(found), this program reads format \(known). "
        + "Train it again with `papertriage train`, or use the program it came with."
    case .needsEncoder(let path, let name):
      "\(path): the model was trained with the encoder \(name), which is no part of it. Name the encoder's folder with "
        + "--encoder (`tools/fetch-encoder` fetches one); a command without that option needs a model without encoder."
    case .otherEncoder(let path, let name, let expected, let found):
      "\(path): the model was trained with the encoder \(name) whose weights have the SHA-256 \(expected.prefix(12))…, "
        + "but those of the encoder given have \(found.prefix(12))…. Give that encoder, or train the model again with "
        + "this one."
    case .cannotWrite(let path, let reason):
      "\(path): the model cannot be written: \(reason)."
    }
  }
}

extension ModelFolderError {
  /// The same for a model's file of tensors.
  init(_ error: TensorFileError) {
    switch error {
    case .cannotOpen(let path): self = .cannotOpen(path: path)
    case .damaged(let path, let what): self = .damaged(path: path, what: what)
    }
  }
}
