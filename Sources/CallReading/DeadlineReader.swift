import Venues

/// Reads the deadlines of a call: kinds, years, hours and zones, and which dates have been replaced.
struct DeadlineReader {
  let document: CallDocument
  private let sections: CallSections
  private var entries: [DateEntry]
  var notes: [String] = []
  private let generalTimes: [(block: Int, time: WrittenTime)]

  /// A date with what it means.
  struct Reading {
    var entry: DateEntry
    var kind: Deadline.Kind
    var isSuperseded: Bool
  }

  /// Returns the deadlines in the call's order and what a chair should look at.
  static func deadlines(
    in document: CallDocument, _ sections: CallSections
  ) -> (deadlines: [Stated<Deadline>], notes: [String]) {
    var reader = DeadlineReader(document, sections)
    let deadlines = reader.read()
    return (deadlines, reader.notes)
  }

  private init(_ document: CallDocument, _ sections: CallSections) {
    self.document = document
    self.sections = sections
    entries = DateEntryFinder.entries(in: document, sections)
    generalTimes = Self.generalTimes(in: document)
  }

  private mutating func read() -> [Stated<Deadline>] {
    var readings = entries.compactMap(reading)
    readings = withoutRepeatedEvents(readings)
    readings = withYears(readings)
    Self.setAnnouncements(&readings)
    Self.setExtendedAbstracts(&readings)
    readings = merged(readings)
    Self.setFinalPapers(&readings)
    supersede(&readings)
    readings = withoutContradictedProse(readings)
    return Self.withDistinctEvents(readings.map(stated))
  }

  // MARK: Kinds

