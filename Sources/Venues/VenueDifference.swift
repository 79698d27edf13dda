/// What changed between two states of a venue, in sentences for a chair.
public enum VenueDifference {
  /// Returns one sentence a change; empty if nothing changed.
  public static func sentences(from old: Venue, to new: Venue) -> [String] {
    var sentences: [String] = []
    if old.name != new.name { sentences.append("The name changed from '\(old.name)' to '\(new.name)'.") }
    sentences += topics(old.topics, new.topics)
    sentences += groups(old.groups, new.groups)
    sentences += pageLimit(old.pageLimit, new.pageLimit)
    sentences += field("The anonymity rule", old.anonymity?.rawValue, new.anonymity?.rawValue)
    sentences += field("The template", old.template, new.template)
    sentences += field("The number of columns", old.columns.map(String.init), new.columns.map(String.init))
    sentences += field("The page size", old.pageSize, new.pageSize)
    sentences += field("The accepted file types", list(old.fileTypes), list(new.fileTypes))
    sentences += field("The largest file in MB", old.maxFileMb.map(number), new.maxFileMb.map(number))
    sentences += deadlines(old.deadlines, new.deadlines)
    return sentences
  }

  private static func list(_ words: [String]) -> String? { words.isEmpty ? nil : words.joined(separator: ", ") }
  static func number(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }

  private static func field(_ what: String, _ old: String?, _ new: String?) -> [String] {
    switch (old, new) {
    case (let old?, let new?) where old != new: ["\(what) changed from \(old) to \(new)."]
    case (nil, let new?): ["\(what) is now stated: \(new)."]
    case (let old?, nil): ["\(what) is no longer stated; it was \(old)."]
    default: []
    }
  }

  private static func topics(_ old: [Topic], _ new: [Topic]) -> [String] {
    var sentences: [String] = []
    let oldByID = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let newIDs = Set(new.map(\.id))
    let oldNames = Set(old.map { $0.name.lowercased() })
    let newNames = Set(new.map { $0.name.lowercased() })
    for topic in new {
      if let before = oldByID[topic.id] {
        if before.name != topic.name {
          sentences.append("The topic '\(before.name)' is now called '\(topic.name)'.")
        } else if before.parent != topic.parent, let parent = topic.parent {
          sentences.append("The topic '\(topic.name)' now stands under '\(parent)'.")
        }
      } else if !oldNames.contains(topic.name.lowercased()) {
        sentences.append("The topic '\(topic.name)' is new.")
      }
    }
    for topic in old where !newIDs.contains(topic.id) && !newNames.contains(topic.name.lowercased()) {
      sentences.append("The topic '\(topic.name)' is gone.")
    }
    return sentences
  }

  private static func groups(_ old: [Group], _ new: [Group]) -> [String] {
    let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
    return new.filter { !oldIDs.contains($0.id) }.map { "The group '\($0.name)' is new." }
      + old.filter { !newIDs.contains($0.id) }.map { "The group '\($0.name)' is gone." }
  }

  private static func pageLimit(_ old: PageLimit?, _ new: PageLimit?) -> [String] {
    guard let old, let new else {
      return field("The page limit", old.map { number($0.max) }, new.map { number($0.max) })
    }
    var sentences = field("The page limit", number(old.max), number(new.max))
    for part in PageLimit.Part.allCases {
      let (before, after) = (standing(part, old), standing(part, new))
      guard before != after else { continue }
      sentences.append("For the page limit, \(name(part)) \(after) (before: \(before)).")
    }
    return sentences
  }

  private static func standing(_ part: PageLimit.Part, _ limit: PageLimit) -> String {
    limit.excludes.contains(part) ? "does not count" : limit.includes.contains(part) ? "counts" : "is not mentioned"
  }

  static func name(_ part: PageLimit.Part) -> String {
    switch part {
    case .references: "the bibliography"
    case .appendix: "an appendix"
    case .supplementary: "supplementary material"
    case .figures: "space for figures"
    case .ethics: "an ethics statement"
    case .limitations: "a section on limitations"
    case .acknowledgements: "the acknowledgements section"
    case .reproducibility: "a reproducibility statement"
    case .checklist: "the checklist"
    }
  }

  private static func deadlines(_ old: [Deadline], _ new: [Deadline]) -> [String] {
    let (before, after) = (old.filter { !$0.superseded }, new.filter { !$0.superseded })
    func key(_ deadline: Deadline) -> String { "\(deadline.what.rawValue) \(deadline.label.lowercased())" }
    var sentences: [String] = []
    var matched: Set<Int> = []
    for deadline in after {
      let index =
        before.indices.first { !matched.contains($0) && before[$0] == deadline }
        ?? before.indices.first { !matched.contains($0) && key(before[$0]) == key(deadline) }
        ?? before.indices.first {
          index in
          !matched.contains(index) && before[index].what == deadline.what
            && before.count { $0.what == deadline.what } == 1 && after.count { $0.what == deadline.what } == 1
        }
      guard let index else {
        sentences.append("'\(deadline.label)' is new: \(words(deadline)).")
        continue
      }
      matched.insert(index)
      if before[index].at != deadline.at {
        sentences.append("'\(deadline.label)' moved from \(words(before[index])) to \(words(deadline)).")
      } else if before[index].until != deadline.until {
        sentences.append("'\(deadline.label)' is now \(words(deadline)).")
      }
    }
    for index in before.indices where !matched.contains(index) {
      sentences.append("'\(before[index].label)' (\(words(before[index]))) is gone.")
    }
    return sentences
  }

  static func words(_ deadline: Deadline) -> String {
    let start = Moment(deadline.at)?.words ?? deadline.at
    guard let until = deadline.until else { return start }
    return "\(start) to \(Moment(until)?.words ?? until)"
  }
}
