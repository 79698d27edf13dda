import Synchronization

/// The index of a feature space's names, made when so many documents are to be read that it pays.
final class IndexOnDemand: Sendable {
  private struct State {
    var isTried = false
    var index: PhraseIndex?
  }

  /// The fewest documents for which it is made; a guess, not measured.
  private static let worthIt = 64

  private let state = Mutex(State())

  /// Returns the index, which is made if it pays; `nil` if it does not, or cannot be made.
  func made(for space: FeatureSpace, toRead count: Int) -> PhraseIndex? {
    state.withLock { state in
      if !state.isTried, count >= Self.worthIt {
        state.index = PhraseIndex(space.vocabulary, blocks: space.blocks)
        state.isTried = true
      }
      return state.index
    }
  }
}
