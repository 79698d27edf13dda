import Foundation
import LinearAlgebra
import LinearModels
import TensorFiles
import TextFeatures

/// A model in a folder: `config.json`, `model.safetensors`, `tokenizer.json`.
enum ModelFolder {
  private static let configurationFile = "config.json"
  private static let tensorsFile = "model.safetensors"
  private static let tokenizerFile = "tokenizer.json"

  /// Reads a model; the large tables stay in the file until they are touched.
  ///
  /// - Throws: ``ModelFolderError`` with the file's path and what to do.
  static func read(_ folder: String, encoder: DocumentEncoder? = nil) throws(ModelFolderError) -> TopicModel {
    let path = "\(folder)/\(configurationFile)"
    guard let data = FileManager.default.contents(atPath: path) else { throw .cannotOpen(path: path) }
    guard let header = try? JSONDecoder().decode(FormatHeader.self, from: data) else {
      throw .damaged(path: path, what: "it is not the configuration of a model")
    }
    guard [ModelConfiguration.currentFormat, ModelConfiguration.encoderFormat].contains(header.formatVersion) else {
      throw .otherVersion(path: path, found: header.formatVersion, known: ModelConfiguration.currentFormat)
    }
    guard let configuration = try? JSONDecoder().decode(ModelConfiguration.self, from: data) else {
      throw .damaged(path: path, what: "it lacks a part of the configuration")
    }
    try check(configuration, encoder: encoder, path: path)
    guard configuration.thresholds.count == configuration.topics.count + configuration.groups.count else {
      throw .damaged(path: path, what: "it has not one threshold for each label")
    }
    let tensors = "\(folder)/\(tensorsFile)"
    do {
      let file = try SafeTensorsFile(path: tensors)
      var model = try model(configuration, file, path: tensors)
      if let encoder, let reference = configuration.encoder {
        model.encoder = EncoderPart(
          encoder: encoder, weights: try encoderWeights(file, reference, labels: model.labelCount, path: tensors))
      }
      return model
    } catch let error as TensorFileError {
      throw ModelFolderError(error)
    } catch let error as ModelFolderError {
      throw error
    } catch {
      throw .damaged(path: tensors, what: "\(error)")
    }
  }

  private static func check(
    _ configuration: ModelConfiguration, encoder: DocumentEncoder?, path: String
  ) throws(ModelFolderError) {
    guard (configuration.encoder != nil) == (configuration.formatVersion == ModelConfiguration.encoderFormat) else {
      throw .damaged(path: path, what: "its format \(configuration.formatVersion) does not go with its encoder")
    }
    guard let wanted = configuration.encoder else { return }
    guard let found = encoder?.reference else { throw .needsEncoder(path: path, name: wanted.name) }
    guard found.sha256 == wanted.sha256, found.width == wanted.width else {
      throw .otherEncoder(path: path, name: wanted.name, expected: wanted.sha256, found: found.sha256)
    }
  }

  private static func encoderWeights(
    _ file: SafeTensorsFile, _ reference: EncoderReference, labels: Int, path: String
  ) throws -> Matrix {
    let table = try file.tensor(encoderTensor, .float32, as: Float.self)
    guard table.shape == [reference.width, labels], StoredNumbers.areFinite(table.values) else {
      throw ModelFolderError.damaged(
        path: path, what: "the tensor '\(encoderTensor)' has not \([reference.width, labels]) finite numbers")
    }
    return Matrix(rowCount: reference.width, columnCount: labels, elements: Array(table.values))
  }

  private static let encoderTensor = "encoder.weights"
  /// Only in models made from topics' words, and in older ones.
  private static let embeddingTensor = "embedding.weights"

