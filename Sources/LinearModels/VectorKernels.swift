import CVectorKernels
import LinearAlgebra

/// The only file that sees the C kernels: loops over the labels of one example or the examples of
/// one label.
enum VectorKernels {
  /// The number of floats a row needs for so many labels: a multiple of what every processor's vectors divide.
  static func stride(for labelCount: Int) -> Int { (labelCount + 7) / 8 * 8 }

  static func scores(
    weights: UnsafePointer<Float>, stride: Int, columns: UnsafePointer<UInt32>, values: UnsafePointer<Float>,
    count: Int, into scores: UnsafeMutablePointer<Float>
  ) {
    vk_scores(weights, Int32(stride), columns, values, Int64(count), scores)
  }

  static func add(
    to weights: UnsafeMutablePointer<Float>, stride: Int, columns: UnsafePointer<UInt32>,
    values: UnsafePointer<Float>, count: Int, step: UnsafePointer<Float>
  ) {
    vk_add(weights, Int32(stride), columns, values, Int64(count), step)
  }

  static func solveDuals(
    stride: Int, squaredNorm: Float, penalties: UnsafePointer<Float>, scores: UnsafePointer<Float>,
    logits: UnsafeMutablePointer<Float>, probabilities: UnsafeMutablePointer<Float>, step: UnsafeMutablePointer<Float>,
    doubt: UnsafeMutablePointer<Float>, inverseFairShares: UnsafePointer<Float>
  ) -> Float {
    vk_solve_duals(Int32(stride), squaredNorm, penalties, scores, logits, probabilities, step, doubt, inverseFairShares)
  }

  /// Adds one example's `c (log(1 + exp(z)) - t z)` to each label's primal objective and its `c H(logistic(u))` to the
  /// dual one; `targets` are those from `place` on, as many as there are objectives.
  static func addLosses(
    scores: UnsafePointer<Float>, logits: UnsafePointer<Float>, penalties: UnsafePointer<Float>, targets: [Float],
    at place: Int, to primal: inout [Double], and dual: inout [Double]
  ) {
    precondition(place + primal.count <= targets.count && primal.count == dual.count, "Each label has its objectives.")
    targets.withUnsafeBufferPointer { targets in
      primal.withUnsafeMutableBufferPointer { primal in
        dual.withUnsafeMutableBufferPointer { dual in
          guard let targets = targets.baseAddress, let first = primal.baseAddress, let dual = dual.baseAddress else {
            return
          }
          vk_add_losses(Int32(primal.count), scores, logits, penalties, targets + place, first, dual)
        }
      }
    }
  }

  static func logistic(_ logits: UnsafePointer<Float>, into probabilities: UnsafeMutablePointer<Float>, count: Int) {
    vk_logistic(logits, probabilities, Int64(count))
  }

  /// The scalar product of two vectors of the same length, added up in double precision.
  static func dot(_ left: [Float], _ right: [Float]) -> Double {
    precondition(left.count == right.count, "A scalar product needs vectors of one length.")
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else { return 0 }
        return vk_dot(leftStart, rightStart, Int64(left.count))
      }
    }
  }

  /// Replaces the scores of one label for a block of examples by `c (logistic(z) - t)` and returns the sum of
  /// `c (log(1 + exp(z)) - t z)`, with targets `t` and penalties `c` from `place` on.
  static func lossAndResiduals(
    of scores: inout [Float], from start: Int, count: Int, targets: SharedBuffer<Float>,
    penalties: SharedBuffer<Float>, at place: Int
  ) -> Double {
    precondition(
      start + count <= scores.count && place + count <= targets.count && place + count <= penalties.count,
      "A block of scores needs as many targets and penalties.")
    return scores.withUnsafeMutableBufferPointer { scores in
      targets.withContiguousStorageIfAvailable { targets in
        penalties.withContiguousStorageIfAvailable { penalties in
          guard let scores = scores.baseAddress, let targets = targets.baseAddress,
            let penalties = penalties.baseAddress
          else { return 0 }
          return vk_losses(scores + start, targets + place, penalties + place, Int64(count))
        }
      }
    }.flatMap(\.self) ?? 0
  }

  /// Whether none of the numbers is infinite or not a number.
  static func areFinite(_ numbers: [Float]) -> Bool {
    numbers.withUnsafeBytes { bytes in
      bytes.bindMemory(to: UInt32.self).baseAddress.map { vk_are_finite($0, Int64(numbers.count)) != 0 } ?? true
    }
  }
}
