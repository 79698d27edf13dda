import CVectorKernels

/// The only file here that sees the C kernels.
enum TextKernels {
  /// Appends the words of ASCII text, for which there must be room, lowercased.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to words: WordBuffer) {
    guard let start = text.baseAddress else { return }
    var (byteCount, count) = (Int64(words.byteCount), Int64(words.count))
    vk_append_words(start, Int64(text.count), words.bytes, &byteCount, words.ends, &count)
    (words.byteCount, words.count) = (Int(byteCount), Int(count))
  }
}

/// Asks the processor to fetch a place of a large table that will soon be read, without waiting for it.
@inline(__always)
func prefetch(_ place: UnsafeRawPointer) { vk_prefetch(place) }
