import Foundation

/// Finds the types of files that a call accepts for papers, where it states them.
///
/// Each type has a name that is only that of a file (PDF, `.docx`), or one that is also a program's (Word, LaTeX): the
/// second counts only where it is called a file, or stands beside one that is.
enum FileTypeFinder {
  /// A type with what names its files, and what may name them beside another type.
  private static let types: [(id: String, file: Pattern, beside: Pattern?)] = [
    ("pdf", Pattern(#"\bPDFs?\b|\bportable document format|\bpdf-?files?\b"#), nil),
    (
      "docx",
      Pattern(
        #"(?<![\w-])\.?docx?\b(?!\.\w)(?!-)|\b(ms|microsoft)?[- ]?word[- ]?(\(?\.?docx?\)? )?(document |file )?(files?|documents?|formats?)\b|\bword\b[^.;]{0,20}\(\W*\.docx?|\bas (an? )?(ms|microsoft) word\b"#
      ),
      Pattern(
        #"\b(in|as|or|and|either|both|an?|via|,|/|\() ?(microsoft |ms[- ])?word\b(?! (template|count|limit|style|users?|processor|or latex|and latex))|\b(ms|microsoft)[- ]word\b"#
      )
    ),
    ("ps", Pattern(#"\bpost\s?script\b"#), nil),
    ("rtf", Pattern(#"\brtf\b|\brich text( format)?\b"#), nil),
    ("html", Pattern(#"\b(in|as|or|and) x?html\b(?! (version|page|call))|\bx?html[\w+]* (or|and|/) pdf\b"#), nil),
  ]

  private static let uploading = Pattern(
    #"\b(submi\w+|upload\w*|papers?|manuscripts?|files?|electronic\w*|formats?|accepted|send|sent)\b"#)
  /// What is said of a paper's file before any type.
  private static let paper = Pattern(
    #"\b(papers?|submissions?|manuscripts?|abstracts?|contributions?) (must|should|are|will|have|need|shall|may|can|in|as)\b|\bpdf (format|files?|only|version|document|papers?|manuscripts?|submissions?)\b|\b(papers?|manuscripts?|submissions?) pdfs?\b|\b(single|one) pdf|\bas (a |one )?(single )?pdf|\bin pdf|\bfile (format|type)s?\b|\bonly pdf|\bpdf\W+only\b"#
  )
  private static let notPaper = Pattern(
    #"\b(download|templates?|call for papers in|cfp|flyer|poster|slides|supplement\w*|appendi\w+|video|anonymous link|proposals?|example|sample|guidelines? \(pdf|instructions \(pdf|letter|form)\b"#
  )
  private static let isSupplement = Pattern(anyOf: [
    #"\b(supplement\w+|additional material)\b[^.]*\bpdf\b"#,
    #"\bpdf\b[^.]{0,30}\b(of|for) (the )?(call|cfp|program)"#,
    #"\bpdf (x|e)\s?press\b"#,
    #"\b(this|the) (call|cfp)\b[^.]{0,40}\bpdf\b"#,
  ])
  /// Sources and forms are asked for besides the paper.
  private static let isOther = Pattern(
    #"\b(source files?|sources|copyright|biograph\w+|cover letter|curriculum|cv|table of contents|slides|convert\w*|zip)\b"#
  )
  private static let ofSources = Pattern(anyOf: [
    #"^\W*(the |your |an? )?(signed |completed )?(copyright|registration|consent|permission)\b"#,
    #"\b(all|the|any) source files\b|\bsource files?\b[^.]{0,40}\b(and|or) the pdfs?\b"#,
  ])
  private static let refused = Pattern(
    #"(\b(no|not|neither|nor|other than|rather than|instead of|except)\b|n['’]t\b)[^.;]{0,40}$"#)
  /// "Word files are not accepted", said behind the name.
  private static let refusedAfter = Pattern(
    #"^[^.;,(]{0,20}\b((are|is|will|can|may|must|should)( be)?\W+(not|never)\b|cannot\b|(aren|isn|won|can)['’]t\b|(are|is|will be) (rejected|returned|refused)\b)"#
  )
  /// Both are programs here: "LaTeX or Word templates".
  private static let programs = Pattern(
    #"\b(la)?tex\b\W*(or|and|/|,)?\W*(the )?(ms[- ]|microsoft )?word\b(?! (format|file|document)s?)|\bword\W+(or|and|/)\W*(the )?(la)?tex\b|\b(ms[- ]|microsoft )?word (template|count|limit|style|user)|\btemplates?\b[^.]{0,40}\bword\b|\b(written|typeset|typed) (in|with|using) (ms[- ]|microsoft )?word\b"#
  )

  /// Returns the accepted file types.
  static func fileTypes(in statements: [Statement], _ context: RuleContext) -> Answer<[String]> {
    let statements = statements.map(\.withoutFinalClause)
    var answer = FormatFinder.first(in: statements, context) { read($0) }
    // "One of these formats:" and an item for each.
    guard let stated = answer.stated,
      let at = statements.firstIndex(where: { $0.line == stated.evidence.line && $0.text == stated.evidence.words }),
      isBare(statements[at].text)
    else { return answer }
    var found = stated.value
    for step in [-1, 1] {
      var next = at + step
      while statements.indices.contains(next), isBare(statements[next].text) {
        found += named(statements[next].text).filter { !found.contains($0) }
        next += step
      }
    }
    let ordered = types.map(\.id).filter { found.contains($0) }
    answer = Answer(stated: Stated(ordered, stated.evidence.words, line: stated.evidence.line), notes: answer.notes)
    return answer
  }

  private static let address = Pattern(#"\b(https?://|www\.)\S+"#)
  /// "Appendices are part of the paper's PDF" is said of the paper.
  private static let mainFile = Pattern(#"\b(papers?|manuscripts?|submissions?)(['’]s?)?( submission)? pdf\b"#)
  private static let besides = Pattern(#"\b(as well|also|too|alternatively)\b"#)

  private static func read(_ sentence: String) -> [String]? {
    let text = address.replacing(sentence, with: " ")
    let named = named(text)
    guard !named.isEmpty, uploading.matches(text) || isBare(text) else { return nil }
    if notPaper.matches(text), !paper.matches(text) { return nil }
    if isSupplement.matches(text) && !mainFile.matches(text) || ofSources.matches(text) { return nil }
    // Word files alone are asked for in so many words only.
    if !named.contains(where: { ["pdf", "ps", "html"].contains($0) }),
      !asksForWord.matches(text) || besides.matches(text)
    {
      return nil
    }
    return named
  }

  private static let asksForWord = Pattern(anyOf: [
    #"\b(submi\w+|upload\w*|send|sent|accepted|saved?|format|attach\w*)\b[^.]{0,60}\b(docx?|word|rtf)\b"#,
    #"\b(docx?|word|rtf)\b[^.]{0,20}\b(files?|documents?|formats?)\b[^.]{0,40}\b(submi\w+|upload\w*|send|sent|only|accepted)\b"#,
    #"\b(papers?|submissions?|manuscripts?|files?) (must|should|are|is|shall|may|can|will|need to|have to) (\w+ ){0,4}(in |as )?(an? )?(ms |microsoft )?(word|\.?docx?)\b"#,
  ])

  /// The types that a sentence names and does not refuse.
  private static func named(_ text: String) -> [String] {
    func isNamed(_ pattern: Pattern) -> Bool {
      let units = Array(text.utf16)
      return pattern.all(in: text).contains { match in
        !refused.matches(String(decoding: units[..<match.range.lowerBound], as: UTF16.self))
          && !refusedAfter.matches(String(decoding: units[match.range.upperBound...], as: UTF16.self))
      }
    }
    var found = types.filter { isNamed($0.file) }.map(\.id)
    if !programs.matches(text), !isOther.matches(text) {
      for type in types where !found.isEmpty && !found.contains(type.id) {
        if let beside = type.beside, isNamed(beside) { found.append(type.id) }
      }
    }
    if found.contains("pdf"), isOther.matches(text) || programs.matches(text) { found.removeAll { $0 == "docx" } }
    return types.map(\.id).filter { found.contains($0) }
  }

  private static let filling = Pattern(
    #"\b(adobe|acrobat|portable|document|format|microsoft|ms|word|rich|text|file|type|or|and|an?|only|preferred|preferably|docx?|pdf|rtf|postscript|ps)\b|[\W\d]"#
  )

  /// Whether a sentence is nothing but the names of types.
  private static func isBare(_ text: String) -> Bool {
    text.utf16.count < 90 && !named(text).isEmpty && filling.replacing(text, with: "").isEmpty
  }
}

extension Statement {
  /// The sentence without clauses behind a semicolon that speak of final versions.
  fileprivate var withoutFinalClause: Statement {
    let clauses = text.components(separatedBy: "; ")
    guard clauses.count > 1, clauses.contains(where: RuleContext.isOfFinal) else { return self }
    let kept = clauses.filter { !RuleContext.isOfFinal($0) }.joined(separator: "; ")
    return Statement(text: kept, line: line, block: block, index: index)
  }
}