  private static let deadlineProse = Pattern(anyOf: [
    #"\b(deadlines?|due|submi\w+|upload\w*|received?|notif\w+|camera[\s-]?ready|registration|register|closes?|no later than|final version|extended)\b"#,
    #"\b(papers?|abstracts?|manuscripts?|proposals?|contributions?)\b.{0,40}\b(by|before|until)\W*$"#,
    #"\b(send|e-?mail|submit)\b.{0,160}\b(by|before|until)\W*$"#,
  ])
  private static let eventProse = Pattern(
    #"\b(held|takes? place|taking place|hosted|meets?|gathers?|co-?located|collocated|in conjunction|conference dates?|(workshop|conference|symposium) (will|on|is|runs?)|at\b.*\bin\b.*\bon)\b"#
  )
  private static let pastEvent = Pattern(
    #"\b(was held|were held|took place|previous(ly)?|last year|first held|past editions?)\b"#)
  /// What is held beside the conference: a school before it, its excursion.
  private static let besides = Pattern(
    #"\b((pre|post)-?(conference|workshop|symposium)|(phd|doctoral|summer|winter|spring) school|reception|banquet|excursion|social event)\b"#
  )
  private static let notOurs = Pattern(
    #"\b(published (before|after|on)|preprint|arxiv|journal version|patent|retriev|mirrored|archived|copyright \d|last (updated|modified)|updated on|page was|posted on|concurrent|prior to|since\b|as of\b)"#
  )

  /// Returns what a date means, or `nil` if it is none of the call's.
  private func reading(_ entry: DateEntry) -> Reading? {
    let label = entry.label
    if let closing = closing(of: entry) { return closing }
    if entry.isListed {
      let isTop = entry.block < 14
      if !DateEntryFinder.isLabel(label) {
        if Self.deadlineAlone.matches(label) { return Reading(entry: entry, kind: .paper, isSuperseded: false) }
        return isTop ? Reading(entry: entry, kind: .event, isSuperseded: false) : nil
      }
      if Self.notOurs.matches(label) || Self.isMailStamp(entry) { return nil }
      var kind = DeadlineKinds.kind(of: label)
      if kind == .other || kind == .event || kind == .paper, isTop, isPlaceLine(entry) { kind = .event }
      if kind == .other, !isAmongDates(entry), !isTop { return nil }
      if kind == .other, isTop, !isAmongDates(entry) { kind = .event }
      kind = withTrack(kind, entry)
      return Reading(entry: entry, kind: kind, isSuperseded: false)
    }
    if Self.notOurs.matches(entry.words) || Self.pastEvent.matches(entry.words) { return nil }
    if Self.deadlineProse.matches(label) {
      let kind = DeadlineKinds.kind(of: label)
      if kind != .event, kind != .other {
        return Reading(entry: entry, kind: withTrack(kind, entry), isSuperseded: false)
      }
    }
    if Self.besides.matches(entry.words) { return nil }
    if Self.eventProse.matches(entry.words) || entry.block < 8 && entry.date.end != nil {
      return Reading(entry: entry, kind: .event, isSuperseded: false)
    }
    guard Self.deadlineProse.matches(entry.words) else { return nil }
    let kind = DeadlineKinds.kind(of: entry.words)
    return kind == .event || kind == .other
      ? nil : Reading(entry: entry, kind: withTrack(kind, entry), isSuperseded: false)
  }

  /// "Submission is open between": the last day is the deadline.
  private static let opensBetween = Pattern(
    #"\b(submissions?|papers)\b[^.]{0,30}\b(open|accepted|possible|received)\b(?![^.]*\b(present\w*|held|sessions?|talks?|publish\w*|invited)\b)[^.]{0,80}\b(between|from)\W*$"#
  )

  private func closing(of entry: DateEntry) -> Reading? {
    guard let end = entry.date.end, Self.opensBetween.matches(entry.label) else { return nil }
    let stated = DeadlineKinds.kind(of: entry.label)
    guard [.paper, .abstract, .other].contains(stated), !RuleContext.namesSide(entry.label) else { return nil }
    var closing = entry
    closing.date = WrittenDate(range: entry.date.range, start: end)
    return Reading(
      entry: closing, kind: withTrack(stated == .abstract ? .abstract : .paper, entry), isSuperseded: false)
  }

  /// "Deadline extended to": what every author waits for is the deadline of papers.
  private static let deadlineAlone = Pattern(#"\bdeadlines?\b"#)
  private static let stampLabel = Pattern(#"^\W*(date|sent|posted|received|created|modified)\b|\bdate\W*$"#)
  private static let seconds = Pattern(#"(?<!\d)\d{1,2}:\d{2}:\d{2}\b"#)

  /// Whether the date is when a message was sent: a call copied from a mailing list carries its header.
  private static func isMailStamp(_ entry: DateEntry) -> Bool {
    stampLabel.matches(entry.label) && seconds.matches(entry.words)
  }

  private func withTrack(_ kind: Deadline.Kind, _ entry: DateEntry) -> Deadline.Kind {
    guard kind == .paper, let track = entry.track else { return kind }
    // What a deadline for papers says of posters further on is about their presentation.
    if DeadlineKinds.isForPapers(entry.label) { return kind }
    if track.contains("poster") { return .poster }
    if track.contains("demo") { return .demo }
    if ["shared", "challenge", "competition"].contains(where: { track.contains($0) }) { return .other }
    if track.contains("proposal") || track.contains("tutorial") || track.contains("workshop") { return .other }
    return kind
  }

  private static let deadlineWords = Pattern(
    #"\b(deadlines?|due|submi\w+|notif\w+|camera|rebuttals?|response|registration|please|send|sent|e-?mail(ed)?|apply)\b"#
  )

  /// Whether a line near the top names a place and days, as the head of a call does.
  private func isPlaceLine(_ entry: DateEntry) -> Bool {
    !document.blocks[entry.block].isRow && !Self.deadlineWords.matches(entry.words)
      && !Self.deadlineWords.matches(entry.label) && !isUnderDatesHeading(entry)
  }

  private static let datesHeading = Pattern(#"\b(dates?|deadlines?|schedule|timeline|calendar)\b"#)

  private func isUnderDatesHeading(_ entry: DateEntry) -> Bool {
    sections.headings[entry.block].contains { Self.datesHeading.matches($0) }
  }

  /// Whether the date stands among others or under a heading of dates.
  private func isAmongDates(_ entry: DateEntry) -> Bool {
    if isUnderDatesHeading(entry) { return true }
    return entries.filter { $0.isListed && abs($0.block - entry.block) <= 4 }.count >= 3
  }

  // MARK: Events

  /// Keeps one event of each span, the first; where the list of dates gives it another year, the list is right.
  private func withoutRepeatedEvents(_ readings: [Reading]) -> [Reading] {
    var kept: [Reading] = []
    for reading in readings {
      if reading.kind == .event,
        let index = kept.firstIndex(where: {
          $0.kind == .event && $0.entry.date.start.month == reading.entry.date.start.month
            && $0.entry.date.start.day == reading.entry.date.start.day
        })
      {
        if kept[index].entry.date.start.year == nil { kept[index].entry.date = reading.entry.date }
        if reading.entry.date.start.year != nil, isUnderDatesHeading(reading.entry),
          !isUnderDatesHeading(kept[index].entry)
        {
          kept[index].entry.date = reading.entry.date
        }
        continue
      }
      kept.append(reading)
    }
    return kept
  }

  // MARK: The same date twice

  /// Two statements of one day for one thing are one: the listed label, with the hour that either gives.
  private func merged(_ readings: [Reading]) -> [Reading] {
    var kept: [Reading] = []
    for reading in readings {
      let index = kept.firstIndex {
        $0.kind == reading.kind && $0.entry.date.start == reading.entry.date.start
          && ($0.entry.track == reading.entry.track || $0.kind != .notification && $0.kind != .cameraReady)
          && ($0.entry.track == nil || reading.entry.track == nil || $0.entry.track == reading.entry.track)
      }
      guard let index else {
        kept.append(reading)
        continue
      }
      if kept[index].entry.time?.minutes == nil, let time = reading.entry.time { kept[index].entry.time = time }
      if !reading.entry.isStruck { kept[index].entry.isStruck = false }
      if kept[index].entry.track != nil, reading.entry.track == nil { kept[index].entry.track = nil }
      if !reading.entry.isReplaced {
        kept[index].entry.isReplaced = kept[index].entry.isReplaced && reading.entry.isReplaced
      }
      // "NEW! Deadline extended to" announces what the list of dates names.
      if Self.renewed.matches(kept[index].entry.label), !Self.renewed.matches(reading.entry.label),
        reading.entry.isListed, !reading.entry.label.isEmpty
      {
        kept[index].entry.label = reading.entry.label
      }
      if !kept[index].entry.isListed, reading.entry.isListed {
        let time = kept[index].entry.time
        kept[index] = reading
        kept[index].entry.time = reading.entry.time ?? time
      }
    }
    return kept
  }

  // MARK: Former dates

  private static let renewed = Pattern(#"\b(extended|extension|revised|new|updated|postponed|final)\b"#)

  private mutating func supersede(_ readings: inout [Reading]) {
    for index in readings.indices {
      if readings[index].entry.isReplaced { readings[index].isSuperseded = true }
    }
    for index in readings.indices where !readings[index].isSuperseded {
      let this = readings[index]
      let rivals = readings.indices.filter { other in
        other != index && readings[other].kind == this.kind && readings[other].entry.track == this.entry.track
          && readings[other].entry.round == this.entry.round && !readings[other].isSuperseded
          && !begins(aRoundBetween: this.entry, and: readings[other].entry, readings)
      }
      for other in rivals {
        let rival = readings[other]
        let isSameLabel = Self.key(rival.entry.label) == Self.key(this.entry.label)
        let isLater = this.entry.date.start.isBefore(rival.entry.date.start)
        if this.entry.isStruck, !rival.entry.isStruck, isLater, isSameLabel || this.kind != .event,
          isSameLabel || !Self.isOfFurtherKind(rival.entry, beside: this.entry),
          isSameLabel || abs(this.entry.block - rival.entry.block) <= 1
        {
          readings[index].isSuperseded = true
        } else if isLater, Self.renewed.matches(rival.entry.label), !Self.renewed.matches(this.entry.label),
          isSameLabel || [.paper, .abstract, .poster, .demo].contains(this.kind)
        {
          readings[index].isSuperseded = true
        } else if isLater, isSameLabel, !Self.key(this.entry.label).isEmpty, this.kind != .event,
          this.kind != .other, !isOfOtherKind(this.entry, rival.entry),
          sections.sections[this.entry.block] != sections.sections[rival.entry.block]
            || this.entry.block == rival.entry.block || this.entry.isStruck
        {
          readings[index].isSuperseded = true
          notes.append(
            "Lines \(this.entry.line) and \(rival.entry.line) give two dates for '\(this.entry.label)'; the later one is "
              + "taken as the deadline.")
        }
      }
    }
  }

  /// Whether two dates stand under two headings of one list of dates, which are those of two kinds of papers.
  private func isOfOtherKind(_ entry: DateEntry, _ rival: DateEntry) -> Bool {
    sections.areSiblings(entry.block, rival.block)
      && sections.headings[entry.block].dropLast().contains { Self.datesHeading.matches($0) }
  }

  /// What makes two labels the same, whatever stands around it.
  private static func key(_ label: String) -> String {
    let dropped: Set = [
      "extended", "extension", "new", "revised", "updated", "deadline", "due", "date", "the", "firm", "for", "of",
      "final", "s", "is", "on", "by",
    ]
    return label.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      .map { $0.hasSuffix("s") ? String($0.dropLast()) : String($0) }
      .filter { !dropped.contains($0) }.joined(separator: " ")
  }

  /// Running text that contradicts the list of dates is not believed, and a chair is told.
  private mutating func withoutContradictedProse(_ readings: [Reading]) -> [Reading] {
    var readings = readings
    // What the text says of a day that is listed adds at most its hour.
    for index in readings.indices where !readings[index].entry.isListed && readings[index].kind != .event {
      let twin = readings.indices.first {
        readings[$0].entry.isListed && !readings[$0].isSuperseded && readings[$0].kind != .event
          && readings[$0].entry.date.start == readings[index].entry.date.start
          && [.paper, .abstract].contains(readings[$0].kind)
      }
      guard let twin else { continue }
      if readings[twin].entry.time?.minutes == nil, let time = readings[index].entry.time, readings[twin].kind == .paper
      {
        readings[twin].entry.time = time
      }
      readings[index].kind = readings[twin].kind
    }
    let listed = readings.filter { $0.entry.isListed && !$0.isSuperseded }
    return readings.filter { reading in
      guard !reading.entry.isListed, !reading.isSuperseded else { return true }
      let rival =
        listed.first {
          $0.kind == reading.kind && $0.entry.date.start == reading.entry.date.start
        }
        ?? listed.first {
          $0.kind == reading.kind && ($0.entry.track == reading.entry.track || reading.entry.track == nil)
        }
      guard let rival else { return true }
      if rival.entry.date.start != reading.entry.date.start, reading.kind != .event {
        notes.append(
          "Line \(reading.entry.line): the text says \(Self.text(reading.entry.date.start)) where the list of dates has "
            + "\(Self.text(rival.entry.date.start)) for '\(rival.entry.label)'; the list is followed.")
      }
      return false
    }
  }

  // MARK: Moments

  private func stated(_ reading: Reading) -> Stated<Deadline> {
    let entry = reading.entry
    var label = entry.label
    if let track = entry.track, !label.lowercased().contains(track) {
      label = label.isEmpty ? track : "\(label) (\(track))"
    }
    if let round = entry.round?.trimmingSuffix(while: { ": ".contains($0) }),
      !label.lowercased().contains(round.lowercased())
    {
      label = "\(round): \(label)"
    }
    // Half a sentence is no label of an event, and neither is the line at the top that names the venue and its place.
    if reading.kind == .event, !entry.isListed || Self.isPieceOfLine(label) { label = "" }
    if label.isEmpty { label = reading.kind == .event ? Self.eventName(entry.words) : reading.kind.rawValue }
    let deadline = Deadline(
      what: reading.kind, label: label, at: moment(reading), until: lastDay(reading), superseded: reading.isSuperseded)
    return Stated(deadline, entry.words, line: entry.line)
  }

  private func moment(_ reading: Reading) -> String {
    let day = reading.entry.date.start
    let date = Self.text(day)
    var time = reading.entry.time
    guard DeadlineKinds.isMoment(reading.kind) || reading.kind == .other && time?.minutes != nil else { return date }
    let general = defaultTime(for: reading.entry.block)
    if time == nil || time?.minutes == nil && time?.zone != .anywhereOnEarth { time = general ?? time }
    if let own = time, own.zone == nil, let zone = general?.zone { time?.zone = zone }
    guard let time, let minutes = time.minutes ?? (time.zone == .anywhereOnEarth ? 23 * 60 + 59 : nil) else {
      return date
    }
    let clock = "\(Self.two(minutes / 60)):\(Self.two(minutes % 60)):00"
    guard let zone = time.zone else { return "\(date)T\(clock)" }
    let offset = zone.minutes(on: day)
    let sign = offset < 0 ? "-" : "+"
    return "\(date)T\(clock)\(sign)\(Self.two(abs(offset) / 60)):\(Self.two(abs(offset) % 60))"
  }

  private static let generalStatement = Pattern(
    #"\b(all|any|the|every|these|each|submission|paper)?\s*(\w+\s+)?(deadlines?|dates|times|submissions?)\b|\btime\s*zones?\b|\b(important|key) date\b"#
  )

  /// The hour and zone that the call states for all its deadlines, the statement of the same section first.
  private func defaultTime(for block: Int) -> WrittenTime? {
    let here = sections.sections[block]
    return generalTimes.first { sections.sections[$0.block] == here }?.time ?? generalTimes.last { $0.block <= block }?
      .time
      ?? generalTimes.first?.time
  }

  private static func generalTimes(in document: CallDocument) -> [(block: Int, time: WrittenTime)] {
    document.blocks.indices.flatMap { block -> [(block: Int, time: WrittenTime)] in
      let text = document.blocks[block].text
      return text.lines.flatMap { line in line.sentences.map { line.part($0) } }.compactMap { sentence in
        guard !sentence.isStruck(0..<sentence.count), generalStatement.matches(sentence.text),
          DateGrammar.dates(in: sentence.text).isEmpty
        else { return nil }
        let times = TimeGrammar.times(in: sentence.text)
        guard
          let time = times.first(where: { $0.minutes != nil && $0.zone != nil })
            ?? times.first(where: { $0.zone != nil })
        else { return nil }
        return (block, time)
      }
    }
  }

  static func text(_ day: WrittenDay) -> String {
    "\(day.year.map(String.init) ?? "----")-\(two(day.month))-\(two(day.day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
