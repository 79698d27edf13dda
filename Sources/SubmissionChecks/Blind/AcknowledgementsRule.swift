import Papers

/// `blind.acknowledgements`: no thanks and no grant tell the authors.
struct AcknowledgementsRule: BlindRule {
  let id = "blind.acknowledgements"
  let summary = "No acknowledgements, grant numbers or funding bodies tell the authors."
  let method =
    "A section of acknowledgements, and sentences on funding or of thanks anywhere outside the bibliography. Funding with a number "
    + "fails; other thanks are for a person. Thanks to anonymous reviewers, and 'removed for review', are no findings."

  private static let funding = [
    "supported by", "supported in part by", "funded by", "funding from", "financial support", "sponsored by",
    "grant no",
    "grant agreement", "under grant", "under award", "award number", "contract no", "project number", "fellowship",
  ]
  private static let thanks = [
    "we thank", "we would like to thank", "the authors thank", "the authors would like to thank", "we are grateful to",
    "the authors are grateful to", "we are indebted to", "we gratefully acknowledge", "the authors acknowledge",
    "we acknowledge the support", "we acknowledge the help", "we acknowledge support", "we acknowledge helpful",
    "we acknowledge the helpful", "we acknowledge the contributions", "our thanks go to", "special thanks to",
    "many thanks to",
  ]
  /// Headings that stand at the beginning of a paragraph.
  private static let headings = ["acknowledgments", "acknowledgements", "acknowledgment", "acknowledgement"]
  /// Of what acknowledgements speak; in a paper on protocols the word is about messages.
  private static let gratitude = [
    "thank", "grateful", "gratitude", "indebted", "appreciat", "support", "helpful", "discussion", "feedback",
    "comments", "suggestions", "advice", "benefited", "benefitted", "funded", "funding", "grant", "colleague",
  ]
  private static let harmless = [
    "anonymous", "reviewers", "removed for", "omitted", "withheld", "blind review", "redacted", "hidden for",
  ]

  func blindAnswer(for submission: CheckedSubmission) -> Answer {
    guard submission.hasText else { return .couldNotCheck("The file has no text to search.") }
    let advice = "In LaTeX, put the thanks into acmart's acks environment, which the option anonymous leaves out."
    let section = text(of: submission)
    var doubt: Answer?
    for phrase in Self.funding {
      for match in submission.flow.matches(of: phrase) where match.part != .named(.references) {
        let sentence = match.sentence.lowercased()
        guard isAboutThisWork(sentence) || match.part == .named(.acknowledgements) else { continue }
        let after = submission.flow.text(from: match.offset, count: 200)
        let hasNumber = Self.hasGrantNumber(after)
        let answer = Answer(
          verdict: hasNumber ? .fail : .look,
          message:
            "Page \(match.place.page) says who paid for the work\(hasNumber ? ", with a number" : ""). \(advice)",
          place: match.place, evidence: match.sentence, visibility: .chair)
        if hasNumber { return answer }
        doubt = doubt ?? answer
      }
    }
    if let doubt { return doubt }
    if let section, !section.text.isEmpty {
      let lower = section.text.lowercased()
      if lower.contains("grant"), Self.hasGrantNumber(lower) {
        return .fail(
          "The acknowledgements on page \(section.place.page) name a grant. \(advice)", at: section.place,
          evidence: section.text, visibility: .chair)
      }
      let isShort = lower.utf8.count < 200
      if !(isShort && Self.harmless.contains { lower.contains($0) }) {
        return .look(
          "There are acknowledgements on page \(section.place.page); they may tell the authors. \(advice)",
          at: section.place,
          evidence: section.text, visibility: .chair)
      }
    }
    if let match = runInHeading(of: submission) {
      return .look(
        "There are acknowledgements on page \(match.place.page); they may tell the authors. \(advice)", at: match.place,
        evidence: match.sentence, visibility: .chair)
    }
    for phrase in Self.thanks {
      for match in submission.flow.matches(of: phrase) where match.part != .named(.references) {
        let sentence = match.sentence.lowercased()
        guard !Self.harmless.contains(where: sentence.contains) else { continue }
        return .look(
          "Page \(match.place.page) thanks somebody, which may tell the authors. \(advice)", at: match.place,
          evidence: match.sentence, visibility: .chair)
      }
    }
    return .pass("No acknowledgements and no funding were found.")
  }

  /// A paragraph that begins with a heading such as "Acknowledgments." and speaks of help.
  private func runInHeading(of submission: CheckedSubmission) -> FlowText.Match? {
    for heading in Self.headings {
      for match in submission.flow.matches(of: heading) where match.part != .named(.references) {
        guard submission.flow.beginsSentence(at: match.offset) else { continue }
        let after = submission.flow.text(from: match.offset + heading.utf8.count, count: 300)
        let mark = after.drop { $0 == " " }.first
        guard let mark, ".:\u{2013}\u{2014}-".contains(mark), Self.gratitude.contains(where: after.contains) else {
          continue
        }
        // What was left out for the review, or thanks nobody who could tell, is as short as this.
        guard !Self.harmless.contains(where: after.prefix(200).contains) else { continue }
        return match
      }
    }
    return nil
  }

  private func isAboutThisWork(_ sentence: String) -> Bool {
    [
      "this work", "this research", "this material", "this paper", "this project", "we acknowledge", "we thank",
      "the authors", "our work",
    ]
    .contains { sentence.contains($0) }
  }

  private func text(of submission: CheckedSubmission) -> (text: String, place: Answer.Place)? {
    var text = ""
    var place: Answer.Place?
    for (index, page) in submission.layout.pages.enumerated() {
      for (line, part) in zip(page.lines, submission.parts.parts[index]) where part == .named(.acknowledgements) {
        if place == nil {
          place = Answer.Place(page: page.number, box: line.box)
        } else {
          text += (text.isEmpty ? "" : " ") + line.text
        }
      }
    }
    return place.map { (text, $0) }
  }

  /// Whether a text has a number like those of grants: letters and digits, at least five digits or a dash among them.
  static func hasGrantNumber(_ text: String) -> Bool {
    text.split(whereSeparator: { " ,;()".contains($0) }).contains { word in
      let digits = word.count { $0.isNumber }
      let isYear = digits == 4 && word.count == 4
      return digits >= 4 && !isYear && !word.contains("@")
        && word.allSatisfy { $0.isLetter || $0.isNumber || "-/._#".contains($0) }
    }
  }
}
