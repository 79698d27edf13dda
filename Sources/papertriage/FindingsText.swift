import Papers

/// Findings for people, gravest first; what is in order is told in one line.
struct FindingsText {
  /// Whether words are coloured, for a terminal.
  let isColored: Bool

  /// The paragraph of one file.
  func text(for row: CheckRow) -> String {
    var lines = ["\(colored(Self.word(row.verdict), row.verdict))  \(row.file.safeForTerminal)"]
    for verdict in [Verdict.fail, .look, .couldNotCheck] {
      for finding in row.findings where finding.verdict == verdict {
        let place = finding.page.map { ", page \($0)" } ?? ""
        lines.append("  \(colored(Self.word(verdict), verdict))  \(finding.rule)\(place)")
        lines += Self.wrapped(finding.message, indent: "    ")
        if let evidence = finding.evidence { lines += Self.wrapped("Found: \(evidence)", indent: "    ") }
      }
    }
    let passed = row.findings.count { $0.verdict == .pass }
    let silent = row.findings.count { $0.verdict == .notApplicable }
    lines.append(
      "  \(passed) of \(row.findings.count - silent) rules kept"
        + (silent > 0 ? "; the call does not speak of \(silent) more" : ""))
    return lines.joined(separator: "\n") + "\n\n"
  }

  private static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .fail: "FAIL"
    case .look: "LOOK"
    case .couldNotCheck: "NOT CHECKED"
    case .pass: "PASS"
    case .notApplicable: "NONE"
    }
  }

  private func colored(_ word: String, _ verdict: Verdict) -> String {
    guard isColored else { return word }
    // ECMA-48: red, yellow, magenta, green.
    let code =
      switch verdict {
      case .fail: 31
      case .look: 33
      case .couldNotCheck: 35
      case .pass, .notApplicable: 32
      }
    return "\u{1B}[\(code)m\(word)\u{1B}[0m"
  }

  /// Breaks a text at blanks.
  private static func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = indent
    for word in text.safeForTerminal.split(separator: " ") {
      if line.count + word.count + 1 > 100, line.count > indent.count {
        lines.append(line)
        line = indent
      }
      line += (line.count > indent.count ? " " : "") + word
    }
    return lines + [line]
  }
}
