import CVectorKernels

/// The only file of the target that sees the C kernels: what an encoder does between its products of matrices.
enum EncoderKernels {
  /// Adds a bias to each row; rows lie `stride` numbers apart.
  static func add(
    bias: UnsafePointer<Float>, to values: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stride: Int
  ) {
    vk_add_bias(values, bias, Int64(rows), Int64(columns), Int64(stride))
  }

  /// Adds a bias to each row and applies GELU (Hendrycks and Gimpel 2016) by the error function.
  static func addAndActivate(
    bias: UnsafePointer<Float>, _ values: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    vk_add_bias_gelu(values, bias, Int64(rows), Int64(columns))
  }

  /// Replaces each row by its softmax.
  static func softmax(_ values: UnsafeMutablePointer<Float>, rows: Int, columns: Int) {
    vk_softmax(values, Int64(rows), Int64(columns))
  }

  /// Adds a bias and the rows of `others`, if there are any, then normalises each row (Ba, Kiros, Hinton 2016).
  static func normalize(
    _ values: UnsafeMutablePointer<Float>, adding others: UnsafePointer<Float>?, bias: UnsafePointer<Float>?,
    gain: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float, rows: Int, columns: Int
  ) {
    vk_normalize_rows(values, others, bias, gain, shift, epsilon, Int64(rows), Int64(columns))
  }

  /// Whether none of the numbers is infinite or not a number.
  static func areFinite(_ values: UnsafePointer<Float>, count: Int) -> Bool {
    values.withMemoryRebound(to: UInt32.self, capacity: count) { vk_are_finite($0, Int64(count)) != 0 }
  }
}
