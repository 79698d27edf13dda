import PDFLayout
import Papers

/// `integrity.reviewer-instructions`: the paper gives no orders to those who judge it.
struct ReviewerInstructionsRule: SubmissionRule {
  let id = "integrity.reviewer-instructions"
  let summary = "No sentence, seen or unseen, tells a language model or a reviewer how to judge the paper."
  let method =
    "Sentences are searched for orders: a verb without a subject (ignore, give, recommend, do not mention), what it asks "
    + "for (instructions, a positive review, acceptance, weaknesses) and whom it addresses, in English and, more coarsely, in "
    + "German, French, Spanish, Italian, Russian, Chinese, Japanese and Korean. Where nobody can see the sentence it fails; "
    + "where everybody can, also in heads and feet, in comments and in the outline, it is for a person. Papers on prompt injection or on "
    + "reviewing quote such sentences: there a sentence in quotation marks, or set like code, passes and is shown as evidence."
  let source = "A review must not be steered by the reviewed."

  func answer(for submission: CheckedSubmission) -> Answer {
    if let answer = hiddenOrder(in: submission) { return answer }
    guard submission.hasText else { return .couldNotCheck("The file has no text to search.") }
    let margins = FlowText(layout: submission.layout, parts: submission.parts, ofFurniture: true)
    if let order = Self.visibleOrders(in: margins).first {
      let match = margins.match(at: order.lowerBound)
      return .look(
        "The margin of page \(match.place.page) holds a sentence that reads like an order to a reviewer or a program. It is "
          + "visible, but not part of the text.", at: match.place, evidence: match.sentence)
    }
    let flow = submission.flow
    let orders = Self.visibleOrders(in: flow).map { ($0, flow.match(at: $0.lowerBound)) }
      .filter { $0.1.part != .named(.references) }
    guard let first = orders.first else { return .pass("No orders to reviewers or programs were found.") }
    let isAboutOrders = Self.isAboutOrders(submission.paper)
    let unquoted = orders.first { range, match in
      !isAboutOrders || !(flow.isQuoted(range) || Self.isCode(at: match.place, in: submission.layout))
    }
    guard let (_, match) = unquoted else {
      return .pass(
        "Page \(first.1.place.page) quotes an order to a reviewer or a program; the paper is about such orders.",
        evidence: first.1.sentence)
    }
    return .look(
      "Page \(match.place.page) holds a sentence that reads like an order to a reviewer or a program. It is visible, so it "
        + "may be an example that the paper discusses.", at: match.place, evidence: match.sentence)
  }

  // MARK: Hidden

  private func hiddenOrder(in submission: CheckedSubmission) -> Answer? {
    for page in submission.layout.pages {
      let tags = (page.facts?.shapelessScalars ?? []).filter { $0 >= 0xE0020 && $0 < 0xE007F }
      let tagged = String(decoding: tags.map { UInt8($0 - 0xE0000) }, as: UTF8.self)
      let pieces = page.hiddenText.filter { $0.reason != .overPicture }
      for text in [tagged] + Self.texts(of: pieces) {
        guard let order = OrderGrammar(text).orders().first(where: { $0.kind != .praise }) else { continue }
        let word = text.utf8.dropFirst(order.range.lowerBound).prefix { $0 != 0x20 }
        let box = pieces.first { $0.text.contains(String(decoding: word, as: UTF8.self)) }?.box
        return .fail(
          "Page \(page.number) holds an order to a reviewer or a program that nobody can see.",
          at: Answer.Place(page: page.number, box: text == tagged ? nil : box), evidence: text, visibility: .chair)
      }
      let recognized = page.hiddenText.filter { $0.reason == .overPicture }.map(\.text).joined(separator: " ")
      if OrderGrammar(recognized).orders().contains(where: \.kind.isOrder) {
        return .look(
          "A picture on page \(page.number) has a text laid over it that reads like an order to a reviewer or a program. Please "
            + "look whether the picture shows it.", at: Answer.Place(page: page.number), evidence: recognized,
          visibility: .chair)
      }
    }
    for page in submission.layout.pages {
      for text in Self.texts(of: page.facts?.overlaidText ?? []) {
        guard OrderGrammar(text).orders().contains(where: \.kind.isOrder) else { continue }
        return .look(
          "Page \(page.number) holds, over other text, words that read like an order to a reviewer or a program.",
          at: Answer.Place(page: page.number), evidence: text, visibility: .chair)
      }
    }
    for entry in submission.layout.facts?.information ?? [] {
      guard OrderGrammar(entry.value).orders().contains(where: \.kind.isOrder) else { continue }
      return .fail(
        "The file's metadata (\(entry.key)) hold an order to a reviewer or a program, which nobody sees on the pages.",
        evidence: entry.value, visibility: .chair)
    }
    if let text = XMPTexts.texts(of: submission.layout.facts?.xmp ?? "").first(where: Self.isOrder) {
      return .fail(
        "The file's metadata (XMP) hold an order to a reviewer or a program, which nobody sees on the pages.",
        evidence: text, visibility: .chair)
    }
    return orderBesidePages(in: submission)
  }

