import Venues

/// Finds the list of topics among all lists of a call.
///
/// Every run of items, rows or lines is judged by the words that lead up to it, the headings above it and the shape of
/// its items; lists of people, rules, dates and kinds of papers fall out. A nested list gives the topics of its lowest
/// level with their parents.
struct TopicFinder {
  /// A topic as the call words it.
  struct Found: Hashable {
    var name: String
    var parent: String?
    var line: Int
  }

  let document: CallDocument
  let sections: CallSections
  private let runs: [ListRun]

  /// From this score on a list is taken for topics; chosen so that an invitation ending in "not limited to" suffices
  /// and a mere invitation to papers does not.
  private static let threshold = 5

  /// Returns the topics with the words that announce them.
  static func topics(in document: CallDocument, _ sections: CallSections) -> Answer<[Found]> {
    TopicFinder(document, sections).answer()
  }

  private init(_ document: CallDocument, _ sections: CallSections) {
    self.document = document
    self.sections = sections
    runs = ListRun.runs(in: document)
  }

  /// A list that is taken, with the lists that go on with it under further labels.
  private struct Region {
    var score: Int
    var isNamed: Bool
    var runs: [(run: ListRun, parent: String?)]
    var opener: Int?
    /// The level of the heading over the whole region; deeper headings are its groups.
    var level: Int
    var groupLevel: Int?
    var track: String?
  }

  private func answer() -> Answer<[Found]> {
    let regions = allRegions()
    let main = regions.filter { $0.track == nil }
    let best = (main.isEmpty ? regions : main).map(\.score).max()
    guard let best else { return headingTopics() ?? sentenceTopics() }
    // Several lists with the same right to the name are all topics; a weaker one is something else.
    let chosen = (main.isEmpty ? regions : main).filter { $0.score >= min(best, 9) - 1 || $0.score == best }
    var found: [Found] = []
    for region in chosen {
      let group = chosen.count > 1 ? groupName(of: region) : nil
      for (run, parent) in region.runs { found += TopicItems.topics(of: run, parent: parent ?? group) }
      found += bareGroups(of: region)
    }
    if chosen.count == 1 { found.sort { $0.line < $1.line } }
    found = Self.withoutRepeats(found)
    guard found.count >= 2, let first = chosen.first?.runs.first?.run else { return sentenceTopics() }
    var notes: [String] = []
    if !chosen.contains(where: \.isNamed) {
      notes.append("Line \(first.line): this list is taken for the topics, though the call does not name it so.")
    }
    let opener = chosen[0].opener.map { document.blocks[$0].text } ?? document.blocks[first.range.lowerBound].text
    let words = opener.sentences.last.map { opener.part($0) } ?? opener
    return Answer(stated: Stated(found, words.text, line: words.line(at: 0)), notes: notes)
  }

  /// Headings of the same level as those of a region's groups with nothing under them: each is a topic of its own.
  private func bareGroups(of region: Region) -> [Found] {
    guard let level = region.groupLevel, let first = region.runs.first?.run.range.lowerBound,
      let last = region.runs.last?.run.range.upperBound, region.runs.count >= 2
    else { return [] }
    var end = last
    while end < document.blocks.count, document.blocks[end].headingLevel == level { end += 1 }
    return (first..<end).compactMap { place in
      let block = document.blocks[place]
      guard block.headingLevel == level, !TopicWords.otherHeading.matches(block.text.text),
        place + 1 == document.blocks.count || document.blocks[place + 1].headingLevel.map({ $0 <= level }) ?? false
      else { return nil }
      return Found(name: TopicItems.cleaned(block.text.text), parent: nil, line: block.line)
    }
  }

  /// The label over a list that is one of several lists of topics: "Topics specific to kites".
  private func groupName(of region: Region) -> String? {
    guard let opener = region.opener, isLabel(opener) else { return nil }
    let text = document.blocks[opener].text.text
    guard text.split(separator: " ").count <= 8, !TopicWords.openEnded.matches(text), !Self.namesNoGroup.matches(text)
    else { return nil }
    return Self.labelText(text)
  }

