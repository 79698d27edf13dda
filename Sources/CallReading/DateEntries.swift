import Venues

/// A date of the call together with the words that say what falls due.
struct DateEntry {
  var date: WrittenDate
  var time: WrittenTime?
  var label: String
  var isStruck: Bool
  /// A later date in the same entry or words such as "originally" have put it aside.
  var isReplaced = false
  /// Whether it stands in a list of dates, not in running text.
  var isListed: Bool
  var track: String?
  /// The round or cycle that a line above it names; equal labels of different rounds are different dates.
  var round: String?
  var block: Int
  var line: Int
  /// The words of the call that it rests on.
  var words: String
}

/// Finds the dates of a call with their labels: a line holds both, or a label stands above, below or beside its date.
struct DateEntryFinder {
  let document: CallDocument
  let sections: CallSections
  private var entries: [DateEntry] = []
  private var round: String?
  /// Whether "03/05/2031" is the third of May here, if the call's other dates tell.
  private let dayComesFirst: Bool?

  /// A line of the call as far as dates matter.
  struct Line {
    let text: MarkedText
    let block: Int
    let dates: [WrittenDate]
    let times: [WrittenTime]
    /// The words that are no date or time, by clause: before the first date, between dates, after the last.
    let clauses: [String]

    var hasLabel: Bool { clauses.contains { DateEntryFinder.isLabel($0) } }
    var wordCount: Int { clauses.reduce(0) { $0 + $1.split(separator: " ").count } }
  }

  /// Returns all dates with their labels, in the call's order.
  static func entries(in document: CallDocument, _ sections: CallSections) -> [DateEntry] {
    var finder = DateEntryFinder(document: document, sections: sections)
    finder.find()
    return finder.entries
  }

  private init(document: CallDocument, sections: CallSections) {
    self.document = document
    self.sections = sections
    dayComesFirst = DateGrammar.dayComesFirst(in: document.blocks.map(\.text.text))
  }

  private static let address = Pattern(
    #"\b(https?://|www\.)\S+|\S*\w\.(pdf|html?|zip|docx?|tex|php|md|ics)\b|\b[\w-]+\.(org|com|net|edu|io)/\S*|\b(?-i:[a-z]+)[-_/]\d{4}-\d{2}-\d{2}\b"#
  )

