import Foundation
import LinearAlgebra
import TestSupport
import TextEncoders
import TextFeatures
import Testing

@testable import TopicClassification

struct DocumentEncoderTests {
  private let folder: TemporaryFolder
  private let encoder: DocumentEncoder
  private let model: TopicModel
  private static let encoderFolder = Repository.path("Tests/EncoderFixtures")

  init() throws {
    folder = try TemporaryFolder()
    let encoder = try DocumentEncoder(folder: Self.encoderFolder)
    self.encoder = encoder
    model = try TopicTraining(corpus: TinyCorpus.corpus(), encoder: encoder).model()
    try model.write(to: folder.path)
  }

  @Test func `a model with an encoder reads back the same`() throws {
    let back = try ModelFolder.read(folder.path, encoder: encoder)
    #expect(back.configuration == model.configuration)
    let documents = (0..<10).map(TinyCorpus.document)
    #expect(back.logits(for: documents) == model.logits(for: documents))
  }

  @Test func `the encoder has a part in the answer`() throws {
    var without = model
    without.encoder = nil
    let documents = (0..<10).map(TinyCorpus.document)
    #expect(without.logits(for: documents) != model.logits(for: documents))
  }

  @Test func `a paper's answer does not depend on the others, nor on what was remembered`() throws {
    let documents = (0..<30).map(TinyCorpus.document)
    let together = encoder.embeddings(of: documents)
    let remembering = encoder.remembering(Array(documents.prefix(20)))
    #expect(remembering.embeddings(of: documents) == together)
    for (row, document) in documents.enumerated() {
      #expect(encoder.embeddings(of: [document]).elements == Array(together.row(row)))
    }
  }

  @Test func `a model that needs an encoder says so if none is given`() {
    let path = "\(folder.path)/config.json"
    let error = #expect(throws: ModelFolderError.needsEncoder(path: path, name: "tiny-random-bert")) {
      try ModelFolder.read(folder.path)
    }
    #expect(error?.description.contains("--encoder") == true)
  }

  @Test func `another encoder than the model's is refused`() throws {
    let copy = "\(folder.path)/encoder"
    try FileManager.default.copyItem(atPath: Self.encoderFolder, toPath: copy)
    let path = "\(copy)/model.safetensors"
    var data = try Data(contentsOf: URL(filePath: path))
    data[data.count - 4] ^= 1
    try data.write(to: URL(filePath: path))
    let other = try DocumentEncoder(folder: copy)
    let error = #expect(throws: ModelFolderError.self) { try ModelFolder.read(folder.path, encoder: other) }
    #expect(error?.description.contains("trained with the encoder tiny-random-bert whose weights") == true)
  }

  @Test(arguments: [(#""format_version" : 3"#, #""format_version" : 2"#), (#""width" : 32"#, #""width" : 31"#)])
  func `a configuration that contradicts itself is refused`(old: String, new: String) throws {
    let path = "\(folder.path)/config.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: ModelFolderError.self) { try ModelFolder.read(folder.path, encoder: encoder) }
  }

  @Test func `a model without encoder passes an encoder over`() throws {
    let plain = try TinyCorpus.model()
    try plain.write(to: "\(folder.path)/plain")
    let documents = (0..<5).map(TinyCorpus.document)
    let back = try ModelFolder.read("\(folder.path)/plain", encoder: encoder)
    #expect(back.logits(for: documents) == plain.logits(for: documents))
  }

  @Test func `an explanation adds up to the score with the encoder's part`() throws {
    let classifier = TopicClassifier(model: model, venue: TinyCorpus.venue)
    let input = TinyCorpus.input(6)
    let prediction = classifier.predictions(for: [input])[0]
    let logits = model.logits(for: [input.document])
    let explanation = try #require(
      classifier.explanations(of: input, prediction: prediction, labels: [.topic("pruning")]).first)
    let encoder = try #require(explanation.encoder)
    #expect(encoder != 0)
    let sum = explanation.words.reduce(explanation.bias + encoder) { $0 + $1.weight }
    #expect(abs(sum - explanation.score) < 1e-9)
    // Half-precision weights are added in single precision there and in double here.
    #expect(abs(explanation.score - Double(logits[0, 0])) < 1e-4)
  }

  @Test func `words that would turn a decision do so when the encoder reads the rest`() throws {
    let classifier = TopicClassifier(model: model, venue: TinyCorpus.venue)
    let input = TinyCorpus.input(2)
    let prediction = classifier.predictions(for: [input])[0]
    let explanation = try #require(
      classifier.explanations(of: input, prediction: prediction, labels: [.topic("pruning")], depth: .partsAndFlip)
        .first)
    let flip = try #require(explanation.flip)
    #expect(!flip.isEmpty)
    let document = input.document
    let words = Tokenizer.words(in: document.title + " " + document.body)
    let occurrences = model.space.occurrences(of: document) { flip.contains(words[$0]) }
    func rest(_ text: String) -> String {
      flip.reduce(text.lowercased()) {
        $0.replacingOccurrences(of: "\\b\($1)\\b", with: "", options: .regularExpression)
      }
    }
    let left = TextDocument(title: rest(document.title), body: rest(document.body))
    let part = try #require(model.encoder).logits(for: [left])[0, 0]
    let score = ScoreParts(
      model, column: 0, occurrences: occurrences, wordCount: words.count, encoder: Double(part)
    ).score
    let threshold = Logistic.logit(explanation.threshold)
    #expect((score >= threshold) != (explanation.score >= threshold))
  }
}
