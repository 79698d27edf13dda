import LinearAlgebra
import TensorFiles

/// The tables of a BERT encoder where they lie in its file.
struct EncoderWeights: Sendable {
  /// A table and the bias that is added to what it gives; the table's rows are the outputs.
  struct Dense: Sendable {
    let weights: SharedBuffer<Float>
    let bias: SharedBuffer<Float>
  }

  /// What a normalised row is multiplied by, and what is added to it.
  struct Normalization: Sendable {
    let gain: SharedBuffer<Float>
    let shift: SharedBuffer<Float>
  }

  struct Layer: Sendable {
    let query: Dense
    let key: Dense
    let value: Dense
    let attended: Dense
    let attentionNormalization: Normalization
    let inner: Dense
    let outer: Dense
    let normalization: Normalization
  }

  /// A vector for each token of the vocabulary.
  let tokens: SharedBuffer<Float>
  /// A vector for each place in a text.
  let positions: SharedBuffer<Float>
  /// A vector for each kind of text; all of ours are of the first.
  let types: SharedBuffer<Float>
  let normalization: Normalization
  let layers: [Layer]

  /// Opens the tables and looks at each number once.
  ///
  /// - Throws: ``EncoderError`` with the file's path, what was seen and what was expected.
  init(path: String, configuration: EncoderConfiguration) throws(EncoderError) {
    let reader: Reader
    do { reader = try Reader(file: SafeTensorsFile(path: path), path: path) } catch { throw EncoderError(error) }
    let (width, inner) = (configuration.width, configuration.innerWidth)
    tokens = try reader.table("embeddings.word_embeddings.weight", [configuration.vocabularySize, width])
    positions = try reader.table("embeddings.position_embeddings.weight", [configuration.positionCount, width])
    types = try reader.table("embeddings.token_type_embeddings.weight", [configuration.typeCount, width])
    normalization = try reader.normalization("embeddings.LayerNorm", width)
    var layers: [Layer] = []
    for index in 0..<configuration.layerCount {
      let layer = "encoder.layer.\(index)"
      layers.append(
        Layer(
          query: try reader.dense("\(layer).attention.self.query", outputs: width, inputs: width),
          key: try reader.dense("\(layer).attention.self.key", outputs: width, inputs: width),
          value: try reader.dense("\(layer).attention.self.value", outputs: width, inputs: width),
          attended: try reader.dense("\(layer).attention.output.dense", outputs: width, inputs: width),
          attentionNormalization: try reader.normalization("\(layer).attention.output.LayerNorm", width),
          inner: try reader.dense("\(layer).intermediate.dense", outputs: inner, inputs: width),
          outer: try reader.dense("\(layer).output.dense", outputs: width, inputs: inner),
          normalization: try reader.normalization("\(layer).output.LayerNorm", width)))
    }
    self.layers = layers
  }

  private struct Reader {
    let file: SafeTensorsFile
    let path: String

    func table(_ name: String, _ shape: [Int]) throws(EncoderError) -> SharedBuffer<Float> {
      // A model that was saved with a head has the encoder's name before each table's.
      let name = file.contains(name) ? name : "bert.\(name)"
      let tensor: (values: SharedBuffer<Float>, shape: [Int])
      do { tensor = try file.tensor(name, .float32, as: Float.self) } catch { throw EncoderError(error) }
      guard tensor.shape == shape else {
        throw .damaged(
          path: path,
          what: "the tensor '\(name)' has the shape \(tensor.shape), but config.json asks for \(shape)")
      }
      guard let start = tensor.values.start, EncoderKernels.areFinite(start, count: tensor.values.count) else {
        throw .damaged(path: path, what: "the tensor '\(name)' holds numbers that are not finite")
      }
      return tensor.values
    }

    func dense(_ name: String, outputs: Int, inputs: Int) throws(EncoderError) -> Dense {
      Dense(
        weights: try table("\(name).weight", [outputs, inputs]), bias: try table("\(name).bias", [outputs]))
    }

    func normalization(_ name: String, _ width: Int) throws(EncoderError) -> Normalization {
      Normalization(gain: try table("\(name).weight", [width]), shift: try table("\(name).bias", [width]))
    }
  }
}
