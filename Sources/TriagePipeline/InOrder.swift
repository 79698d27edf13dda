import Synchronization

/// Takes values from several threads in any order and hands them on in the order of their index, one at a time.
///
/// So outputs do not depend on which worker was faster.
final class InOrder<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Int: Value] = [:]
    var next = 0
    var error: (any Error)?
  }

  private let state = Mutex(State())
  private let deliver: @Sendable (Value) throws -> Void

  /// Makes an empty queue that hands values to `deliver`, never from two threads at once.
  init(_ deliver: @escaping @Sendable (Value) throws -> Void) { self.deliver = deliver }

  /// Takes a value, and hands on all that are next in order. After `deliver` has thrown, nothing is handed on.
  func put(_ value: Value, at index: Int) {
    state.withLock { state in
      precondition(index >= state.next && state.waiting[index] == nil, "index \(index) was handed in twice")
      state.waiting[index] = value
      while state.error == nil, let next = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        do {
          try deliver(next)
        } catch {
          state.error = error
        }
      }
    }
  }

  /// Whether `deliver` has thrown.
  var hasFailed: Bool { state.withLock { $0.error != nil } }

  /// Throws what `deliver` threw.
  func rethrow() throws {
    if let error = state.withLock({ $0.error }) { throw error }
  }
}
