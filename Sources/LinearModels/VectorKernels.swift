import CVectorKernels

/// The only file that sees the C kernels: loops over the labels of one example.
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
    logits: UnsafeMutablePointer<Float>, probabilities: UnsafeMutablePointer<Float>, step: UnsafeMutablePointer<Float>
  ) {
    vk_solve_duals(Int32(stride), squaredNorm, penalties, scores, logits, probabilities, step)
  }

  static func logistic(_ logits: UnsafePointer<Float>, into probabilities: UnsafeMutablePointer<Float>, count: Int) {
    vk_logistic(logits, probabilities, Int64(count))
  }
}
