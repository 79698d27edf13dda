/// Brings a chair's venue file up to a new reading of its call without losing what the chair changed.
public enum VenueUpdate {
  /// Returns the new reading with the chair's changes.
  ///
  /// A field that the chair left as it was read takes the new reading; one that the chair changed stays, and where the
  /// call changed it too a note says so. Topics keep their ids and aliases; the chair's groups stay.
  ///
  /// - Parameter chair: The file as it is.
  /// - Parameter asRead: The call as it was read when the file was made; `nil` if that is not known, and then whatever
  ///   the file says counts as the chair's.
  /// - Parameter new: The call as it reads now.
  public static func merged(chair: Venue, asRead: Venue?, new: Venue) -> Venue {
    var merged = new
    var notes: [String] = []
    func keep<Value: Equatable>(_ field: WritableKeyPath<Venue, Value>, _ what: String, isBlank: (Value) -> Bool) {
      let (mine, theirs) = (chair[keyPath: field], new[keyPath: field])
      let wasRead = asRead?[keyPath: field]
      let isChanged = wasRead.map { $0 != mine } ?? !isBlank(mine)
      guard isChanged, mine != theirs else { return }
      merged[keyPath: field] = mine
      if !isBlank(theirs), wasRead != theirs {
        notes.append("\(what) stays as the chair set it; the call now reads differently.")
      }
    }
    keep(\.name, "The name") { $0.isEmpty }
    keep(\.pageLimit, "The page limit") { $0 == nil }
    keep(\.anonymity, "The anonymity rule") { $0 == nil }
    keep(\.template, "The template") { $0 == nil }
    keep(\.columns, "The number of columns") { $0 == nil }
    keep(\.pageSize, "The page size") { $0 == nil }
    keep(\.fileTypes, "The list of file types") { $0.isEmpty }
    keep(\.maxFileMb, "The largest file") { $0 == nil }
    let wasListed = Set(asRead?.deadlines ?? [])
    // Without a record of the reading, a date of the file may be an old one of the call: the new reading is followed.
    let added = asRead == nil ? [] : chair.deadlines.filter { !wasListed.contains($0) }
    merged.deadlines =
      new.deadlines.filter { date in
        !added.contains { $0.what == date.what && $0.label == date.label && $0.superseded == date.superseded }
      } + added
    let ids = mergeTopics(chair, asRead, new, &merged)
    mergeGroups(chair, ids, &merged)
    if let asRead { notes += vanished(from: asRead, new, merged) }
    merged.notes = new.notes + notes
    return merged
  }

  /// Returns for each id of the new reading the id that the topic has in the file.
  private static func mergeTopics(_ chair: Venue, _ asRead: Venue?, _ new: Venue, _ merged: inout Venue) -> [String:
    String]
  {
    var ids: [String: String] = [:]
    let chairByName = Dictionary(
      chair.topics.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    let chairByID = Dictionary(chair.topics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let readIDs = Set(asRead?.topics.map(\.id) ?? [])
    let removed = readIDs.subtracting(chair.topics.map(\.id))
    merged.topics = new.topics.filter { !removed.contains($0.id) || chairByName[$0.name.lowercased()] != nil }.map {
      topic in
      guard let mine = chairByName[topic.name.lowercased()] ?? chairByID[topic.id] else { return topic }
      ids[topic.id] = mine.id
      let wasName = asRead?.topics.first { $0.id == mine.id }?.name
      return Topic(
        id: mine.id, name: wasName == nil || wasName == mine.name ? topic.name : mine.name,
        parent: topic.parent ?? mine.parent, aliases: mine.aliases, description: mine.description)
    }
    let present = Set(merged.topics.map(\.id))
    // Topics that the chair added were never in the call.
    merged.topics += chair.topics.filter { asRead != nil && !readIDs.contains($0.id) && !present.contains($0.id) }
    return ids
  }

  /// Tells what the call once said and no longer says; a topic that is still there by another name is not gone.
  private static func vanished(from asRead: Venue, _ new: Venue, _ merged: Venue) -> [String] {
    let ids = Set(merged.topics.map(\.id) + new.topics.map(\.id))
    let topics = asRead.topics.filter { !ids.contains($0.id) }.map {
      "The topic '\($0.name)' is no longer in the call and was taken out."
    }
    func isKept(_ date: Deadline) -> Bool {
      new.deadlines.contains { $0.what == date.what && ($0.label == date.label || $0.at == date.at) }
    }
    let dates = asRead.deadlines.filter { !$0.superseded && !isKept($0) }.map {
      "The date '\($0.label)' (\(VenueDifference.words($0))) is no longer in the call and was taken out."
    }
    return topics + dates
  }

  private static func mergeGroups(_ chair: Venue, _ ids: [String: String], _ merged: inout Venue) {
    let topicIDs = Set(merged.topics.map(\.id))
    let fromCall = merged.groups.map { group in
      Group(
        id: group.id, name: group.name, topics: group.topics?.map { ids[$0] ?? $0 }.filter(topicIDs.contains),
        origin: .call)
    }
    let own = chair.groups.filter { $0.origin == .chair }.map { group in
      Group(id: group.id, name: group.name, topics: group.topics?.filter(topicIDs.contains), origin: .chair)
    }
    let ownIDs = Set(own.map(\.id))
    merged.groups = fromCall.filter { !ownIDs.contains($0.id) } + own
  }
}
