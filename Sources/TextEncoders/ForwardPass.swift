import LinearAlgebra

/// A BERT encoder's way from tokens to vectors (Devlin et al. 2019).
///
/// With `x` a row for each token, each layer does
/// `a = softmax(x Q (x K)ᵀ / sqrt d) x V` for each head of width `d`, within a text;
/// `x = normalize(x + a A)`, `x = normalize(x + gelu(x I) O)`, each product with its bias.
/// A text's vector is the mean of its tokens' rows, scaled to length 1.
///
/// The texts of a batch lie one after the other without padding, so that the large products are done for all at once.
struct ForwardPass {
  private let configuration: EncoderConfiguration
  private let weights: EncoderWeights
  private let sequences: [[Int32]]
  private let rows: Int
  private let width: Int

  /// A row for each token: what goes from layer to layer, and what is computed from it.
  private let states: Scratch
  private let queries: Scratch
  private let attended: Scratch
  private let inner: Scratch
  private let scores: Scratch

  /// - Parameter sequences: The tokens of each text, none empty, each known to the encoder.
  init(_ sequences: [[Int32]], configuration: EncoderConfiguration, weights: EncoderWeights) {
    self.configuration = configuration
    self.weights = weights
    self.sequences = sequences
    width = configuration.width
    rows = sequences.reduce(0) { $0 + $1.count }
    let longest = sequences.reduce(0) { max($0, $1.count) }
    states = Scratch(count: rows * width)
    queries = Scratch(count: rows * width * 3)
    attended = Scratch(count: rows * width)
    inner = Scratch(count: rows * configuration.innerWidth)
    scores = Scratch(count: longest * longest)
  }

  /// Returns the texts' vectors, one after the other.
  func embeddings() -> [Float] {
    embed()
    for layer in weights.layers { apply(layer) }
    return pooled()
  }

  private func embed() {
    guard let tokens = weights.tokens.start, let positions = weights.positions.start, let type = weights.types.start
    else { return }
    var state = states.start
    for sequence in sequences {
      for (place, token) in sequence.enumerated() {
        let (word, position) = (tokens + Int(token) * width, positions + place * width)
        for column in 0..<width { state[column] = word[column] + type[column] + position[column] }
        state += width
      }
    }
    normalize(states, adding: nil, bias: nil, weights.normalization)
  }

  private func apply(_ layer: EncoderWeights.Layer) {
    attend(layer)
    multiply(attended, by: layer.attended, inputs: width, outputs: width, into: queries, stride: width)
    normalize(states, adding: queries, bias: layer.attended.bias, layer.attentionNormalization)
    multiply(
      states, by: layer.inner, inputs: width, outputs: configuration.innerWidth, into: inner,
      stride: configuration.innerWidth)
    if let bias = layer.inner.bias.start {
      EncoderKernels.addAndActivate(bias: bias, inner.start, rows: rows, columns: configuration.innerWidth)
    }
    multiply(inner, by: layer.outer, inputs: configuration.innerWidth, outputs: width, into: queries, stride: width)
    normalize(states, adding: queries, bias: layer.outer.bias, layer.normalization)
  }

  /// Fills `attended` from `states`; queries, keys and values lie side by side in a row of `queries`.
  private func attend(_ layer: EncoderWeights.Layer) {
    let stride = 3 * width
    for (index, dense) in [layer.query, layer.key, layer.value].enumerated() {
      multiply(states, by: dense, inputs: width, outputs: width, into: queries, offset: index * width, stride: stride)
      guard let bias = dense.bias.start else { continue }
      EncoderKernels.add(
        bias: bias, to: queries.start + index * width, rows: rows, columns: width, stride: stride)
    }
    let headWidth = configuration.headWidth
    let scale = 1 / Float(headWidth).squareRoot()
    var first = 0
    for sequence in sequences {
      let count = sequence.count
      for head in 0..<configuration.headCount {
        let query = queries.start + first * stride + head * headWidth
        BLAS.multiply(
          query, .plain, leftStride: stride, query + width, .transposed, rightStride: stride, rows: count,
          inner: headWidth, columns: count, scale: scale, into: scores.start, resultStride: count, keep: 0)
        EncoderKernels.softmax(scores.start, rows: count, columns: count)
        BLAS.multiply(
          scores.start, .plain, leftStride: count, query + 2 * width, .plain, rightStride: stride, rows: count,
          inner: count, columns: headWidth, into: attended.start + first * width + head * headWidth,
          resultStride: width, keep: 0)
      }
      first += count
    }
  }

  private func pooled() -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(sequences.count * width)
    var state = states.start
    for sequence in sequences {
      var sum = [Double](repeating: 0, count: width)
      for _ in sequence {
        for column in 0..<width { sum[column] += Double(state[column]) }
        state += width
      }
      let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
      result += sum.map { Float(length > 0 ? $0 / length : 0) }
    }
    return result
  }

  private func multiply(
    _ left: Scratch, by dense: EncoderWeights.Dense, inputs: Int, outputs: Int, into result: Scratch, offset: Int = 0,
    stride: Int
  ) {
    guard let right = dense.weights.start else { return }
    BLAS.multiply(
      left.start, .plain, leftStride: inputs, right, .transposed, rightStride: inputs, rows: rows, inner: inputs,
      columns: outputs, into: result.start + offset, resultStride: stride, keep: 0)
  }

  private func normalize(
    _ values: Scratch, adding others: Scratch?, bias: SharedBuffer<Float>?,
    _ normalization: EncoderWeights.Normalization
  ) {
    guard let gain = normalization.gain.start, let shift = normalization.shift.start else { return }
    EncoderKernels.normalize(
      values.start, adding: others.map { UnsafePointer($0.start) }, bias: bias?.start, gain: gain, shift: shift,
      epsilon: configuration.epsilon, rows: rows, columns: width)
  }

  /// Memory of one batch.
  private final class Scratch {
    let start: UnsafeMutablePointer<Float>

    init(count: Int) { start = .allocate(capacity: max(count, 1)) }

    deinit { start.deallocate() }
  }
}
