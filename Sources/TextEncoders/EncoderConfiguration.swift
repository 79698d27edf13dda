import Foundation

/// The sizes and rules of a BERT encoder: `config.json` and what sentence-transformers keeps beside it.
struct EncoderConfiguration: Hashable, Sendable {
  /// The encoder's name, such as `MiniLM-L6-H384-uncased`.
  let name: String
  /// The numbers that stand for a token between layers, and in the result.
  let width: Int
  let layerCount: Int
  let headCount: Int
  /// The numbers in the middle of a layer's second half.
  let innerWidth: Int
  let vocabularySize: Int
  /// The number of places that have a vector.
  let positionCount: Int
  let typeCount: Int
  /// What is added to a variance before its root is taken.
  let epsilon: Float
  /// The most tokens of a text that are read, with those that frame it.
  let longestText: Int

  /// The numbers that one head of attention works on.
  var headWidth: Int { width / headCount }

  /// What all-MiniLM-L6-v2 was trained on, if the folder does not say.
  private static let defaultLongestText = 256

  private struct File: Decodable {
    var name: String?
    var modelType: String?
    var hiddenSize: Int
    var hiddenLayers: Int
    var attentionHeads: Int
    var intermediateSize: Int
    var vocabularySize: Int
    var positions: Int
    var types: Int?
    var epsilon: Double?
    var activation: String?
    var positionKind: String?

    enum CodingKeys: String, CodingKey {
      case name = "_name_or_path"
      case modelType = "model_type"
      case hiddenSize = "hidden_size"
      case hiddenLayers = "num_hidden_layers"
      case attentionHeads = "num_attention_heads"
      case intermediateSize = "intermediate_size"
      case vocabularySize = "vocab_size"
      case positions = "max_position_embeddings"
      case types = "type_vocab_size"
      case epsilon = "layer_norm_eps"
      case activation = "hidden_act"
      case positionKind = "position_embedding_type"
    }
  }

  private struct SentenceFile: Decodable {
    var longestText: Int?

    enum CodingKeys: String, CodingKey {
      case longestText = "max_seq_length"
    }
  }

  private struct PoolingFile: Decodable {
    var isMean: Bool?
    var isFirst: Bool?
    var isGreatest: Bool?
    var isByRoot: Bool?

    enum CodingKeys: String, CodingKey {
      case isMean = "pooling_mode_mean_tokens"
      case isFirst = "pooling_mode_cls_token"
      case isGreatest = "pooling_mode_max_tokens"
      case isByRoot = "pooling_mode_mean_sqrt_len_tokens"
    }
  }

  /// Reads the folder's small files.
  ///
  /// - Throws: ``EncoderError`` with the file's path, what was seen and what was expected.
  init(folder: String) throws(EncoderError) {
    let path = "\(folder)/config.json"
    guard let data = FileManager.default.contents(atPath: path) else { throw .cannotOpen(path: path) }
    guard let file = try? JSONDecoder().decode(File.self, from: data) else {
      throw .damaged(path: path, what: "it does not give the sizes of a BERT encoder (hidden_size and so on)")
    }
    if let kind = file.modelType, kind != "bert" {
      throw .otherKind(path: path, what: "model_type is '\(kind.prefix(40))', not 'bert'")
    }
    if let activation = file.activation, activation != "gelu" {
      throw .otherKind(path: path, what: "hidden_act is '\(activation.prefix(40))', not 'gelu'")
    }
    if let kind = file.positionKind, kind != "absolute" {
      throw .otherKind(path: path, what: "position_embedding_type is '\(kind.prefix(40))', not 'absolute'")
    }
    let sizes = [
      ("hidden_size", file.hiddenSize), ("num_hidden_layers", file.hiddenLayers),
      ("num_attention_heads", file.attentionHeads), ("intermediate_size", file.intermediateSize),
      ("vocab_size", file.vocabularySize), ("max_position_embeddings", file.positions),
      ("type_vocab_size", file.types ?? 2),
    ]
    for (name, size) in sizes where !(1...Self.largestSize).contains(size) {
      throw .damaged(path: path, what: "\(name) is \(size), but must be from 1 to \(Self.largestSize)")
    }
    guard file.hiddenSize.isMultiple(of: file.attentionHeads) else {
      throw .damaged(
        path: path,
        what: "hidden_size \(file.hiddenSize) is not a multiple of num_attention_heads \(file.attentionHeads)")
    }
    let epsilon = file.epsilon ?? 1e-12
    guard epsilon > 0, epsilon < 1 else {
      throw .damaged(path: path, what: "layer_norm_eps is \(epsilon), but must be between 0 and 1")
    }
    try Self.checkPooling(folder)
    // Only the last part of a path, since the first may tell of the machine that it was trained on.
    let names = [file.name ?? "", folder].map { $0.split(separator: "/").last.map(String.init) ?? "" }
    name = names.first { !$0.isEmpty && $0 != "." } ?? "encoder"
    width = file.hiddenSize
    layerCount = file.hiddenLayers
    headCount = file.attentionHeads
    innerWidth = file.intermediateSize
    vocabularySize = file.vocabularySize
    positionCount = file.positions
    typeCount = file.types ?? 2
    self.epsilon = Float(epsilon)
    longestText = min(try Self.longestText(folder), file.positions)
  }

  /// Larger than any encoder's; keeps products of sizes from overflowing.
  private static let largestSize = 1_000_000

  private static func longestText(_ folder: String) throws(EncoderError) -> Int {
    let path = "\(folder)/sentence_bert_config.json"
    guard let data = FileManager.default.contents(atPath: path) else { return defaultLongestText }
    guard let file = try? JSONDecoder().decode(SentenceFile.self, from: data) else {
      throw .damaged(path: path, what: "it is not JSON with max_seq_length")
    }
    let longest = file.longestText ?? defaultLongestText
    guard longest > 2 else { throw .damaged(path: path, what: "max_seq_length is \(longest), but must be above 2") }
    return longest
  }

  private static func checkPooling(_ folder: String) throws(EncoderError) {
    let path = "\(folder)/1_Pooling/config.json"
    guard let data = FileManager.default.contents(atPath: path) else { return }
    guard let file = try? JSONDecoder().decode(PoolingFile.self, from: data) else {
      throw .damaged(path: path, what: "it is not JSON with pooling_mode_mean_tokens")
    }
    guard file.isMean == true, file.isFirst != true, file.isGreatest != true, file.isByRoot != true else {
      throw .otherKind(path: path, what: "a text's vector is not the mean of its tokens' (pooling_mode_mean_tokens)")
    }
  }
}
