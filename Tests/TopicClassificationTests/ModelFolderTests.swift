import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import TensorFiles
@testable import TopicClassification

struct ModelFolderTests {
  private let folder: TemporaryFolder
  private let model: TopicModel

  init() throws {
    folder = try TemporaryFolder()
    model = try TinyCorpus.model()
    try model.write(to: folder.path)
  }

  @Test func `a model that was written reads back the same`() throws {
    let back = try ModelFolder.read(folder.path)
    #expect(back.configuration == model.configuration)
    let documents = (0..<10).map(TinyCorpus.document)
    #expect(back.logits(for: documents) == model.logits(for: documents))
  }

  @Test func `tokenizer.json has the same words under the same numbers`() throws {
    let data = try Data(contentsOf: URL(filePath: folder.path + "/tokenizer.json"))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var words = try #require((object["model"] as? [String: Any])?["vocab"] as? [String: Int])
    #expect(words.removeValue(forKey: "[UNK]") == model.space.featureCount)
    for (word, feature) in words { #expect(model.space.vocabulary.feature("word:\(word)") == feature) }
    #expect(words["pruning"] != nil)
  }

  @Test func `weights of an embedding come back, and count`() throws {
    try withEmbeddingWeights.write(to: folder.path)
    let read = try ModelFolder.read(folder.path)
    let document = TinyCorpus.input(0).document
    #expect(read.embeddingWeights == withEmbeddingWeights.embeddingWeights)
    #expect(read.logits(for: [document]) != model.logits(for: [document]))
    #expect(read.logits(for: [document]) == withEmbeddingWeights.logits(for: [document]))
  }

  /// As models made from topics' words are.
  private var withEmbeddingWeights: TopicModel {
    TopicModel(
      configuration: model.configuration, space: model.space, weights: model.weights, biases: model.biases,
      embedding: model.embedding,
      embeddingWeights: Matrix(
        rowCount: model.embedding.width, columnCount: model.labelCount,
        elements: (0..<model.embedding.width * model.labelCount).map { Float($0 % 7) - 3 }))
  }

  @Test(arguments: [0, 7, 100, 5000])
  func `a file that is cut off is refused with its path`(length: Int) throws {
    let path = folder.path + "/model.safetensors"
    try Data(contentsOf: URL(filePath: path)).prefix(length).write(to: URL(filePath: path))
    let error = #expect(throws: ModelFolderError.self) { try ModelFolder.read(folder.path) }
    #expect(error?.description.hasPrefix(path) == true)
  }

  @Test(arguments: ["weights", "embedding.vectors", "embedding.weights", "biases", "inverse_document_frequencies"])
  func `a model with a number that is not finite is refused`(tensor: String) throws {
    try withEmbeddingWeights.write(to: folder.path)
    let path = folder.path + "/model.safetensors"
    var data = try Data(contentsOf: URL(filePath: path))
    let headerLength = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONDecoder().decode(
      [String: SafeTensorsFile.Entry].self, from: data.subdata(in: 8..<8 + headerLength))
    let end = 8 + headerLength + (try #require(header[tensor]).dataOffsets[1])
    // The last number becomes one that is not a number, whether it has two bytes or four.
    data.replaceSubrange(end - 2..<end, with: [0xC0, 0x7F])
    try data.write(to: URL(filePath: path))
    let error = #expect(throws: ModelFolderError.self) { try ModelFolder.read(folder.path) }
    #expect(error?.description.contains("not finite") == true)
  }

  @Test func `a folder of another format says what to do`() throws {
    let path = try folder.file("config.json", #"{"format_version": 99}"#)
    let known = ModelConfiguration.currentFormat
    let error = #expect(throws: ModelFolderError.otherVersion(path: path, found: 99, known: known)) {
      try ModelFolder.read(folder.path)
    }
    #expect(error?.description.contains("Train it again") == true)
  }

  @Test func `a folder that is no model is refused`() {
    #expect(throws: ModelFolderError.cannotOpen(path: "/nowhere/config.json")) { try ModelFolder.read("/nowhere") }
  }
}
