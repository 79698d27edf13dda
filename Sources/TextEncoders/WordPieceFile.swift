import Foundation
import TextFeatures

/// `tokenizer.json` in the form of Hugging Face's `tokenizers`, as far as BERT's tokenizers use it.
struct WordPieceFile: Decodable {
  private struct Kind: Decodable { var type: String? }

  private struct Normalizer: Decodable {
    var type: String?
    var cleanText: Bool?
    var handleChineseChars: Bool?
    var stripAccents: Bool?
    var lowercase: Bool?

    enum CodingKeys: String, CodingKey {
      case type, lowercase
      case cleanText = "clean_text"
      case handleChineseChars = "handle_chinese_chars"
      case stripAccents = "strip_accents"
    }
  }

  private struct Model: Decodable {
    var type: String?
    var unknownToken: String?
    var prefix: String?
    var longestWord: Int?
    var vocabulary: [String: Int]?

    enum CodingKeys: String, CodingKey {
      case type
      case unknownToken = "unk_token"
      case prefix = "continuing_subword_prefix"
      case longestWord = "max_input_chars_per_word"
      case vocabulary = "vocab"
    }
  }

  private struct Added: Decodable {
    var id: Int
    var content: String
    var singleWord: Bool?
    var leftStrip: Bool?
    var rightStrip: Bool?
    var normalized: Bool?

    enum CodingKeys: String, CodingKey {
      case id, content, normalized
      case singleWord = "single_word"
      case leftStrip = "lstrip"
      case rightStrip = "rstrip"
    }
  }

  private struct PostProcessor: Decodable {
    struct Item: Decodable {
      struct Special: Decodable { var id: String }
      var special: Special?
      var sequence: Special?

      enum CodingKeys: String, CodingKey {
        case special = "SpecialToken"
        case sequence = "Sequence"
      }
    }

    struct Tokens: Decodable { var ids: [Int] }

    var type: String?
    var single: [Item]?
    var specialTokens: [String: Tokens]?

    enum CodingKeys: String, CodingKey {
      case type, single
      case specialTokens = "special_tokens"
    }
  }

  private var normalizer: Normalizer?
  private var preTokenizer: Kind?
  private var postProcessor: PostProcessor?
  private var model: Model
  private var addedTokens: [Added]?

  enum CodingKeys: String, CodingKey {
    case normalizer, model
    case preTokenizer = "pre_tokenizer"
    case postProcessor = "post_processor"
    case addedTokens = "added_tokens"
  }

  /// Reads a tokenizer.
  ///
  /// - Parameter vocabularySize: The number of tokens that the encoder has vectors for.
  /// - Throws: ``EncoderError`` with the file's path, what was seen and what was expected.
  static func read(_ path: String, vocabularySize: Int) throws(EncoderError) -> WordPieceTokenizer {
    guard let data = FileManager.default.contents(atPath: path) else { throw .cannotOpen(path: path) }
    guard (try? JSONDecoder().decode(ModelKind.self, from: data)) != nil else {
      throw .damaged(path: path, what: "it is not JSON with a tokenizer's model")
    }
    guard let file = try? JSONDecoder().decode(WordPieceFile.self, from: data) else {
      throw .otherKind(path: path, what: "its parts are not those of a BERT tokenizer")
    }
    do {
      return try file.tokenizer(vocabularySize: vocabularySize)
    } catch {
      switch error {
      case .damaged(let what): throw .damaged(path: path, what: what)
      case .otherKind(let what): throw .otherKind(path: path, what: what)
      }
    }
  }

  private struct ModelKind: Decodable { var model: Kind }

  /// What is wrong, before the file's path is known.
  private enum Trouble: Error {
    case damaged(String)
    case otherKind(String)

    static func kind(of part: String, is seen: String?, not expected: String) -> Trouble {
      .otherKind("its \(part) is '\((seen ?? "none").prefix(40))', not '\(expected)'")
    }
  }

