import Synchronization

/// The index of a feature space's names, made when so many documents are to be read that it pays, and what reads by it.
final class IndexOnDemand: Sendable {
  private struct State {
    var isTried = false
    var index: PhraseIndex?
    /// Those that nobody uses at the moment; no more than threads have read at once.
    var readers: [IndexedReader] = []
  }

  /// The fewest documents for which it is made; a guess, not measured.
  private static let worthIt = 64

  private let state = Mutex(State())

  /// Calls `body` with a reader of the space's documents.
  ///
  /// - Parameter count: How many documents are to be read in all.
  /// - Returns: What `body` gives; `nil` if an index does not pay, or cannot be made.
  func withReader<Result: Sendable>(
    for space: FeatureSpace, toRead count: Int, _ body: (IndexedReader) -> Result
  ) -> Result? {
    let taken: IndexedReader? = state.withLock { state in
      if !state.isTried, count >= Self.worthIt {
        state.index = PhraseIndex(space.vocabulary, blocks: space.blocks)
        state.isTried = true
      }
      return state.readers.popLast() ?? state.index.map { IndexedReader(space, index: $0) }
    }
    guard let taken else { return nil }
    defer { state.withLock { $0.readers.append(taken) } }
    return body(taken)
  }
}
