import Foundation
import TensorFiles
import TestSupport
import Testing

@testable import TextEncoders

struct SentenceEncoderTests {
  /// Single against double precision over two layers; the reference has seven decimals.
  private static let tolerance: Float = 1e-5

  @Test func `vectors are those of the reference`() throws {
    let encoder = try SentenceEncoder(folder: EncoderFixture.folder)
    let records = try EncoderFixture.records()
    let vectors = encoder.embeddings(of: records.map(\.text))
    #expect(vectors.columnCount == 32)
    for (row, record) in records.enumerated() {
      let off = zip(vectors.row(row), record.vector).map { abs($0 - $1) }.max() ?? 1
      #expect(off < Self.tolerance, "text \(row)")
    }
  }

  @Test func `batches of any size give the same vectors but for rounding`() throws {
    let encoder = try SentenceEncoder(folder: EncoderFixture.folder)
    let texts = try EncoderFixture.records().map(\.text)
    let together = encoder.embeddings(of: texts)
    for tokens in [1, 70, 300] {
      let apart = encoder.embeddings(of: texts, tokensAtOnce: tokens)
      let off = zip(together.elements, apart.elements).map { abs($0 - $1) }.max() ?? 1
      #expect(off < Self.tolerance)
    }
  }

  @Test func `the same texts give the same bits`() throws {
    let encoder = try SentenceEncoder(folder: EncoderFixture.folder)
    let texts = (0..<40).map { "model \($0) learns " + String(repeating: "deep ", count: $0 % 7) }
    let first = encoder.embeddings(of: texts, tokensAtOnce: 64)
    for _ in 0..<5 { #expect(encoder.embeddings(of: texts, tokensAtOnce: 64) == first) }
  }

  @Test func `no texts give no vectors`() throws {
    let encoder = try SentenceEncoder(folder: EncoderFixture.folder)
    #expect(encoder.embeddings(of: []).rowCount == 0)
  }

  @Test func `an encoder is known by its name and its weights`() throws {
    let encoder = try SentenceEncoder(folder: EncoderFixture.folder)
    #expect(encoder.name == "tiny-random-bert")
    #expect(encoder.weightsHash.count == 64)
    let folder = try TemporaryFolder()
    let copy = try EncoderFixture.copy(in: folder)
    #expect(try SentenceEncoder(folder: copy).weightsHash == encoder.weightsHash)
  }

  @Test(arguments: ["config.json", "tokenizer.json", "model.safetensors"])
  func `a missing file is named`(name: String) throws {
    let folder = try TemporaryFolder()
    let copy = try EncoderFixture.copy(in: folder)
    try FileManager.default.removeItem(atPath: "\(copy)/\(name)")
    #expect(throws: EncoderError.cannotOpen(path: "\(copy)/\(name)")) { try SentenceEncoder(folder: copy) }
  }

  @Test(arguments: [0, 5, 8, 100, 3000, 100_000])
  func `weights that are cut off are refused with their path`(length: Int) throws {
    let folder = try TemporaryFolder()
    let copy = try EncoderFixture.copy(in: folder)
    let path = "\(copy)/model.safetensors"
    try Data(contentsOf: URL(filePath: path)).prefix(length).write(to: URL(filePath: path))
    let error = #expect(throws: EncoderError.self) { try SentenceEncoder(folder: copy) }
    #expect(error?.description.hasPrefix(path) == true)
  }

  @Test func `a weight that is not a number is refused with its table's name`() throws {
    let folder = try TemporaryFolder()
    let copy = try EncoderFixture.copy(in: folder)
    let path = "\(copy)/model.safetensors"
    var data = try Data(contentsOf: URL(filePath: path))
    data.replaceSubrange(data.count - 4..<data.count, with: [0, 0, 0xC0, 0x7F])
    try data.write(to: URL(filePath: path))
    let error = #expect(throws: EncoderError.self) { try SentenceEncoder(folder: copy) }
    #expect(error?.description.contains("holds numbers that are not finite") == true)
  }

  @Test(arguments: [
    (#""hidden_size":32"#, #""hidden_size":64"#, "has the shape"),
    (#""hidden_size":32"#, #""hidden_size":30"#, "hidden_size 30 is not a multiple of num_attention_heads 4"),
    (#""num_hidden_layers":2"#, #""num_hidden_layers":3"#, "encoder.layer.2.attention.self.query.weight' is missing"),
    (#""num_hidden_layers":2"#, #""num_hidden_layers":0"#, "num_hidden_layers is 0, but must be from 1 to 1000000"),
    (#""intermediate_size":56"#, #""intermediate_size":9223372036854775807"#, "but must be from 1 to 1000000"),
    (#""layer_norm_eps":1e-12"#, #""layer_norm_eps":-1"#, "layer_norm_eps is -1.0, but must be between 0 and 1"),
    (#""model_type":"bert""#, #""model_type":"xlm-roberta""#, "model_type is 'xlm-roberta', not 'bert'"),
    (#""hidden_act":"gelu""#, #""hidden_act":"relu""#, "hidden_act is 'relu', not 'gelu'"),
    (#":"absolute""#, #":"relative_key""#, "position_embedding_type is 'relative_key', not 'absolute'"),
    (#""vocab_size""#, #""words""#, "it does not give the sizes of a BERT encoder"),
  ])
  func `a configuration that does not fit is refused with what was seen`(old: String, new: String, what: String) throws
  {
    let folder = try TemporaryFolder()
    let copy = try EncoderFixture.copy(in: folder)
    let path = "\(copy)/config.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: EncoderError.self) { try SentenceEncoder(folder: copy) }
    #expect(error?.description.contains(what) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix(copy) == true)
  }

  @Test func `an encoder whose vectors are not means is refused`() throws {
    let folder = try TemporaryFolder()
    let copy = try EncoderFixture.copy(in: folder)
    try FileManager.default.createDirectory(atPath: "\(copy)/1_Pooling", withIntermediateDirectories: true)
    try #"{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}"#
      .write(toFile: "\(copy)/1_Pooling/config.json", atomically: true, encoding: .utf8)
    let error = #expect(throws: EncoderError.self) { try SentenceEncoder(folder: copy) }
    #expect(error?.description.contains("is not the mean of its tokens'") == true)
  }

  @Test func `a tokenizer that frames texts with more than the encoder reads is refused`() throws {
    let folder = try TemporaryFolder()
    let copy = try EncoderFixture.copy(in: folder)
    try #"{"max_seq_length": 3}"#
      .write(toFile: "\(copy)/sentence_bert_config.json", atomically: true, encoding: .utf8)
    let path = "\(copy)/tokenizer.json"
    try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: #""ids":[2]"#, with: #""ids":[2,2]"#)
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      throws: EncoderError.damaged(path: path, what: "the tokens that frame a text leave no room for it")
    ) { try SentenceEncoder(folder: copy) }
  }
}
