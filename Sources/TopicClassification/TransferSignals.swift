import LinearAlgebra

/// What a model can tell of a topic that it was not trained for. Each signal is linear in a paper's features and
/// embedding, so together they are one more column of the model.
enum TransferSignals {
  /// The number of signals.
  static let count = 5

  /// How much each of the model's topics counts for a new one.
  struct Relations {
    /// By likeness: kernel ridge regression from the topics' meanings to their heads, the ridge being 1 (unit vectors).
    let likeness: [Float]
    /// By unlikeness: papers that are surely on other subjects are less likely on this one.
    let unlikeness: [Float]

    init(of meaning: [Float], to others: [[Float]]) {
      guard !others.isEmpty else {
        (likeness, unlikeness) = ([], [])
        return
      }
      let width = meaning.count
      let mean = (0..<width).map { component in
        others.reduce(Float(0)) { $0 + $1[component] } / Float(others.count)
      }
      func centred(_ vector: [Float]) -> [Float] {
        let moved = zip(vector, mean).map { $0 - $1 }
        let length = moved.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? moved.map { $0 / length } : moved
      }
      let known = others.map(centred)
      let new = centred(meaning)
      var kernel = Matrix(rowCount: known.count, columnCount: known.count)
      var sides = Matrix(rowCount: known.count, columnCount: 1)
      for row in known.indices {
        for column in known.indices {
          kernel[row, column] = Float(TopicTexts.dot(known[row], known[column])) + (row == column ? 1 : 0)
        }
        sides[row, 0] = Float(TopicTexts.dot(known[row], new))
      }
      // With 1 on its diagonal more, a matrix of products is positive definite; only numbers that are not finite fail.
      let solution = try? Cholesky(kernel).solution(of: sides)
      likeness = solution.map { solution in known.indices.map { solution[$0, 0] } } ?? known.map { _ in 0 }
      unlikeness = others.map { (1 - Float(TopicTexts.dot(meaning, $0))) / Float(others.count) }
    }
  }

  /// The log odds at which a head of the model is held to say nothing; most papers are not on most topics.
  static let restingLogit: Float = -3

  /// Returns the signals of one paper for one topic: meaning, words, like heads, unlike heads, any topic.
  static func values(
    meaning: Double, words: Double, heads: [Float], anyTopic: Float, relations: Relations
  ) -> [Double] {
    let moved = heads.map { $0 - restingLogit }
    return [
      meaning, words, TopicTexts.dot(relations.likeness, moved), TopicTexts.dot(relations.unlikeness, moved),
      Double(anyTopic),
    ]
  }
}

/// How the signals become a probability, and from which one a topic is assigned.
///
/// Fitted by leaving each topic of the annotated corpus out in turn, without its labels, each paper's heads being those
/// of the other folds (`papertriage evaluate --leave-topics-out` fits and judges them).
public struct TransferSettings: Hashable, Sendable, Codable {
  /// What each signal counts, and what is added.
  public var calibration: LabelCalibration
  /// The probability from which a topic is assigned.
  public var threshold: Double

  /// The shipped settings; from the corpus that the shipped model is trained on, its topics described in a
  /// sentence each (DECISIONS.md on topics without papers).
  public static let standard = TransferSettings(
    calibration: LabelCalibration(intercept: -8.122, slopes: [6.808, 20.662, 0.415, -1.021, 0.220]), threshold: 0.256)
}
