import TextFeatures

/// The time that cutting texts into words takes.
enum TokenizerTiming {
  static func words(of texts: [String]) -> [String: Any] {
    let start = ProcessorTime.now
    var count = 0
    for text in texts { count += Tokenizer.words(in: text).count }
    return ["seconds": ProcessorTime.now - start, "words": count]
  }
}
