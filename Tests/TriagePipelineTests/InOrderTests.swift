import Foundation
import Synchronization
import Testing

@testable import TriagePipeline

struct InOrderTests {
  private struct Refusal: Error {}

  @Test func `values come out in order, whatever order several threads hand them in`() {
    let count = 1_000
    let taken = Mutex<[Int]>([])
    let order = InOrder<Int> { value in taken.withLock { $0.append(value) } }
    DispatchQueue.concurrentPerform(iterations: 4) { start in
      for index in stride(from: start, to: count, by: 4).reversed() { order.put(index * 10, at: index) }
    }
    #expect(taken.withLock { $0 } == (0..<count).map { $0 * 10 })
  }

  @Test func `after a refusal nothing more is handed on`() throws {
    let taken = Mutex<[Int]>([])
    let order = InOrder<Int> { value in
      if value == 1 { throw Refusal() }
      taken.withLock { $0.append(value) }
    }
    for value in 0..<4 { order.put(value, at: value) }
    #expect(order.hasFailed)
    #expect(throws: Refusal.self) { try order.rethrow() }
    #expect(taken.withLock { $0 } == [0])
  }
}
