/// Why a matrix cannot be worked with.
public enum LinearAlgebraError: Error, Equatable, CustomStringConvertible {
  /// The matrix is not positive definite; the pivot counts from 0.
  case notPositiveDefinite(pivot: Int)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .notPositiveDefinite(let pivot):
      "The matrix is not positive definite (row \(pivot + 1)). Are there columns that depend on each other?"
    }
  }
}