  private static func model(
    _ configuration: ModelConfiguration, _ file: SafeTensorsFile, path: String
  ) throws -> TopicModel {
    let labels = configuration.topics.count + configuration.groups.count + 1
    let vocabulary = Vocabulary(
      nameBytes: try file.tensor("vocabulary.name_bytes", .unsigned8, as: UInt8.self).values,
      nameStarts: try file.tensor("vocabulary.name_starts", .unsigned32, as: UInt32.self).values,
      slots: try file.tensor("vocabulary.slots", .unsigned32, as: UInt32.self).values)
    let rareness = try file.tensor("inverse_document_frequencies", .float32, as: Float.self).values
    guard let vocabulary,
      let space = FeatureSpace(
        blocks: configuration.blocks, vocabulary: vocabulary, inverseDocumentFrequencies: rareness)
    else { throw ModelFolderError.damaged(path: path, what: "its vocabulary does not fit together") }
    let weights = try file.tensor("weights", .float16, as: Float16.self)
    let biases = try file.tensor("biases", .float32, as: Float.self)
    let vectors = try file.tensor("embedding.vectors", .float16, as: Float16.self)
    let embeddingWeights =
      file.contains(embeddingTensor) ? try file.tensor(embeddingTensor, .float32, as: Float.self) : nil
    guard weights.shape == [space.featureCount, labels], biases.shape == [labels], vectors.shape.count == 2,
      vectors.shape[0] <= space.featureCount, embeddingWeights.map({ $0.shape == [vectors.shape[1], labels] }) ?? true,
      let embedding = EmbeddingTable(
        vectors: vectors.values, featureCount: vectors.shape[0], width: vectors.shape[1])
    else { throw ModelFolderError.damaged(path: path, what: "its tensors do not fit together") }
    for (name, table) in [("weights", weights), ("embedding.vectors", vectors)]
    where !StoredNumbers.areFinite(table.values) {
      throw ModelFolderError.damaged(path: path, what: "the tensor '\(name)' holds numbers that are not finite")
    }
    for (name, table) in [("biases", biases), (embeddingTensor, embeddingWeights)]
    where !(table.map { StoredNumbers.areFinite($0.values) } ?? true) {
      throw ModelFolderError.damaged(path: path, what: "the tensor '\(name)' holds numbers that are not finite")
    }
    guard StoredNumbers.areFinite(rareness) else {
      throw ModelFolderError.damaged(path: path, what: "the rareness of its terms holds numbers that are not finite")
    }
    return TopicModel(
      configuration: configuration, space: space, weights: weights.values, biases: Array(biases.values),
      embedding: embedding,
      embeddingWeights: embeddingWeights.map {
        Matrix(rowCount: vectors.shape[1], columnCount: labels, elements: Array($0.values))
      })
  }

  /// Writes a model; the folder is made if need be, and other files in it are left alone.
  ///
  /// - Throws: ``ModelFolderError/cannotWrite(path:reason:)``.
  static func write(_ model: TopicModel, to folder: String) throws(ModelFolderError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let files = [
        (configurationFile, try encoder.encode(model.configuration) + Data("\n".utf8)),
        (tensorsFile, try tensors(of: model).encoded()),
        (tokenizerFile, try TokenizerFile.encoded(model.space)),
      ]
      for (name, data) in files { try data.write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic) }
    } catch {
      throw .cannotWrite(path: folder, reason: error.localizedDescription)
    }
  }

  private static func tensors(of model: TopicModel) -> SafeTensorsWriter {
    let vocabulary = model.space.vocabulary
    let features = model.space.featureCount
    var writer = SafeTensorsWriter()
    writer.add("vocabulary.name_bytes", .unsigned8, shape: [vocabulary.nameBytes.count], vocabulary.nameBytes)
    writer.add("vocabulary.name_starts", .unsigned32, shape: [features + 1], vocabulary.nameStarts)
    writer.add("vocabulary.slots", .unsigned32, shape: [vocabulary.slots.count], vocabulary.slots)
    writer.add(
      "inverse_document_frequencies", .float32, shape: [features], model.space.inverseDocumentFrequencies)
    writer.add("weights", .float16, shape: [features, model.labelCount], model.weights)
    writer.add("biases", .float32, shape: [model.labelCount], model.biases)
    writer.add(
      "embedding.vectors", .float16, shape: [model.embedding.featureCount, model.embedding.width],
      model.embedding.values)
    if let weights = model.embeddingWeights {
      writer.add(embeddingTensor, .float32, shape: [weights.rowCount, weights.columnCount], weights.elements)
    }
    if let encoder = model.encoder {
      writer.add(
        encoderTensor, .float32, shape: [encoder.weights.rowCount, model.labelCount], encoder.weights.elements)
    }
    return writer
  }

  private struct FormatHeader: Codable {
    let formatVersion: Int

    enum CodingKeys: String, CodingKey {
      case formatVersion = "format_version"
    }
  }
}
