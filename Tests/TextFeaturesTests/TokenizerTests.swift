import LinearAlgebra
import Testing

@testable import TextFeatures

struct TokenizerTests {
  /// The words that Hugging Face's tokenizers 0.23.3 gives with the rule that `Tokenizer` states.
  @Test(arguments: [
    ("State-of-the-art LLMs (GPT-4, V100)", ["state", "of", "the", "art", "llms", "gpt", "4", "v100"]),
    ("\u{3a3}\u{3a5}\u{3a3}\u{3a4}\u{397}\u{39c}\u{391} \u{1e9e}eig", ["συστημα", "\u{df}eig"]),
    ("e\u{fb03}cient \u{210b}\u{bd} na\u{ef}ve nai\u{308}ve", ["efficient", "h1", "2", "na\u{ef}ve", "na\u{ef}ve"]),
    (
      "\u{6df1}\u{5ea6}\u{5b66}\u{4e60} for \u{ff27}\u{ff30}\u{ff35}s",
      ["\u{6df1}\u{5ea6}\u{5b66}\u{4e60}", "for", "gpus"]
    ),
    ("don\u{2019}t C++ x_y\u{a0}z", ["don", "t", "c", "x", "y", "z"]),
    ("\u{130}stanbul \u{2163} \u{b2}", ["i\u{307}stanbul", "iv", "2"]),
    ("a\u{200b}b caf\u{e9}\u{2014}bar", ["a", "b", "caf\u{e9}", "bar"]),
    ("\u{915}\u{94d}\u{937} \u{e01}\u{e33}", ["\u{915}\u{94d}\u{937}", "\u{e01}\u{e4d}\u{e32}"]),
    ("", []),
  ])
  func `words are those of another tokenizer with the same rule`(text: String, expected: [String]) {
    let words = Tokenizer.words(in: text)
    #expect((0..<words.count).map { Array(words[$0].utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func `long ASCII text gives its runs of letters and digits, wherever they begin and end`() {
    var generator = SplitMix64(seed: 3)
    for length in [1, 63, 64, 65, 127, 4_095, 4_096, 4_097, 8_192, 20_000] {
      for separatorsInTen in [0, 1, 5, 9, 10] {
        let bytes = (0..<length).map { _ -> UInt8 in
          let letters = "abcXYZ019".utf8
          let others = " .-@[`{/:\n\0\u{7f}".utf8
          let isOther = Int(generator.next() % 10) < separatorsInTen
          let choice = Array(isOther ? others : letters)
          return choice[Int(generator.next() % UInt64(choice.count))]
        }
        let expected = bytes.split { !("a"..."z" ~= Unicode.Scalar($0 | 0x20) || "0"..."9" ~= Unicode.Scalar($0)) }
          .map { String(decoding: $0, as: UTF8.self).lowercased() }
        let words = Tokenizer.words(in: String(decoding: bytes, as: UTF8.self))
        #expect((0..<words.count).map { words[$0] } == expected)
      }
    }
  }
}