  /// "Topics of interest", "Topics include": what stands over topics without saying which.
  private static let namesNoGroup = Pattern(
    #"^\W*(the |our |main |conference |workshop |symposium |research )*(topics?|areas?|themes?|scope)( (of|and|&) \w+){0,2}\W*$|\b(includ\w*|are|follow\w*|such as|submi\w+|invit\w+|welcom\w+|solicit\w+|interest)\b"#
  )

  /// A topic given twice counts once; the first stays.
  private static func withoutRepeats(_ topics: [Found]) -> [Found] {
    var seen: Set<String> = []
    return topics.filter { seen.insert($0.name.lowercased()).inserted }
  }

  /// The highest level of a line that is a heading by its look alone; above it only few headings stand.
  private static let shallowestLook = 4

  // MARK: Regions

  private func allRegions() -> [Region] {
    var regions: [Region] = []
    var open: Region?
    var end = 0
    for run in runs {
      if var region = open, continues(region, run, from: end) {
        region.runs.append((run, label(of: run)))
        region.groupLevel = region.groupLevel ?? headingBefore(run).flatMap { document.blocks[$0].headingLevel }
        open = region
        end = run.range.upperBound
        continue
      }
      if let region = open { regions.append(region) }
      open = region(openedBy: run)
      if open != nil { end = run.range.upperBound }
    }
    if let region = open { regions.append(region) }
    return regions
  }

  private func region(openedBy run: ListRun) -> Region? {
    let (lead, labels) = leadIn(of: run)
    let shape = run.shapeScore
    guard shape > -6 else { return nil }
    let leadText = lead.map { document.blocks[$0].text.text }
    if let leadText, TopicWords.excludes.matches(Self.lastSentence(leadText)) { return nil }
    var score = shape
    var isNamed = false
    if let leadText {
      let last = Self.leadWords(leadText)
      let announces =
        TopicWords.strongLead.matches(last) || TopicWords.isTopicsLabel(Self.lastSentence(leadText))
        || (document.blocks[lead ?? 0].isHeading && TopicWords.namesTopics(last))
      if announces, !TopicWords.paperKind.matches(last) || last.contains("opic") || run.areNumberedAreas {
        score += 6
        isNamed = true
      } else if TopicWords.welcomeLead.matches(last) {
        score += 0
      } else if TopicWords.scopeLead.matches(last) {
        score += 5
      } else if TopicWords.mediumLead.matches(last) {
        score += 3
      }
      if TopicWords.openEnded.matches(last) { score += TopicWords.invitesOpenly.matches(last) ? 5 : 3 }
      if !announces, run.areQuestions, TopicWords.questionLead.matches(last) {
        score += 5
        isNamed = true
      }
      // "Papers must give insights into the field, including:" over short noun phrases tells subjects, not duties.
      if TopicWords.welcomeLead.matches(last), !run.namesKinds {
        score += 5
      } else if TopicWords.namesParts.matches(last), run.areSubjects {
        score += 2
      } else if TopicWords.otherLead.matches(last), !isNamed, !isRightUnderTopics(run, lead: lead) {
        score -= 5
      }
    }
    // Subjects right under "Call for Papers", with nothing between.
    if let lead, document.blocks[lead].isHeading, TopicWords.isCallHeading(document.blocks[lead].text.text),
      !run.namesKinds, !run.isLoose, run.entries.count >= 3
    {
      score += 5
    }
    let headings = sections.headings[run.range.lowerBound]
    let nearest = headings.last ?? ""
    if headings.contains(where: { TopicWords.namesTopics($0) }) {
      score += isNamed ? 2 : 5
      if !isNamed, TopicWords.namesTopics(nearest) { isNamed = true }
    } else if !isNamed {
      // "..., including but not limited to:" right before a list outweighs the heading that it stands under.
      let isIntroduced =
        leadText.map { TopicWords.openEnded.matches(Self.lastSentences($0)) && $0.hasSuffix(":") } ?? false
      if TopicWords.namesOther(nearest) { score -= isIntroduced ? 1 : 6 }
      if headings.dropLast().contains(where: TopicWords.namesOther) { score -= 3 }
    }
    // Lists of lines without bullets need an announcement right before them.
    let isAnnounced =
      leadText.map { $0.hasSuffix(":") && TopicWords.openEnded.matches(Self.lastSentences($0)) } ?? false
    if run.isLoose, !isNamed, !isAnnounced || !(run.areSubjects || run.isLabelled) { return nil }
    // Labels before explanations are as often rules or kinds of papers: only a sentence right above makes them topics.
    if run.isLoose, run.isLabelled, !run.areSubjects, !(isNamed && lead != nil), !isAnnounced { return nil }
    guard score >= Self.threshold else { return nil }
    let level = sections.sections[run.range.lowerBound]
    let opener = lead ?? (level >= 0 ? level : nil)
    let openerLevel = opener.map { document.blocks[$0].headingLevel ?? enclosingLevel(of: $0) } ?? 0
    return Region(
      score: score, isNamed: isNamed, runs: [(run, labels.last.map { Self.labelText(document.blocks[$0].text.text) })],
      opener: opener,
      level: openerLevel, groupLevel: labels.last.flatMap { document.blocks[$0].headingLevel },
      track: sections.tracks[run.range.lowerBound])
  }