  /// An order where a viewer shows it on demand only: in comments, the outline, names of attached files.
  private func orderBesidePages(in submission: CheckedSubmission) -> Answer? {
    for page in submission.layout.pages {
      for mark in page.facts?.annotations ?? [] {
        guard let text = mark.contents, Self.isOrder(text) else { continue }
        return .look(
          "A comment on page \(page.number) reads like an order to a reviewer or a program.",
          at: Answer.Place(page: page.number, box: mark.box), evidence: text, visibility: .chair)
      }
    }
    guard !Self.isAboutOrders(submission.paper) else { return nil }
    let facts = submission.layout.facts
    for (place, texts) in [
      ("outline", facts?.bookmarks.map(\.title) ?? []), ("list of attached files", facts?.attachments ?? []),
    ] {
      guard let text = texts.first(where: Self.isOrder) else { continue }
      return .look(
        "The file's \(place) holds what reads like an order to a reviewer or a program.", evidence: text,
        visibility: .chair)
    }
    return nil
  }

  private static func isOrder(_ text: String) -> Bool {
    OrderGrammar(text).orders().contains(where: \.kind.isOrder)
  }

  /// The hidden text as it came, and that of each style by its lines: a picture hides other words together with an
  /// order, between whose lines these stand.
  private static func texts(of pieces: [HiddenText]) -> [String] {
    let all = pieces.map(\.text).joined(separator: " ")
    let styles = Dictionary(grouping: pieces, by: \.style)
    guard styles.count > 1 || pieces.count > 1 else { return [all] }
    return [all]
      + styles.sorted { $0.key < $1.key }.map { _, pieces in
        pieces.sorted { (($0.box.bottom).rounded(), $0.box.x) < (($1.box.bottom).rounded(), $1.box.x) }.map(\.text)
          .joined(separator: " ")
      }
  }

  // MARK: Visible

  /// How far the two halves of an order may stand apart, in bytes.
  private static let reach = 200

  /// The places of orders: those without a subject, and weaker words of two kinds side by side.
  private static func visibleOrders(in flow: FlowText) -> [Range<Int>] {
    let orders = OrderGrammar(flow.bytes).orders().filter(\.isImperative)
    return orders.filter { order in
      if order.kind.isOrder { return true }
      return order.kind == .praise
        && orders.contains {
          $0.kind == .address && abs($0.range.lowerBound - order.range.lowerBound) < reach
        }
    }.map(\.range)
  }

  /// Whether the paper is about prompt injection or about reviewing, by its title and abstract.
  private static func isAboutOrders(_ paper: Paper) -> Bool {
    let text = ((paper.title ?? "") + " " + (paper.abstract ?? "")).lowercased()
    return [
      "injection", "jailbreak", "peer review", "reviewer", "llm-as-a-judge", "llm as a judge", "hidden prompt",
      "hidden instruction", "adversarial prompt", "automated review", "ai review", "paper review",
      "instruction hierarchy",
      "red team", "prompt attack", "scientific review",
    ].contains { text.contains($0) }
  }

  private static func isCode(at place: Answer.Place, in layout: DocumentLayout) -> Bool {
    let lines = layout.pages.first { $0.number == place.page }?.lines ?? []
    guard let font = lines.first(where: { $0.box == place.box })?.mainRun.font.name.lowercased() else { return false }
    return ["mono", "courier", "inconsolata", "typewriter", "cmtt", "sftt", "txtt", "code", "consol", "menlo"].contains
    {
      font.contains($0)
    }
  }
}
