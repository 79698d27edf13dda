import PDFLayout
import Papers

/// Lists the sentences of a paper's body that speak of real use.
public struct EvidenceFinder: Sendable {
  /// Longer stretches are tables and lists whose ends were not found, in letters.
  private static let longest = 600
  private static let shortest = 25

  /// Makes a finder.
  public init() {}

  /// Returns the sentences in reading order, each kind of a sentence once; nothing of the bibliography and what follows
  /// it, and nothing of text that spells no words.
  public func evidence(in document: DocumentLayout) -> [Evidence] {
    guard TextQuality.doubt(about: document.pages) == nil else { return [] }
    let front = FrontMatter(of: document)
    var sentences = Sentences(mending: front.mending)
    let headings = Dictionary(
      front.headings.map { ([$0.pageIndex, $0.lineIndex], $0) }, uniquingKeysWith: { first, _ in first })
    // Title and authors stand above the abstract.
    var isFront = front.abstract != nil
    pages: for (pageIndex, page) in front.pages.enumerated() {
      for (lineIndex, line) in page.lines.enumerated() where line.direction == .horizontal {
        if isFront, let abstract = front.abstract {
          guard pageIndex == abstract.pageIndex, line == abstract.lines.first else { continue }
          isFront = false
        }
        if let heading = headings[[pageIndex, lineIndex]] {
          sentences.breakOff()
          if HeadingWords.references.contains(heading.letters), heading.section.level == 1 { break pages }
          continue
        }
        sentences.add(line.text, page: page.number)
      }
    }
    sentences.breakOff()
    return sentences.finished.flatMap { sentence, page -> [Evidence] in
      guard (Self.shortest...Self.longest).contains(sentence.count) else { return [] }
      return EvidencePhrases.kinds(of: sentence).map { Evidence(kind: $0, sentence: sentence, page: page) }
    }
  }

  /// Returns what the sentences of a text state, such as those of an abstract.
  public static func kinds(in text: String) -> [[Evidence.Kind]] {
    let bytes = Array(text.utf8)
    return SentenceRanges.of(text).map { EvidencePhrases.kinds(of: String(decoding: bytes[$0], as: UTF8.self)) }
  }
}

/// Sentences gathered line by line.
private struct Sentences {
  private(set) var finished: [(sentence: String, page: Int)] = []
  let mending: TextMending
  private var lines: [String] = []
  private var page = 1
  /// The beginning of a sentence that goes on over the page.
  private var carried: (text: String, page: Int)?

  init(mending: TextMending) { self.mending = mending }

  /// Adds a line.
  mutating func add(_ line: String, page next: Int) {
    if next != page { finish(isOver: false) }
    page = next
    lines.append(line)
  }

  /// Ends what stands open: a heading follows.
  mutating func breakOff() { finish(isOver: true) }

  private mutating func finish(isOver: Bool) {
    let text = mending.paragraph((carried.map { [$0.text] } ?? []) + lines)
    let bytes = Array(text.utf8)
    let ranges = SentenceRanges.of(text)
    var next: (text: String, page: Int)?
    for (index, range) in ranges.enumerated() {
      let sentence = String(decoding: bytes[range], as: UTF8.self)
      let start = index == 0 ? carried?.page ?? page : page
      let isOpen = index == ranges.count - 1 && sentence.last.map { !".!?)\"\u{201D}".contains($0) } == true
      if isOpen && !isOver { next = (sentence, start) } else { finished.append((sentence, start)) }
    }
    carried = next
    lines = []
  }
}
