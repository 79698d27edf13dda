import Papers
import Testing

@testable import PaperExtraction

struct WordPatternTests {
  private func matches(_ pattern: String, _ sentence: String) -> Bool {
    WordPattern(pattern).matches(WordPattern.words(of: sentence))
  }

  @Test func `stems, choices, numbers and gaps`() {
    #expect(matches("reduc* ~4 #", "It reduces the monthly bill by 40%."))
    #expect(!matches("reduc* ~2 #", "It reduces the monthly bill, we think, by 40%."))
    #expect(matches("users|requests per day", "Ten requests per day."))
    #expect(!matches("in production", "The production of steel."))
    #expect(matches("for # years", "It ran (for 2 years)."))
  }

  @Test(arguments: [
    ("The cache has been deployed in our data centers.", Evidence.Kind.production),
    ("It has run for three years without a pause.", .duration),
    ("The service answers 40 million requests per day.", .scale),
    ("This reduced the cost of serving by 23%.", .impact),
    ("We trade accuracy for speed where users do not notice.", .tradeOff),
    ("In hindsight, the planner should have come first.", .lesson),
  ])
  func `each kind is told by a sentence of ours`(sentence: String, kind: Evidence.Kind) {
    #expect(EvidencePhrases.kinds(of: sentence).contains(kind))
  }

  @Test func `the number of a citation is no number`() {
    #expect(!matches("sav* ~3 #", "On such a machine this saves time [3, 4]."))
  }

  @Test func `a sentence about a method alone is no evidence`() {
    #expect(EvidencePhrases.kinds(of: "We prove that the estimator is consistent under mild conditions.") == [])
  }
}
