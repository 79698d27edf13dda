import Evaluation
import LinearAlgebra
import LinearModels

/// How well a training does at each of several strengths of regularisation: what `papertriage tune` prints.
public struct RegularizationTuning: Hashable, Sendable, Codable {
  /// One pair of strengths.
  public struct Point: Hashable, Sendable, Codable {
    /// `C` of the logistic regression on words.
    public let wordInverseRegularization: Float
    /// `C` of the logistic regression on embeddings.
    public let embeddingInverseRegularization: Float
    /// The mean of minus the logarithm of the probability given to what is true, over all papers and labels.
    public let logLoss: Double
    /// The mean of the topics' F1.
    public let macroF1: Double
    /// F1 over all decisions on topics.
    public let microF1: Double
  }

  /// All pairs, by the strength on words, then on embeddings.
  public let points: [Point]
  /// The pair with the lowest loss; of equals the stronger regularisation.
  public let best: Point

  /// The strengths that are tried if the user names none, each about three times the one before.
  public static let strengths: [Float] = [0.3, 1, 3, 10, 30, 100]
}

extension TopicTraining {
  /// How many times ``tuned(words:embeddings:onFit:)`` fits all labels.
  public func tuningFitCount(words: [Float], embeddings: [Float]) -> Int {
    prepared.folds(of: prepared.corpus.papers.indices).count * (words.count + embeddings.count)
  }

  /// Tries strengths of regularisation by cross-validation and returns how well each pair does.
  ///
  /// Each view is fitted along its path from the strongest regularisation to the weakest, each fit beginning where the one
  /// before ended. A pair is calibrated together out of fold, as in training, and judged by the loss of its probabilities,
  /// which tells finer than F1.
  ///
  /// - Parameters:
  ///   - words: The values of `C` on words, at least one.
  ///   - embeddings: The values of `C` on embeddings, at least one.
  public func tuned(
    words: [Float], embeddings: [Float], onFit: @escaping @Sendable () -> Void = {}
  ) throws(LinearModelError) -> RegularizationTuning {
    precondition(!words.isEmpty && !embeddings.isEmpty, "A path needs a strength.")
    let (words, embeddings) = (words.sorted(), embeddings.sorted())
    let path = RegularizationPath(prepared: prepared, onFit: onFit)
    let wordViews = try path.views(of: prepared.rows, strengths: words)
    let embeddingViews = try path.views(of: prepared.sums, strengths: embeddings)
    let pairs = words.indices.flatMap { word in embeddings.indices.map { (word, $0) } }
    let points = ParallelBlocks.map(pairs.count) { index in
      let (word, embedding) = pairs[index]
      let figures = path.figures([wordViews[word], embeddingViews[embedding]])
      return RegularizationTuning.Point(
        wordInverseRegularization: words[word], embeddingInverseRegularization: embeddings[embedding],
        logLoss: figures.logLoss, macroF1: figures.metrics.macroF1, microF1: figures.metrics.microF1)
    }
    guard let best = points.min(by: { $0.logLoss < $1.logLoss }) else {
      preconditionFailure("A path needs a strength.")
    }
    return RegularizationTuning(points: points, best: best)
  }
}
