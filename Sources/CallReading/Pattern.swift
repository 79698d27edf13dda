import Foundation

/// A regular expression, blind to case, over the words of a call. Offsets count UTF-16 units.
struct Pattern: @unchecked Sendable {
  // Unchecked: NSRegularExpression is immutable and documented to be usable from any thread.
  private let expression: NSRegularExpression

  /// A place where it matches.
  struct Match {
    let range: Range<Int>
    let groups: [String?]
    let groupRanges: [Range<Int>?]
  }

  /// Compiles a pattern that is part of the program.
  init(_ source: String) {
    do {
      expression = try NSRegularExpression(pattern: source, options: [.caseInsensitive])
    } catch {
      preconditionFailure("the pattern \(source) is malformed")
    }
  }

  /// Compiles a pattern that matches where one of several does.
  init(anyOf alternatives: [String]) {
    self.init(alternatives.joined(separator: "|"))
  }

  /// Whether it matches anywhere.
  func matches(_ text: String) -> Bool {
    expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
  }

  /// Returns the first place where it matches.
  func first(in text: String) -> Match? {
    expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)).map {
      Self.match($0, in: text)
    }
  }

  /// Returns all places where it matches, in order.
  func all(in text: String) -> [Match] {
    expression.matches(in: text, range: NSRange(location: 0, length: text.utf16.count)).map {
      Self.match($0, in: text)
    }
  }

  /// Returns the text with each match replaced.
  func replacing(_ text: String, with template: String) -> String {
    expression.stringByReplacingMatches(
      in: text, range: NSRange(location: 0, length: text.utf16.count), withTemplate: template)
  }

  private static func match(_ result: NSTextCheckingResult, in text: String) -> Match {
    let string = text as NSString
    let ranges = (1..<max(1, result.numberOfRanges)).map { index -> Range<Int>? in
      let range = result.range(at: index)
      return range.location == NSNotFound ? nil : range.location..<range.location + range.length
    }
    return Match(
      range: result.range.location..<result.range.location + result.range.length,
      groups: ranges.map {
        $0.map { string.substring(with: NSRange(location: $0.lowerBound, length: $0.count)) }
      },
      groupRanges: ranges)
  }
}
