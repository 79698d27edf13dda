import Papers
import Testing

struct NearestNameTests {
  @Test func `the name with the fewest changes is found`() {
    #expect(NearestName.of("mlosp", among: ["mlops", "visualization"]) == "mlops")
    #expect(NearestName.of("visualisation", among: ["mlops", "visualization"]) == "visualization")
  }

  @Test func `a name unlike all others has none`() {
    #expect(NearestName.of("zzzzzz", among: ["mlops", "visualization"]) == nil)
    #expect(NearestName.of("x", among: []) == nil)
  }
}
