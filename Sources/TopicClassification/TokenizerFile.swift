import Foundation
import TextFeatures

/// `tokenizer.json` in the form of Hugging Face's `tokenizers`: the words of the vocabulary and the rule that finds
/// them.
///
/// It is a copy for other programs. That form has no phrases: it cuts a text into the same words, and pairs and titles
/// are made from their neighbours as `config.json` says. A word that is only part of phrases is `[UNK]` there.
enum TokenizerFile {
  static func encoded(_ space: FeatureSpace) throws -> Data {
    // Ids are the features' numbers, so that they are rows of the weights.
    var words: [String: Int] = [:]
    let prefix = "word:"
    for feature in 0..<space.featureCount {
      let name = space.vocabulary.name(feature)
      if name.hasPrefix(prefix) { words[String(name.dropFirst(prefix.count))] = feature }
    }
    words["[UNK]"] = space.featureCount
    let document: [String: Any] = [
      "version": "1.0",
      "truncation": NSNull(),
      "padding": NSNull(),
      "added_tokens": [[String: Any]](),
      "normalizer": [
        "type": "Sequence", "normalizers": [["type": "NFKC"], ["type": "Lowercase"]],
      ],
      "pre_tokenizer": [
        "type": "Split", "pattern": ["Regex": "[^\\p{L}\\p{M}\\p{N}]+"], "behavior": "Removed", "invert": false,
      ],
      "post_processor": NSNull(),
      "decoder": NSNull(),
      "model": ["type": "WordLevel", "vocab": words, "unk_token": "[UNK]"],
    ]
    return try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
  }
}
