import Foundation
import TestSupport
import Testing

@testable import TextEncoders

struct WordPieceTokenizerTests {
  @Test(arguments: try EncoderFixture.records())
  func `tokens are those of Hugging Face's tokenizers`(record: EncoderFixture.Record) throws {
    let encoder = try SentenceEncoder(folder: EncoderFixture.folder)
    #expect(encoder.tokens(of: record.text) == record.tokens)
  }

  @Test func `a text of a million letters gives as many tokens as the encoder reads`() throws {
    let encoder = try SentenceEncoder(folder: EncoderFixture.folder)
    #expect(encoder.tokens(of: String(repeating: "a b ", count: 250_000)).count == 64)
    #expect(encoder.tokens(of: String(repeating: "a", count: 1_000_000)) == [2, 1, 3])
  }

  @Test func `a tokenizer that keeps case and accents does so`() throws {
    let folder = try TemporaryFolder()
    let path = try changed(
      #""strip_accents":null,"lowercase":true"#, #""strip_accents":false,"lowercase":false"#, folder)
    let tokenizer = try WordPieceFile.read(path, vocabularySize: 1000)
    let small = tokenizer.tokens(of: "model", limit: 10)
    #expect(small.count == 3)
    #expect(tokenizer.tokens(of: "Model", limit: 10) == [2, tokenizer.unknown, 3])
  }

  @Test(arguments: [
    (#""type":"WordPiece","unk"#, #""type":"BPE","unk"#, "its model is 'BPE', not 'WordPiece'"),
    ("BertNormalizer", "NFKC", "its normalizer is 'NFKC', not 'BertNormalizer'"),
    ("BertPreTokenizer", "Whitespace", "its pre-tokenizer is 'Whitespace', not 'BertPreTokenizer'"),
    ("TemplateProcessing", "RobertaProcessing", "its post-processor is 'RobertaProcessing', not 'TemplateProcessing'"),
    (#""lstrip":false"#, #""lstrip":true"#, "its added token '[PAD]' is not one that is taken as written"),
  ])
  func `a tokenizer of another kind is refused with what was seen`(old: String, new: String, what: String) throws {
    let folder = try TemporaryFolder()
    let path = try changed(old, new, folder)
    #expect(throws: EncoderError.otherKind(path: path, what: what)) {
      try WordPieceFile.read(path, vocabularySize: 1000)
    }
  }

  @Test(arguments: [
    (#""[PAD]":0"#, #""[PAD]":7"#), (#""[PAD]":0"#, #""[PAD]":-1"#), (#""[UNK]":1"#, #""[unk]":1"#),
    (#""ids":[2]"#, #""ids":[99999]"#), (#""id":4,"content""#, #""id":-4,"content""#),
  ])
  func `a tokenizer with wrong numbers is refused`(old: String, new: String) throws {
    let folder = try TemporaryFolder()
    let path = try changed(old, new, folder)
    let error = #expect(throws: EncoderError.self) { try WordPieceFile.read(path, vocabularySize: 1000) }
    #expect(error?.description.hasPrefix("\(path): the encoder is damaged: ") == true)
  }

  @Test func `a vocabulary larger than the encoder's is refused`() throws {
    let path = EncoderFixture.folder + "/tokenizer.json"
    let error = #expect(throws: EncoderError.self) { try WordPieceFile.read(path, vocabularySize: 100) }
    #expect(error?.description.contains("but the encoder has vectors for 100") == true)
  }

  @Test func `a tokenizer that is no JSON is refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("tokenizer.json", "{")
    #expect(throws: EncoderError.damaged(path: path, what: "it is not JSON with a tokenizer's model")) {
      try WordPieceFile.read(path, vocabularySize: 1000)
    }
  }

  /// Writes the fixture's tokenizer with the first place of a text changed.
  private func changed(_ old: String, _ new: String, _ folder: TemporaryFolder) throws -> String {
    var text = try String(contentsOfFile: EncoderFixture.folder + "/tokenizer.json", encoding: .utf8)
    let range = try #require(text.range(of: old))
    text.replaceSubrange(range, with: new)
    return try folder.file("tokenizer.json", text)
  }
}