  /// The text with blanks for addresses and names of files, whose digits are no dates of the call.
  private static func withoutAddresses(_ text: String) -> String {
    let addresses = address.all(in: text)
    guard !addresses.isEmpty else { return text }
    var units = Array(text.utf16)
    for offset in addresses.flatMap(\.range) { units[offset] = 0x20 }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func find() {
    var header: [String]?
    var pending: [Line] = []
    for (block, content) in document.blocks.enumerated() {
      if content.isHeading { round = nil }
      if case .row(let isHeader) = content.kind {
        resolve(pending)
        pending = []
        let previousIsRow = block > 0 && document.blocks[block - 1].isRow
        if !previousIsRow { header = nil }
        let cells = content.text.cells
        let hasDate = cells.contains { !DateGrammar.dates(in: $0.text).isEmpty }
        if isHeader && !hasDate || (!previousIsRow && !hasDate && cells.count > 2) {
          header = cells.map(\.text)
        } else if hasDate {
          addRow(content.text, cells, header: header, block: block)
        }
        continue
      }
      header = nil
      let lines = content.text.lines.flatMap { sentencesOrLine($0, isProse: isProse(content)) }
        .map { line($0, block: block) }
      // An item or a paragraph with a date of its own is complete; a bare date looks at its neighbours.
      let isBare = lines.contains { !$0.dates.isEmpty && !$0.hasLabel }
      if content.isItem || lines.count > 1, !(lines.count == 1 && isBare) {
        let carriesOn = lines.allSatisfy { $0.dates.isEmpty }
        if carriesOn {
          pending += lines
          continue
        }
        // "Papers due:" may look like the heading of the lines below it, of which the first is its date.
        let label = pending.last.flatMap { $0.dates.isEmpty && $0.hasLabel && $0.text.text.hasSuffix(":") ? $0 : nil }
        let isCutOff = label != nil && lines.count > 1 && lines.first.map { !$0.dates.isEmpty && !$0.hasLabel } ?? false
        resolve(isCutOff ? pending.dropLast() : pending)
        resolve(isCutOff ? pending.suffix(1) + lines : lines)
        pending = []
      } else {
        pending += lines
      }
    }
    resolve(pending)
    entries.sort { ($0.block, $0.line) < ($1.block, $1.line) }
  }

  private func isProse(_ block: CallDocument.Block) -> Bool {
    guard !block.isHeading else { return false }
    return block.text.lines.contains {
      $0.count > 160 && $0.sentences.count > 1 || block.kind == .paragraph && Self.isSentence($0.text)
    }
  }

  private static let predicate = Pattern(#"\b(is|are|should|must|may(?! \d)|can|shall|will|has|have|please|we)\b"#)

  /// Whether a line is a sentence, not an entry of a list: it has a verb and ends as sentences do.
  private static func isSentence(_ text: String) -> Bool {
    text.utf16.count > 60 && text.last.map { ".!".contains($0) } ?? false && predicate.matches(text)
  }

  private func sentencesOrLine(_ line: MarkedText, isProse: Bool) -> [MarkedText] {
    // A short line beside running text is an entry: "Deadline: June 5th NEW Date! June 12th" is one.
    isProse && (line.count > 100 || Self.isSentence(line.text)) ? line.sentences.map { line.part($0) } : [line]
  }

  private func line(_ text: MarkedText, block: Int) -> Line {
    let found = DateGrammar.dates(in: Self.withoutAddresses(text.withoutStruckDays), dayComesFirst: dayComesFirst)
      .flatMap { DateGrammar.isMove($0, in: text.text) ? $0.ends : [$0] }
    let dates = DateGrammar.joinedAfterBetween(found, in: text.text)
    let times = TimeGrammar.times(in: text.text).filter { time in !dates.contains { $0.range.overlaps(time.range) } }
    let units = Array(text.text.utf16)
    var clauses: [String] = []
    var start = 0
    for date in dates + [WrittenDate(range: units.count..<units.count, start: .init(month: 1, day: 1))] {
      var clause: [UInt16] = []
      for offset in start..<max(start, date.range.lowerBound)
      where !times.contains(where: { $0.range.contains(offset) }) { clause.append(units[offset]) }
      clauses.append(Self.cleaned(String(decoding: clause, as: UTF16.self)))
      start = date.range.upperBound
    }
    return Line(text: text, block: block, dates: dates, times: times, clauses: clauses)
  }

  // MARK: Labels

  private static let noise = Pattern(
    #"^((new|revised|updated|extended) (dates?|deadlines?)|by|on|at|the|until|from|before|extended|extension|new|updated?|final|firm|hard|strict|closed|passed|tentative|was|originally|previously|formerly|initially|now|to|and|or|old|deadline extended|\W|is|are|will be|local time|time|midnight|noon|in|of|for|all times|or earlier|end of day|no later than|anywhere on earth|revised|postponed|moved|changed|shifted|delayed|deferred|prolonged|rescheduled|pushed( back)?|instead|mornings?|afternoons?|evenings?|half[- ]day|full[- ]day|tbc|tba|tbd|to be (confirmed|announced|determined)|tentatively|provisional(ly)?|preliminary|expected|estimated|online|virtual(ly)?|hybrid|sharp|approximately|around|(mon|tues|wednes|thurs|fri|satur|sun)day|(mon|tue|wed|thu|fri|sat|sun))*$"#
  )

  static func isLabel(_ clause: String) -> Bool {
    clause.contains(where: \.isLetter) && clause.count > 2 && !noise.matches(clause)
  }

  /// A label without the punctuation that tied it to its date.
  static func cleaned(_ clause: String) -> String {
    var words = clause.replacing("\t", with: " ").replacing("( )", with: "").replacing("()", with: "")
    let edges: Set<Character> = [
      " ", ":", "-", "–", "—", ",", ";", ".", "|", "=", ">", "→", "•", "*", "/", "\n", "…", "·", "⇒", "(", "[", "]",
      ")", "~",
    ]
    while let first = words.first, edges.subtracting(["("]).contains(first) { words.removeFirst() }
    while let last = words.last, edges.subtracting([")"]).contains(last) { words.removeLast() }
    if words.hasPrefix("("), !words.contains(")") { words.removeFirst() }
    if words.hasSuffix(")"), !words.contains("(") { words.removeLast() }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let isHeadingOfDates = Pattern(
    #"^\W*(\w+\s+){0,3}(dates( and \w+)?|deadlines( and \w+)?|schedule|timeline|calendar)\W*$"#)
  private static let namesRound = Pattern(
    #"\b(round|cycle|phase|spring|summer|fall|autumn|winter|(first|second|third|1st|2nd|3rd)\s+(deadlines?|submissions?|round|call(?! for)|cut-?off|reviews?|dates?|issue|track)|batch|window|issue|volume|call [12])\b"#
  )

  private static let numbersRound = Pattern(#"\b(round|cycle|phase|batch)\s+(\d|[IVX]+|one|two|three)\b"#)

  // MARK: Lines

  /// Gives each date of some lines its label.
  private mutating func resolve(_ lines: [Line]) {
    guard lines.contains(where: { !$0.dates.isEmpty }) else { return }
    for (index, line) in lines.enumerated() {
      if line.dates.isEmpty {
        if line.wordCount <= 6 && Self.namesRound.matches(line.text.text)
          || line.wordCount <= 10 && Self.numbersRound.matches(line.text.text)
        {
          round = line.text.text
        }
        continue
      }
      if line.hasLabel {
        add(line)
        continue
      }
      let labels = neighbours(of: index, in: lines)
      if labels.isEmpty {
        add(line, label: "")
      } else {
        for label in labels { add(line, label: label) }
      }
    }
  }

  /// The labels of a line that holds only a date: above it if the lines begin with a label, else all those below it.
  private func neighbours(of index: Int, in lines: [Line]) -> [String] {
    func isLabelLine(_ place: Int) -> Bool {
      lines.indices.contains(place) && lines[place].dates.isEmpty && lines[place].hasLabel
        && lines[place].wordCount <= 25 && !Self.isHeadingOfDates.matches(lines[place].text.text)
    }
    let firstOfRun = (0...index).reversed().prefix { $0 == index || !lines[$0].dates.isEmpty || isLabelLine($0) }.last
    let beginsWithDate = firstOfRun.map { !lines[$0].dates.isEmpty && !lines[$0].hasLabel } ?? true
    // Text far above is no label: only the line next to the date is.
    if !beginsWithDate, isLabelLine(index - 1) { return [lines[index - 1].clauses.joined(separator: " ")] }
    var labels: [String] = []
    var place = index + 1
    // A heading names what follows it, never the date before.
    while isLabelLine(place), !document.blocks[lines[place].block].isHeading, labels.count < 3 {
      labels.append(lines[place].clauses.joined(separator: " "))
      place += 1
    }
    if labels.isEmpty, isLabelLine(index - 1) { return [lines[index - 1].clauses.joined(separator: " ")] }
    return lines[index].block == (lines.indices.contains(index + 1) ? lines[index + 1].block : -1)
      ? labels : Array(labels.prefix(1))
  }

  private static let isNewsHeading = Pattern(
    #"^\W*(latest |recent |important )?(news|updates?|announcements?|change ?log|what('|’)?s new|history)(\W+(and|&) (news|updates?|announcements?))?\W*$"#
  )
  private static let changesDate = Pattern(
    #"\b(extended|moved|postponed|changed|updated|shifted)\b.*\b(to|until|till)\W*$"#)

  private static let tellsUpdate = Pattern(
    #"^\W*(this (page|call) was )?(last )?(updated|modified|posted|published|edited|revised) on\W*$|\blast (updated?|modified|changed?)\W*$"#
  )

  /// Whether a line's first date is when its news was told: "April 15: the deadline was extended to May 17".
  private func isStamped(_ line: Line) -> Bool {
    if Self.tellsUpdate.matches(line.clauses[0]) { return true }
    guard let first = line.dates.first, !Self.isLabel(line.clauses[0]),
      first.range.lowerBound <= 3 + line.clauses[0].utf16.count
    else { return false }
    if let heading = sections.headings[line.block].last, Self.isNewsHeading.matches(heading) { return true }
    return line.dates.count > 1 && Self.isLabel(line.clauses[1]) && Self.changesDate.matches(line.clauses[1])
  }

  private mutating func add(_ line: Line, label: String? = nil) {
    let block = document.blocks[line.block]
    let isStamped = isStamped(line)
    let isListed = !isProse(block) && line.wordCount <= 40
    let startsWithLabel = isStamped || line.clauses.first.map(Self.isLabel) ?? false
    for (number, date) in line.dates.enumerated() where !(isStamped && number == 0) {
      let before = line.clauses[number]
      let after = line.clauses[number + 1]
      var words = label
      if words == nil, let kind = Self.kindBehind(after) {
        // "Deadline: 26 April (abstract) / 3 May (paper)": each date has its kind behind it.
        let lead = line.clauses[...number].first { Self.isLabel($0) && Self.kindBehind($0) == nil } ?? ""
        words = lead.isEmpty ? kind : "\(kind): \(lead)"
      } else if words == nil {
        // The clause that leads up to the date; of a line that begins with dates, the clause that follows.
        if startsWithLabel {
          let index = (0...number).reversed().first { Self.isLabel(line.clauses[$0]) }
          words = index.map { line.clauses[$0] } ?? ""
          if number == line.dates.count - 1, Self.isLabel(after), after.count <= 60, isListed,
            !Self.ofAll.matches(after),
            !Self.namesObject.matches(words ?? "") || Self.kindStays(words ?? "", after)
          {
            words = (words ?? "") + " " + after
          }
        } else {
          let index = (number + 1..<line.clauses.count).first { Self.isLabel(line.clauses[$0]) }
          words = index.map { line.clauses[$0] } ?? before
        }
      }
      var entry = DateEntry(
        date: date, time: time(for: number, in: line), label: Self.short(words ?? ""),
        isStruck: line.text.isStruck(date.range), isListed: isListed, track: sections.tracks[line.block],
        block: line.block, line: line.text.line(at: date.range.lowerBound), words: line.text.text)
      // "Final extended deadline: March 12" has no label but what tells that it is new.
      if entry.label.isEmpty, Self.announcesDeadline.matches(before) { entry.label = before }
      if entry.track == nil { entry.track = CallSections.track(entry.label) }
      entry.isReplaced = isReplaced(number, in: line)
      let heading = sections.headings[line.block].last { Self.namesRound.matches($0) && $0.count < 60 }
      entry.round = round ?? heading
      entries.append(entry)
    }
  }

  private static let kindInParentheses = Pattern(
    #"^\W*\(\s*((?:for\s+)?(?:the\s+)?(?:(?:full|short|long|regular|research|workshop|extended|paper|abstract)\s+)*(?:abstracts?|papers?|submissions?|posters?|demos?|notifications?|camera[- ]ready))\s*(?:only|deadline|registration|submissions?)?\s*\)"#
  )

  /// What falls due by the words in parentheses right behind a date, or `nil`.
  private static func kindBehind(_ clause: String) -> String? {
    kindInParentheses.first(in: clause)?.groups.first ?? nil
  }

  /// "All deadlines are at midnight" says nothing of the date before it alone.
  private static let ofAll = Pattern(#"\ball\b.{0,20}\b(deadlines|dates|times|submissions)\b"#)
  private static let announcesDeadline = Pattern(#"\b(deadlines?|extended|extension)\b"#)
  private static let namesObject = Pattern(
    #"\b(papers?|manuscripts?|articles?|abstracts?|posters?|demos?|notif\w+|camera|registration)\b"#)

  /// Whether words behind a date leave what falls due as the words before it say it.
  private static func kindStays(_ label: String, _ after: String) -> Bool {
    DeadlineKinds.kind(of: label) == DeadlineKinds.kind(of: label + " " + after)
  }

  /// The time that belongs to a date: the next after it, before another date's words; else the one just before it.
  private func time(for number: Int, in line: Line) -> WrittenTime? {
    let date = line.dates[number]
    var end = number
    // Dates side by side share the time after the last of them.
    while end + 1 < line.dates.count, !Self.isLabel(line.clauses[end + 1]) { end += 1 }
    let upper = end + 1 < line.dates.count ? line.dates[end + 1].range.lowerBound : Int.max
    let after = line.times.filter { $0.range.lowerBound >= date.range.upperBound && $0.range.lowerBound < upper }
    let lower = number > 0 ? line.dates[number - 1].range.upperBound : 0
    let before = line.times.filter { $0.range.upperBound <= date.range.lowerBound && $0.range.lowerBound >= lower }
    if let time = merged(after), time.minutes != nil || before.isEmpty { return time }
    return merged(before) ?? merged(after)
  }

  /// The first time with the first zone.
  private func merged(_ times: [WrittenTime]) -> WrittenTime? {
    guard var time = times.first(where: { $0.minutes != nil }) ?? times.first else { return nil }
    if time.zone == nil { time.zone = times.first { $0.zone != nil }?.zone }
    return time
  }

  private static func short(_ label: String) -> String {
    let words = label.split(separator: " ")
    return words.count <= 16 ? label : words.suffix(16).joined(separator: " ")
  }

  // MARK: Rows

  private static let oldColumn = Pattern(
    #"^\W*(old|originals?|initial|previous|former|first)\b(\s+(date|deadline)s?)?\W*$"#)

  /// Gives entries the hour and the zone that they lack.
  private mutating func complete(_ places: Range<Int>, with time: WrittenTime) {
    for place in places {
      if entries[place].time == nil { entries[place].time = time }
      if entries[place].time?.zone == nil { entries[place].time?.zone = time.zone }
    }
  }

  private mutating func addRow(_ text: MarkedText, _ cells: [MarkedText], header: [String]?, block: Int) {
    let lines = cells.map { line($0, block: block) }
    let dated = lines.indices.filter { !lines[$0].dates.isEmpty }
    let names = lines.indices.filter { lines[$0].dates.isEmpty && lines[$0].hasLabel }.map {
      lines[$0].clauses.joined(separator: " ")
    }
    for index in dated {
      let own = lines[index].hasLabel ? lines[index].clauses.filter(Self.isLabel).joined(separator: " ") : ""
      let column = header.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? ""
      let name: String
      if dated.count > 1, !column.isEmpty {
        name = [column, names.first ?? "", own].filter { !$0.isEmpty }.joined(separator: ": ")
      } else if names.isEmpty {
        name = own.isEmpty ? column : own
      } else {
        name = names.first ?? ""
      }
      let first = entries.count
      add(lines[index], label: name)
      // "Date (AoE)" over a column holds for what stands in it.
      if let time = TimeGrammar.times(in: column).first { complete(first..<entries.count, with: time) }
      // A column of its own may hold the hour or the zone.
      if dated.count == 1, let time = merged(lines.filter(\.dates.isEmpty).flatMap(\.times)) {
        complete(first..<entries.count, with: time)
      }
      for place in first..<entries.count { entries[place].words = text.text.replacing("\t", with: " | ") }
      if dated.count > 1, Self.oldColumn.matches(column), index != dated.last {
        for place in first..<entries.count { entries[place].isReplaced = true }
      }
      // Two bare date columns without names: the second replaces the first.
      if dated.count > 1, column.isEmpty, index != dated.last {
        for place in first..<entries.count { entries[place].isReplaced = true }
      }
    }
  }
}
