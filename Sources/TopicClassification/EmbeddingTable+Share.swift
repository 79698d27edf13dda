import LinearAlgebra
import LinearModels

extension EmbeddingTable {
  /// Returns how much of a document's features the embedding keeps: the length of the features' projection on the
  /// vectors' span, divided by their own; `nil` if no feature has a vector.
  ///
  /// It is low for documents whose terms do not go together as they did in the papers that the embedding was learnt from.
  func keptShare(of row: SparseVector) -> Double? {
    let entries = row.columns.indices.filter { row.columns[$0] < featureCount }
    let kept = entries.map { row.values[$0] }
    let length = kept.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return nil }
    let sum = StoredNumbers.weightedSum(
      of: values, width: width, rows: entries.map { row.columns[$0] }, values: kept)
    return Double(sum.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() / length)
  }
}
