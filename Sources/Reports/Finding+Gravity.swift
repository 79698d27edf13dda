import Papers

extension Finding {
  /// Whether a person has something to look at: the rule did not simply pass or not apply.
  var isOpen: Bool { verdict == .fail || verdict == .look || verdict == .couldNotCheck }
}

extension Verdict {
  /// The verdicts that a paper can have, gravest first.
  static let byGravity: [Verdict] = [.fail, .look, .couldNotCheck, .pass]

  /// The verdict in words that decide nothing: a person does.
  var words: String {
    switch self {
    case .fail: "Breaks a rule"
    case .look: "To look at"
    case .couldNotCheck: "Not checked"
    case .pass: "Passed"
    case .notApplicable: "Does not apply"
    }
  }
}

extension [Finding] {
  /// The paper's verdict; `nil` if no rule was applied.
  var gravestVerdict: Verdict? { Verdict.byGravity.first { verdict in contains { $0.verdict == verdict } } }
}