  /// Whether a list and the words right above it are all that stands under a heading of topics.
  private func isRightUnderTopics(_ run: ListRun, lead: Int?) -> Bool {
    guard let lead, lead > 0, document.blocks[lead - 1].isHeading, run.shapeScore > 0 else { return false }
    return TopicWords.namesTopics(document.blocks[lead - 1].text.text)
  }

  private func enclosingLevel(of block: Int) -> Int {
    let heading = sections.sections[block]
    return heading >= 0 ? document.blocks[heading].headingLevel ?? 0 : 0
  }

  /// The block that leads up to a list, and the labels between them that name the list's group.
  private func leadIn(of run: ListRun) -> (lead: Int?, labels: [Int]) {
    var labels: [Int] = []
    var place = run.range.lowerBound - 1
    while place >= 0, labels.count < 3 {
      let block = document.blocks[place]
      let text = block.text.text
      let last = block.kind == .paragraph ? Self.leadWords(text) : Self.lastSentences(text)
      let announces =
        TopicWords.strongLead.matches(last) || TopicWords.openEnded.matches(last)
        || TopicWords.isTopicsLabel(Self.lastSentence(text))
        || run.areQuestions && TopicWords.questionLead.matches(last)
        || block.headingLevel ?? 8 == 8 && TopicWords.scopeLead.matches(last)
        || (block.isHeading && TopicWords.namesTopics(text))
      if announces { return (place, labels.reversed()) }
      let isBelowLead = place > 0 && document.blocks[place - 1].kind == .paragraph && self.announces(place - 1)
      guard isLabel(place), !TopicWords.otherHeading.matches(text) || block.headingLevel == nil || isBelowLead else {
        return (labels.isEmpty ? place : nil, [])
      }
      labels.append(place)
      place -= 1
    }
    return (run.range.lowerBound > 0 ? run.range.lowerBound - 1 : nil, [])
  }

  /// Whether a block can name a group of topics: a heading or a short line.
  private func isLabel(_ place: Int) -> Bool {
    let block = document.blocks[place]
    if block.isHeading { return block.text.text.split(separator: " ").count <= 16 }
    guard block.kind == .paragraph else { return false }
    let text = block.text.text
    let words = text.split(separator: " ").count
    return words <= (text.hasSuffix("?") ? 24 : 12) && !text.hasSuffix(".") && !text.contains("\n")
  }

  private func headingBefore(_ run: ListRun) -> Int? {
    let place = run.range.lowerBound - 1
    return place >= 0 && document.blocks[place].isHeading ? place : nil
  }

