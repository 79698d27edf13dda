import Evaluation

/// The lines of the review rule that keep to one share of mistakes.
public struct ReviewLevel: Hashable, Sendable, Codable {
  /// The share of mistakes that may escape a person's eye: wrong tags among the tagged papers that nobody sees, and
  /// topics missed among the untagged ones.
  public let share: Double
  /// The highest risk of a wrong tag that needs no person; `nil` if every tagged paper does.
  public let highestTagRisk: Double?
  /// The highest probability of a topic that needs no person in a paper without tags; `nil` if every such paper does.
  public let highestMissRisk: Double?

  enum CodingKeys: String, CodingKey {
    case share
    case highestTagRisk = "highest_tag_risk"
    case highestMissRisk = "highest_miss_risk"
  }

  /// How often a level that holds for papers like those at hand may not hold all the same: one time in ten.
  public static let confidence = 0.9

  /// The shares in a table: each per cent from 1 to 50.
  static let shares = (1...50).map { Double($0) / 100 }

  /// Returns the lines of all shares, from papers that the model has not seen.
  static func table(tagged: [JudgedRisk], untagged: [JudgedRisk]) -> [ReviewLevel] {
    let (tagged, untagged) = (tagged.sorted { $0.risk < $1.risk }, untagged.sorted { $0.risk < $1.risk })
    let tail = BinomialTail(upTo: max(tagged.count, untagged.count))
    var table: [ReviewLevel] = []
    for share in shares {
      // A higher share allows at least what a lower one does.
      func line(_ papers: [JudgedRisk], _ last: Double?) -> Double? {
        let found = highestRisk(of: papers, keeping: share, tail)
        return found.map { max($0, last ?? $0) } ?? last
      }
      table.append(
        ReviewLevel(
          share: share, highestTagRisk: line(tagged, table.last?.highestTagRisk),
          highestMissRisk: line(untagged, table.last?.highestMissRisk)))
    }
    return table
  }

  /// Returns the highest risk found up to which the share of mistakes stays within `share` with ``confidence``; `nil`
  /// if none is found.
  ///
  /// Lines are tried one after the other, from the one up to which the model itself expects half of `share`, as long as
  /// so few mistakes as were made would be rarer than `1 - confidence` if the share were higher. The order rests on
  /// what the model predicts, not on its mistakes, so trying many lines costs no confidence (fixed-sequence testing;
  /// Angelopoulos, Bates, Candès, Jordan and Lei 2021, "Learn then Test").
  ///
  /// - Parameter papers: By ascending risk.
  static func highestRisk(of papers: [JudgedRisk], keeping share: Double, _ tail: BinomialTail) -> Double? {
    var (count, mistakes, expected) = (0, 0, 0.0)
    var line: Double?
    while count < papers.count {
      // Papers of equal risk are on the same side of a line.
      let risk = papers[count].risk
      while count < papers.count, papers[count].risk == risk {
        mistakes += papers[count].isMistake ? 1 : 0
        expected += risk
        count += 1
      }
      let isStart = count == papers.count || expected + papers[count].risk > share / 2 * Double(count + 1)
      guard line != nil || isStart else { continue }
      guard tail.atMost(mistakes, of: count, probability: share) <= 1 - confidence else { break }
      line = risk
    }
    return line
  }
}

/// A paper that the model has not seen: how sure the model is, and whether it is wrong.
struct JudgedRisk: Hashable, Sendable {
  let risk: Double
  let isMistake: Bool
}
