import PDFLayout
import Papers

/// Finds the title: the largest text near the top of the first page that is none of a conference's own words.
struct TitleFinder {
  /// A title and where it stands.
  struct Found {
    var lines: [TextLine]
    var text: String
    var box: Box
    /// Whether it is larger than the text and without a rival.
    var isCertain: Bool
  }

  let measures: TextMeasures
  /// The title in the file's metadata; it may decide between rivals.
  var metadataTitle: String?

  /// Finds the title on a page; `limit` is the top of the abstract, where known.
  func title(on page: PageLayout, above limit: Double?, mending: TextMending) -> Found? {
    let bottom = min(limit ?? .infinity, page.height * 0.72)
    // A journal's name may be larger than the title; it stands above the address of its page.
    let top = page.lines.filter { $0.letters.hasPrefix("journalhomepage") && $0.box.centerY < page.height * 0.4 }
      .map(\.box.bottom).max()
    let lines = Prose.withoutCaptions(page.lines).filter {
      $0.direction == .horizontal && $0.box.centerY < bottom && $0.box.centerY > top ?? 0
    }
    let blocks = TextBlock.blocks(of: lines.filter { !isFurniture($0) })
    let metadata = metadataTitle.map { lowerLetters(of: $0) } ?? ""
    var best: (score: Double, index: Int)?
    var second = -Double.infinity
    for (index, block) in blocks.enumerated() {
      guard let score = score(of: block, on: page, metadata: metadata) else { continue }
      if score > best?.score ?? -.infinity {
        second = best?.score ?? second
        best = (score, index)
      } else {
        second = max(second, score)
      }
    }
    guard let best else { return nil }
    var block = blocks[best.index]
    // "A Study:" goes on in the subtitle, which may be smaller.
    if block.text.hasSuffix(":"),
      let next = blocks.filter({ $0.box.top > block.box.bottom - 2 && $0.size > measures.bodySize * 1.15 })
        .min(by: { $0.box.top < $1.box.top }), next.box.top - block.box.bottom < 2 * block.size
    {
      next.lines.forEach { block.append($0) }
    }
    let texts = block.lines.map(textWithoutMarks)
    let text = mending.paragraph(texts).trimmingMarks()
    guard !text.isEmpty else { return nil }
    let isCertain = best.score > 1.12 && best.score > second + 0.08 && wordCount(text) >= 2 && wordCount(text) <= 35
    return Found(lines: block.lines, text: text, box: block.box, isCertain: isCertain)
  }

  /// The size in units of the text's size, less for what speaks against a title.
  private func score(of block: TextBlock, on page: PageLayout, metadata: String) -> Double? {
    let letters = lowerLetters(of: block.text)
    let scalarCount = block.text.unicodeScalars.count { $0.properties.isAlphabetic }
    guard scalarCount >= 6, block.lines.count <= 8 else { return nil }
    guard block.size >= measures.bodySize * 0.95 else { return nil }
    if HeadingWords.abstract.contains(letters) || HeadingWords.introduction.contains(letters) { return nil }
    if Self.kinds.contains(letters) { return nil }
    let words = wordCount(block.text)
    guard words <= 60 else { return nil }
    var score = block.size / measures.bodySize
    let boldness = block.lines.reduce(0) { $0 + $1.boldShare } / Double(block.lines.count)
    score += 0.08 * boldness
    if words < 3 { score -= 0.25 }
    // A paper's number, such as "EX2023-1234".
    if words == 1, block.text.contains(where: \.isNumber) { score -= 0.6 }
    // Titles stand high on the page; what stands low must be larger.
    score -= 0.25 * block.box.top / page.height
    if block.text.contains("@") { score -= 0.5 }
    if letters.utf8.count >= 12, metadata.contains(letters) || (metadata.utf8.count >= 12 && letters.contains(metadata))
    {
      score += 0.3
    }
    return score
  }

  /// Words that say what kind of paper it is.
  private static let kinds: Set<String> = [
    "article", "originalarticle", "originalpaper", "originalresearch", "researchpaper", "regularpaper", "fullpaper",
    "shortpaper", "longpaper", "reviewarticle", "review", "survey", "surveypaper", "letter", "letters", "editorial",
    "technicalnote", "technicalreport", "perspective", "positionpaper", "extendedabstract", "casereport", "casestudy",
    "communication", "demopaper", "industrytrack", "industrialtrack", "researchtrack", "poster", "openaccess",
    "researcharticleopenaccess", "briefreport", "supplementarymaterial", "doubleblindreview",
  ]

  /// Whether a line is the conference's, the journal's or the archive's, not the authors'.
  private func isFurniture(_ line: TextLine) -> Bool {
    let text = line.text.lowercased()
    if text.hasPrefix("arxiv:") || text.hasPrefix("doi:") || text.contains("://") { return true }
    let starts = [
      "proceedings of", "published as", "published in", "under review", "submitted to", "accepted at", "accepted to",
      "accepted for", "preprint", "to appear in", "workshop on", "contents lists available", "journal homepage",
      "manuscript submitted", "manuscript received", "confidential", "anonymous submission", "paper id",
      "submission id",
      "research article", "open access", "this paper is included", "presented at", "in proceedings",
      "copyright", "received:", "technical report", "draft", "vol.", "volume ", "ieee transactions", "journal of",
      "international conference", "annual conference", "the ", "conference on",
    ]
    for start in starts where text.hasPrefix(start) {
      // "The" alone is no sign; with a conference's words it is.
      if start == "the " {
        return text.contains("conference on") && (text.contains("20") || text.contains("international"))
      }
      return start != "draft" || text.utf8.count < 20
    }
    return text.contains("conference submission") || text.contains("do not distribute") || text.contains("issn")
  }

  /// The line without raised marks of footnotes at its end.
  private func textWithoutMarks(_ line: TextLine) -> String {
    var runs = line.runs
    while runs.count > 1, let last = runs.last, last.fontSize < 0.8 * line.largestSize, last.text.utf8.count <= 4,
      !last.text.utf8.contains(where: { $0 < 0x80 && isLetterByte($0) }) || last.text.hasSuffix(")")
    {
      runs.removeLast()
    }
    return TextLine(runs: runs).text
  }
}

extension String {
  /// Without blanks and footnote marks at its ends.
  func trimmingMarks() -> String {
    let marks: Set<Character> = [
      "*", "\u{2217}", "\u{2020}", "\u{2021}", "\u{A7}", "\u{B6}", " ", "\u{2016}", "\u{22C6}",
    ]
    var text = self[...]
    while let last = text.last, marks.contains(last) { text.removeLast() }
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    return String(text)
  }
}
