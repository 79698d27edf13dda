import Testing

@testable import TopicClassification

struct TopicAssignmentTests {
  private let assignment = TopicAssignment(thresholds: [0.5, 0.3, 0.4], loneThreshold: 0.2)

  @Test func `topics from their thresholds on are assigned`() {
    #expect(assignment.assigned([0.5, 0.31, 0.39]) == [true, true, false])
  }

  @Test func `a paper that reaches no threshold gets its most probable topic, the first of equals`() {
    #expect(assignment.assigned([0.25, 0.29, 0.1]) == [false, true, false])
    #expect(assignment.assigned([0.25, 0.25, 0.25]) == [true, false, false])
  }

  @Test func `no topic is given below the lone threshold, nor one that the model does not know`() {
    #expect(assignment.assigned([0.19, 0.19, 0]) == [false, false, false])
    #expect(assignment.assigned([nil, nil, 0.2]) == [false, false, true])
    #expect(assignment.assigned([nil, nil, nil]) == [false, false, false])
  }

  @Test func `without a lone threshold only thresholds count`() {
    #expect(TopicAssignment(thresholds: [0.5, 0.5], loneThreshold: nil).assigned([0.49, 0.4]) == [false, false])
  }
}
