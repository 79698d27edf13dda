/// Finds columns, page size and the largest file, each only where a call states it; file types have their own finder.
enum FormatFinder {
  private static let two = Pattern(#"\b(two|double|2)[\s-]*column(s|ed)?\b"#)
  private static let one = Pattern(#"\b(single|one|1)[\s-]*column(s|ed)?\b"#)
  private static let formatWords = Pattern(
    #"\b(format\w*|template|style|papers?|submi\w+|pages?|manuscripts?|layout|point|font|acm|ieee|formatted)\b"#)
  private static let elsewhere = Pattern(
    #"\b(camera[- ]ready(?! (styles?|formats?|templates?|layout))|final version|poster|demo|taps)\b"#)

  /// Returns the number of columns.
  static func columns(in statements: [Statement], _ context: RuleContext) -> Answer<Int> {
    first(in: statements, context) { text in
      guard formatWords.matches(text) else { return nil }
      switch (two.matches(text), one.matches(text)) {
      case (true, false): return 2
      case (false, true): return 1
      default: return nil
      }
    }
  }

  private static let letter = Pattern(
    #"\b(us|u\.s\.|american)[\s-]*letter|\bletter[\s-]*(size|sized|paper|format)|\bletterpaper|\b8\.5\s*("|”|''|in(ch(es)?)?)?\s*(x|×|by)\s*11"#
  )
  private static let a4 = Pattern(#"\bA4\b"#)

  private static let notA4 = Pattern(#"\b(not|n't|no|rather than|instead of)\s+(use |on |in |for )?A4\b"#)

  /// Returns `letter` or `a4`.
  static func pageSize(in statements: [Statement], _ context: RuleContext) -> Answer<String> {
    first(in: statements, context) { text in
      let isOther = notA4.matches(text)
      switch (letter.matches(text), a4.matches(text) && !isOther) {
      case (true, false): return "letter"
      case (false, true): return "a4"
      default: return nil
      }
    }
  }

  private static let size = Pattern(#"\b(\d{1,3}(?:\.\d)?)\s*(MB|Mb|megabytes?|mbytes?|MiB)\b"#)
  private static let limiting = Pattern(
    #"\b(max\w*|limit\w*|exceed\w*|at most|up to|less than|smaller|larger|bigger|no more|not more|under|below|within|allowed|file size)\b"#
  )
  /// "A submission, which includes appendices, has at most 50 MB" is said of the submission.
  private static let included = Pattern(#"\b(which |that )?includ(es|ing|ed) [^.,;()]*"#)
  private static let otherFile = Pattern(#"\b(supplement\w*|video\w*|appendi\w+|zip|artifact|poster|demo|images?)\b"#)

  /// Returns the largest file in megabytes.
  static func maxFileMb(in statements: [Statement], _ context: RuleContext) -> Answer<Double> {
    first(in: statements, context) { text in
      guard limiting.matches(text), !otherFile.matches(included.replacing(text, with: " ")) else { return nil }
      return size.first(in: text).flatMap { $0.groups[0] }.flatMap(Double.init)
    }
  }

  private static let submissions = Pattern(
    #"^\W*(all )?(the )?(submissions?|submitted papers|submitted manuscripts)\b[^.]{0,60}\b(must|should|shall|are to|need to|have to)\b"#
  )

  /// "All submissions are PDFs" is a rule for papers wherever it stands.
  private static let ofAll = Pattern(
    #"^\W*all (submissions|submitted (papers|manuscripts)|papers|manuscripts)\b(?! (in|to|for) (this|the|our)\b)"#)

  /// The reading of the sentence with the highest weight, the first of equals; side tracks are passed over unless they
  /// speak of all submissions.
  ///
  /// - Parameter read: What a sentence says, or `nil`.
  static func first<Value>(
    in statements: [Statement], _ context: RuleContext, _ read: (String) -> Value?
  ) -> Answer<Value> {
    var best: (value: Value, weight: Int, statement: Statement)?
    for statement in statements where statement.text.utf16.count < 2_500 {
      if context.isSide(statement), !ofAll.matches(statement.text) { continue }
      guard let value = read(statement.text) else { continue }
      // What papers must look like at submission is said of them, even if it is what the final version wants too.
      let isOfSubmissions = submissions.matches(statement.text)
      let weight =
        context.weight(statement, countsFinal: !isOfSubmissions)
        - (!isOfSubmissions && elsewhere.matches(statement.text) ? 3 : 0) + (context.isSide(statement) ? 5 : 0)
      if weight > -3, best.map({ weight > $0.weight }) ?? true { best = (value, weight, statement) }
    }
    return Answer(stated: best.map { Stated($0.value, $0.statement.text, line: $0.statement.line) })
  }
}