  private func tokenizer(vocabularySize: Int) throws(Trouble) -> WordPieceTokenizer {
    guard model.type == "WordPiece" else { throw .kind(of: "model", is: model.type, not: "WordPiece") }
    guard let normalizer, normalizer.type == "BertNormalizer" else {
      throw .kind(of: "normalizer", is: normalizer?.type, not: "BertNormalizer")
    }
    guard preTokenizer?.type == "BertPreTokenizer" else {
      throw .kind(of: "pre-tokenizer", is: preTokenizer?.type, not: "BertPreTokenizer")
    }
    let (vocabulary, ids) = try vocabulary(size: vocabularySize)
    let unknownToken = model.unknownToken ?? "[UNK]"
    guard let unknown = ids[unknownToken] else {
      throw .damaged("the token '\(unknownToken.prefix(40))' for unknown words is not in its vocabulary")
    }
    let lowercases = normalizer.lowercase ?? true
    return WordPieceTokenizer(
      normalizer: BertNormalizer(
        options: .init(
          cleansText: normalizer.cleanText ?? true, spacesIdeographs: normalizer.handleChineseChars ?? true,
          stripsAccents: normalizer.stripAccents ?? lowercases, lowercases: lowercases)),
      vocabulary: vocabulary, continuingPrefix: Array((model.prefix ?? "##").utf8), unknown: Int32(unknown),
      longestWord: model.longestWord ?? 100, addedTokens: try added(vocabularySize: vocabularySize),
      frame: try frame(vocabularySize: vocabularySize))
  }

  private func vocabulary(size: Int) throws(Trouble) -> (Vocabulary, [String: Int]) {
    guard let ids = model.vocabulary, !ids.isEmpty else { throw .damaged("its vocabulary is missing or empty") }
    guard ids.count <= size else {
      throw .damaged("its vocabulary has \(ids.count) tokens, but the encoder has vectors for \(size)")
    }
    var names = [String?](repeating: nil, count: ids.count)
    for (name, id) in ids {
      guard names.indices.contains(id), names[id] == nil else {
        throw .damaged("its \(ids.count) tokens are not numbered from 0 on, each once (one has the number \(id))")
      }
      names[id] = name
    }
    return (Vocabulary(names.compactMap(\.self)), ids)
  }

  private func added(vocabularySize: Int) throws(Trouble) -> [WordPieceTokenizer.AddedToken] {
    var tokens: [WordPieceTokenizer.AddedToken] = []
    for token in addedTokens ?? [] {
      let flags = [token.singleWord, token.leftStrip, token.rightStrip, token.normalized]
      guard flags.allSatisfy({ $0 != true }), !token.content.isEmpty else {
        throw .otherKind("its added token '\(token.content.prefix(40))' is not one that is taken as written")
      }
      guard (0..<vocabularySize).contains(token.id) else {
        throw .damaged("an added token has the number \(token.id), but the encoder has vectors for \(vocabularySize)")
      }
      tokens.append(.init(bytes: Array(token.content.utf8), id: Int32(token.id)))
    }
    return tokens
  }

  private func frame(vocabularySize: Int) throws(Trouble) -> (before: [Int32], after: [Int32]) {
    guard let postProcessor, postProcessor.type == "TemplateProcessing", let items = postProcessor.single else {
      throw .kind(of: "post-processor", is: postProcessor?.type, not: "TemplateProcessing")
    }
    guard items.count(where: { $0.sequence != nil }) == 1 else {
      throw .otherKind("its template for one text does not hold the text once")
    }
    var frame: (before: [Int32], after: [Int32]) = ([], [])
    var isAfter = false
    for item in items {
      guard let special = item.special else {
        isAfter = true
        continue
      }
      guard let ids = postProcessor.specialTokens?[special.id]?.ids,
        ids.allSatisfy({ (0..<vocabularySize).contains($0) })
      else { throw .damaged("its template's token '\(special.id.prefix(40))' has no number that the encoder knows") }
      if isAfter { frame.after += ids.map(Int32.init) } else { frame.before += ids.map(Int32.init) }
    }
    return frame
  }
}
