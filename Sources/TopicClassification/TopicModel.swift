import Glibc
import LinearAlgebra
import LinearModels
import TextFeatures

/// A trained model: features, embedding and weights of all labels, calibrated.
///
/// The log odds of label `k` are `bias_k + sum over features f of x_f W_fk`, with `x` the document's features. A model made
/// from topics' words adds `sum over components c of e_c V_ck`, with `e` the document's embedding; one with an encoder
/// the same for the encoder's vector. Calibration, and in a trained model what the embedding says, are folded into weights
/// and biases, so every word's part in a probability is exact.
public struct TopicModel: Sendable {
  let configuration: ModelConfiguration
  let space: FeatureSpace
  /// `W`, feature after feature, in half precision, which halves the file; each is off by one part in 2,048 at most.
  let weights: SharedBuffer<Float16>
  let biases: [Float]
  let embedding: EmbeddingTable
  /// `V`, shape `[components, labels]`; `nil` for a trained model.
  let embeddingWeights: Matrix?
  /// The encoder with its weights; `nil` for a model without.
  var encoder: EncoderPart?

  /// Writes the model to a folder, which is made if need be.
  ///
  /// - Throws: ``ModelFolderError/cannotWrite(path:reason:)``.
  public func write(to folder: String) throws(ModelFolderError) { try ModelFolder.write(self, to: folder) }

  /// The number of topics, groups, and one more for whether a paper has any topic.
  var labelCount: Int { configuration.topics.count + configuration.groups.count + 1 }

  /// Returns the calibrated log odds of each label for each document, shape `[documents, labels]`.
  ///
  /// A document's row does not depend on the others.
  ///
  /// - Parameter rows: The documents' features.
  private func logits(for documents: [TextDocument], features rows: SparseMatrix) -> Matrix {
    var result = StoredNumbers.weightedSums(
      of: weights, width: labelCount, rowCount: space.featureCount, by: rows)
    if let embeddingWeights {
      StoredNumbers.add(embedding.embeddings(of: rows), times: embeddingWeights, to: &result)
    }
    result.elements.withUnsafeMutableBufferPointer { numbers in
      for row in 0..<rows.rowCount {
        for label in biases.indices { numbers[row * biases.count + label] += biases[label] }
      }
    }
    if let encoder {
      let parts = encoder.logits(for: documents)
      for index in result.elements.indices { result.elements[index] += parts.elements[index] }
    }
    return result
  }

  /// Returns the calibrated log odds of each label for each document, shape `[documents, labels]`.
  func logits(for documents: [TextDocument]) -> Matrix {
    logits(for: documents, features: space.features(of: documents))
  }

  /// What the model finds in some documents.
  struct Answers {
    /// The calibrated probability of each label, document after document.
    var probabilities: [Double]
    /// The words of each document.
    var counts: [WordCounts]
  }

  /// Returns what the model finds in documents, a few at a time on all cores, each few given to `body`, whose results come
  /// in order.
  func answers<Result: Sendable>(
    for count: Int, _ document: @Sendable (Int) -> TextDocument, _ body: @Sendable (Range<Int>, Answers) -> [Result]
  ) -> [Result] {
    let blocks = ParallelBlocks.ranges(of: count, size: FeatureSpace.readingBlock)
    return ParallelBlocks.map(blocks.count) { index in
      let documents = blocks[index].map(document)
      let readings = space.readings(of: documents, total: count)
      let probabilities = logits(for: documents, features: readings.rows).elements.map { 1 / (1 + exp(-Double($0))) }
      return body(blocks[index], Answers(probabilities: probabilities, counts: readings.counts))
    }.flatMap(\.self)
  }
}
