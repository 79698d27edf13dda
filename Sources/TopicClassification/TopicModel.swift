import Glibc
import LinearAlgebra
import LinearModels
import TextFeatures

/// A trained model: features, embedding and weights of all labels, calibrated.
///
/// The log odds of label `k` are `bias_k + sum over features f of x_f W_fk + sum over components c of e_c V_ck`, with
/// `x` the document's features and `e` its embedding. A model with an encoder adds the same for the encoder's vector.
/// Calibration is folded into weights and biases, so every word's
/// part in a probability is exact.
public struct TopicModel: Sendable {
  let configuration: ModelConfiguration
  let space: FeatureSpace
  /// `W`, feature after feature, in half precision, which halves the file; each is off by one part in 2,048 at most.
  let weights: SharedBuffer<Float16>
  let biases: [Float]
  let embedding: EmbeddingTable
  /// `V`, shape `[components, labels]`.
  let embeddingWeights: Matrix
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
  func logits(for documents: [TextDocument]) -> Matrix {
    let rows = space.features(of: documents)
    var result = embedding.embeddings(of: rows).times(embeddingWeights)
    for row in 0..<rows.rowCount {
      let range = rows.rowStarts[row]..<rows.rowStarts[row + 1]
      let sums = StoredNumbers.weightedSum(
        of: weights, width: labelCount, rows: Array(rows.columns[range]), values: Array(rows.values[range]))
      for label in 0..<labelCount { result[row, label] += biases[label] + sums[label] }
    }
    if let encoder {
      let parts = encoder.logits(for: documents)
      for index in result.elements.indices { result.elements[index] += parts.elements[index] }
    }
    return result
  }

  /// Returns the calibrated probability of each label for each document.
  func probabilities(for documents: [TextDocument]) -> [[Double]] {
    let logits = logits(for: documents)
    return (0..<logits.rowCount).map { row in logits.row(row).map { 1 / (1 + exp(-Double($0))) } }
  }
}