  private func label(of run: ListRun) -> String? {
    var place = run.range.lowerBound - 1
    while place >= 0, !isLabel(place), place > run.range.lowerBound - 3 { place -= 1 }
    guard place >= 0, isLabel(place) else { return nil }
    return Self.labelText(document.blocks[place].text.text)
  }

  private static func labelText(_ text: String) -> String {
    TopicItems.cleaned(text.trimmingSuffix { $0 == ":" || $0 == " " })
  }

  /// Whether a list goes on with a region: only labels of its groups, or a sentence that says so, stand between.
  private func continues(_ region: Region, _ run: ListRun, from end: Int) -> Bool {
    let gap = end..<run.range.lowerBound
    guard gap.count <= 3, run.shapeScore > -4, sections.tracks[run.range.lowerBound] == region.track else {
      return false
    }
    // Labelled lines right below a list with bullets are what comes next.
    if gap.isEmpty { return !run.isLoose || region.runs.contains { $0.run.isLoose } }
    var hasLabel = false
    for place in gap {
      let block = document.blocks[place]
      let text = block.text.text
      if TopicWords.excludes.matches(Self.lastSentence(text)) { return false }
      if let level = block.headingLevel {
        guard
          !TopicWords.otherHeading.matches(text)
            || region.groupLevel == level
              && (level > region.level || region.runs.count >= 2 && !TopicWords.endOfTopics.matches(text))
        else { return false }
        if let groupLevel = region.groupLevel {
          // Lines that only look like headings have levels by their looks, which differ within one list.
          let areLooks = min(level, groupLevel) >= Self.shallowestLook && level > region.level
          guard areLooks || level >= groupLevel && (level > region.level || groupLevel <= region.level) else {
            return false
          }
        } else if level <= region.level {
          return false
        }
        hasLabel = true
      } else if isLabel(place), !TopicWords.otherLead.matches(text),
        !TopicWords.otherHeading.matches(text) || goesOnInGroups(region, run, label: text)
      {
        hasLabel = true
      } else if place == gap.lowerBound, block.kind == .paragraph, Self.addsTopics(text) {
        continue
      } else if hasLabel, block.kind == .paragraph, !TopicWords.otherLead.matches(Self.lastSentences(text)) {
        continue
      } else {
        return false
      }
    }
    return hasLabel
  }

  /// Whether a short label that could head something else, such as "Research goals", is one more group of a list whose
  /// groups look the same.
  private func goesOnInGroups(_ region: Region, _ run: ListRun, label: String) -> Bool {
    region.runs.allSatisfy { $0.parent != nil && $0.run.isLoose == run.isLoose }
      && label.split(separator: " ").count <= 14 && !TopicWords.endOfTopics.matches(label)
  }

  // MARK: Topics as headings

  /// Topics that are headings, each with a paragraph of its own.
  private func headingTopics() -> Answer<[Found]>? {
    let blocks = document.blocks
    for index in blocks.indices.dropLast() where sections.tracks[index] == nil {
      guard let level = blocks[index + 1].headingLevel else { continue }
      let text = Self.lastSentences(blocks[index].text.text)
      let opens = blocks[index].isHeading ? TopicWords.heading.matches(text) : TopicWords.strongLead.matches(text)
      guard opens else { continue }
      var found: [Found] = []
      for block in blocks[(index + 1)...] {
        guard let other = block.headingLevel, other <= level else { continue }
        let text = block.text.text
        guard other == level, !TopicWords.otherHeading.matches(text) || TopicWords.numberedArea.matches(text) else {
          break
        }
        found.append(Found(name: TopicItems.cleaned(block.text.text), parent: nil, line: block.line))
      }
      let least = text.hasSuffix(":") ? 2 : 3
      guard found.count >= least, !found.allSatisfy({ TopicWords.namesTrack.matches($0.name) }) else { continue }
      return Answer(
        stated: Stated(found, blocks[index].text.text, line: blocks[index].line),
        notes: ["Line \(found[0].line): the headings here are taken for the topics."])
    }
    return nil
  }
}

extension String {
  /// Returns the text without the characters at its end that fulfil a condition.
  func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}
