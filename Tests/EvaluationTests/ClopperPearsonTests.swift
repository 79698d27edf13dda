import Evaluation
import Glibc
import Testing

struct ClopperPearsonTests {
  @Test func `none of n has the bound of the closed form`() {
    // 1 - 0.05^(1/n).
    for trials in [1, 10, 200] {
      let expected = 1 - pow(0.05, 1 / Double(trials))
      #expect(abs(ClopperPearson(0, of: trials).upperBound - expected) < 1e-12)
      #expect(abs(ClopperPearson(trials, of: trials).lowerBound - (1 - expected)) < 1e-12)
    }
    #expect(ClopperPearson(0, of: 200).upperBound < 0.015)
  }

  @Test func `bounds are quantiles of the beta distribution`() {
    // SciPy: beta.ppf(0.95, 8, 13) and beta.ppf(0.05, 7, 14).
    #expect(abs(ClopperPearson(7, of: 20).upperBound - 0.5580345113) < 1e-9)
    #expect(abs(ClopperPearson(7, of: 20).lowerBound - 0.1773109176) < 1e-9)
  }

  @Test func `nothing is known without trials`() {
    #expect(ClopperPearson(0, of: 0).upperBound == 1)
    #expect(ClopperPearson(0, of: 0).lowerBound == 0)
  }
}
