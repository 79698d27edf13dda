import LinearAlgebra

/// A rough inverse of each label's curvature: `(h X'X + I)⁻¹` by Cholesky, `h` the mean curvature of an example's loss.
///
/// `X'X` comes from evenly spaced rows. Labels of like `h` share a factor: `h` is rounded to a power of two, which costs no
/// iterations. With very many features, or where the factor does not exist, only the diagonal is used.
struct GramPreconditioner {
  /// With more features than this, a factor would cost more than the iterations it saves.
  private static let mostFactoredFeatures = 2048
  /// Rows for `X'X`: so many, or so many for each feature.
  private static let (fewestRows, rowsPerFeature) = (4096, 8)

  private let factors: [Factor]
  private let factorOfLabel: [Int]

  private enum Factor {
    case cholesky(Cholesky)
    case diagonal([Float])
  }

  /// - Parameter curvatures: For each label `h`, not negative.
  init(_ examples: Matrix, curvatures: [Double]) {
    let wanted = max(Self.fewestRows, Self.rowsPerFeature * examples.columnCount)
    let step = max(examples.rowCount / wanted, 1)
    let sample = examples.rows(Array(stride(from: 0, to: examples.rowCount, by: step)))
    let scale = Double(examples.rowCount) / Double(max(sample.rowCount, 1))
    let exponents = curvatures.map { $0 > 0 && $0.isFinite ? $0.exponent : -60 }
    let distinct = Set(exponents).sorted()
    factorOfLabel = exponents.map { distinct.firstIndex(of: $0) ?? 0 }
    // 1.5: the middle of a power of two and the next.
    let weights = distinct.map { Float(1.5 * scale * Double(sign: .plus, exponent: $0, significand: 1)) }
    if examples.columnCount <= Self.mostFactoredFeatures {
      let gram = sample.transposedTimes(sample)
      factors = weights.map { Self.factor(gram, weight: $0) }
    } else {
      let diagonal = Self.diagonal(sample)
      factors = weights.map { weight in Self.reciprocals(diagonal, weight: weight) }
    }
  }

  private static func factor(_ gram: Matrix, weight: Float) -> Factor {
    var matrix = gram
    for index in matrix.elements.indices { matrix.elements[index] *= weight }
    for index in 0..<matrix.rowCount { matrix[index, index] += 1 }
    if let cholesky = try? Cholesky(matrix) { return .cholesky(cholesky) }
    // Features so large that the identity is lost in rounding: the factor is only a help, so do without.
    return reciprocals((0..<gram.rowCount).map { gram[$0, $0] }, weight: weight)
  }

  private static func reciprocals(_ diagonal: [Float], weight: Float) -> Factor {
    .diagonal(
      diagonal.map { value in
        let curvature = weight * value + 1
        return curvature.isFinite ? 1 / curvature : 1
      })
  }

  private static func diagonal(_ matrix: Matrix) -> [Float] {
    var sums = [Float](repeating: 0, count: matrix.columnCount)
    for row in 0..<matrix.rowCount {
      for (column, value) in matrix.row(row).enumerated() { sums[column] += value * value }
    }
    return sums
  }

  /// Returns the vectors times the inverse of their labels.
  func applied(to vectors: [[Float]], labels: [Int]) -> [[Float]] {
    var results = vectors
    for (index, factor) in factors.enumerated() {
      let members = labels.indices.filter { factorOfLabel[labels[$0]] == index }
      guard let first = members.first else { continue }
      switch factor {
      case .diagonal(let scales):
        for member in members {
          for feature in scales.indices { results[member][feature] *= scales[feature] }
        }
      case .cholesky(let cholesky):
        var sides = Matrix(rowCount: vectors[first].count, columnCount: members.count)
        for (column, member) in members.enumerated() {
          for row in 0..<sides.rowCount { sides[row, column] = vectors[member][row] }
        }
        let solution = cholesky.solution(of: sides)
        for (column, member) in members.enumerated() {
          for row in 0..<sides.rowCount { results[member][row] = solution[row, column] }
        }
      }
    }
    return results
  }
}
