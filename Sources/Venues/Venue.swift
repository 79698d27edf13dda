/// What a call for papers asks for: the topics, the groups and the rules. Everything the program does to a batch
/// follows from it; nothing about a particular conference is in the code.
///
/// A null or an empty list means that the call does not say.
public struct Venue: Hashable, Sendable, Codable {
  /// What a chair would call the venue.
  public var name: String
  /// The topics of interest, in the call's order, which is the order of every output.
  public var topics: [Topic]
  /// Coarser groups that papers are sorted into, in the chair's order; often none.
  public var groups: [Group]
  /// How long a paper may be.
  public var pageLimit: PageLimit?
  /// Whether authors or reviewers are hidden.
  public var anonymity: Anonymity?
  /// The id of the template, such as `acm-sigconf`.
  public var template: String?
  /// The number of text columns that the call asks for.
  public var columns: Int?
  /// The page size that the call asks for, such as `letter` or `a4`.
  public var pageSize: String?
  /// The file types that are accepted, such as `pdf`.
  public var fileTypes: [String]
  /// The largest accepted file in megabytes of 1,000,000 bytes.
  public var maxFileMb: Double?
  /// All dates of the call, former ones too.
  public var deadlines: [Deadline]
  /// What a chair should check before relying on this file.
  public var notes: [String]

  /// Makes a venue; what the call does not say is left out.
  public init(
    name: String, topics: [Topic] = [], groups: [Group] = [], pageLimit: PageLimit? = nil,
    anonymity: Anonymity? = nil, template: String? = nil, columns: Int? = nil, pageSize: String? = nil,
    fileTypes: [String] = [], maxFileMb: Double? = nil, deadlines: [Deadline] = [], notes: [String] = []
  ) {
    self.name = name
    self.topics = topics
    self.groups = groups
    self.pageLimit = pageLimit
    self.anonymity = anonymity
    self.template = template
    self.columns = columns
    self.pageSize = pageSize
    self.fileTypes = fileTypes
    self.maxFileMb = maxFileMb
    self.deadlines = deadlines
    self.notes = notes
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case name, topics, groups
    case pageLimit = "page_limit"
    case anonymity, template, columns
    case pageSize = "page_size"
    case fileTypes = "file_types"
    case maxFileMb = "max_file_mb"
    case deadlines, notes
  }

  /// Reads a venue; everything but the name may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    topics = try container.decodeIfPresent([Topic].self, forKey: .topics) ?? []
    groups = try container.decodeIfPresent([Group].self, forKey: .groups) ?? []
    pageLimit = try container.decodeIfPresent(PageLimit.self, forKey: .pageLimit)
    anonymity = try container.decodeIfPresent(Anonymity.self, forKey: .anonymity)
    template = try container.decodeIfPresent(String.self, forKey: .template)
    columns = try container.decodeIfPresent(Int.self, forKey: .columns)
    pageSize = try container.decodeIfPresent(String.self, forKey: .pageSize)
    fileTypes = try container.decodeIfPresent([String].self, forKey: .fileTypes) ?? []
    maxFileMb = try container.decodeIfPresent(Double.self, forKey: .maxFileMb)
    deadlines = try container.decodeIfPresent([Deadline].self, forKey: .deadlines) ?? []
    notes = try container.decodeIfPresent([String].self, forKey: .notes) ?? []
  }

  /// Writes every key, null where the call does not say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(topics, forKey: .topics)
    try container.encode(groups, forKey: .groups)
    try container.encode(pageLimit, forKey: .pageLimit)
    try container.encode(anonymity, forKey: .anonymity)
    try container.encode(template, forKey: .template)
    try container.encode(columns, forKey: .columns)
    try container.encode(pageSize, forKey: .pageSize)
    try container.encode(fileTypes, forKey: .fileTypes)
    try container.encode(maxFileMb, forKey: .maxFileMb)
    try container.encode(deadlines, forKey: .deadlines)
    try container.encode(notes, forKey: .notes)
  }
}

/// One topic of interest.
public struct Topic: Hashable, Sendable, Codable {
  /// The id that outputs use.
  public var id: String
  /// The topic in the call's words.
  public var name: String
  /// The heading that the call puts the topic under.
  public var parent: String?
  /// Other names by which models and metadata may know the topic.
  public var aliases: [String]
  /// What papers on the topic are about, for a model made without papers; calls do not say, a chair may.
  public var description: String?

  /// Makes a topic.
  public init(
    id: String, name: String, parent: String? = nil, aliases: [String] = [], description: String? = nil
  ) {
    self.id = id
    self.name = name
    self.parent = parent
    self.aliases = aliases
    self.description = description
  }

  /// Reads a topic; parent and aliases may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    name = try container.decode(String.self, forKey: .name)
    parent = try container.decodeIfPresent(String.self, forKey: .parent)
    aliases = try container.decodeIfPresent([String].self, forKey: .aliases) ?? []
    description = try container.decodeIfPresent(String.self, forKey: .description)
  }
}

/// A coarser group that papers are sorted into.
public struct Group: Hashable, Sendable, Codable {
  /// Who made the group.
  public enum Origin: String, Hashable, Sendable, Codable {
    /// It stands in the call.
    case call
    /// A chair added it.
    case chair
  }

  /// The id that outputs use.
  public var id: String
  /// The group in the chair's words.
  public var name: String
  /// The topics it consists of; `nil` if it cuts across the topics.
  public var topics: [String]?
  /// Who made the group.
  public var origin: Origin

  /// Makes a group.
  public init(id: String, name: String, topics: [String]? = nil, origin: Origin) {
    self.id = id
    self.name = name
    self.topics = topics
    self.origin = origin
  }
}

/// How long a paper may be, and what counts.
public struct PageLimit: Hashable, Sendable, Codable {
  /// How pages are counted.
  public enum Count: String, Hashable, Sendable, Codable {
    /// A page counts if anything on it counts.
    case wholePages = "whole_pages"
    /// The area that counts is added up.
    case area
  }

  /// A part of a paper that a call may count or free.
  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
    case references, appendix, supplementary, figures, ethics, limitations, acknowledgements, reproducibility
    case checklist
  }

  /// The largest number of pages.
  public var max: Double
  /// How pages are counted.
  public var count: Count
  /// The parts that the call says do count.
  public var includes: [Part]
  /// The parts that the call says do not count.
  public var excludes: [Part]

  /// Makes a limit.
  public init(max: Double, count: Count, includes: [Part] = [], excludes: [Part] = []) {
    self.max = max
    self.count = count
    self.includes = includes
    self.excludes = excludes
  }

  /// Reads a limit; the lists may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    max = try container.decode(Double.self, forKey: .max)
    count = try container.decodeIfPresent(Count.self, forKey: .count) ?? .wholePages
    includes = try container.decodeIfPresent([Part].self, forKey: .includes) ?? []
    excludes = try container.decodeIfPresent([Part].self, forKey: .excludes) ?? []
  }
}

/// Who is hidden from whom.
public enum Anonymity: String, Hashable, Sendable, Codable, CaseIterable {
  /// Authors and reviewers are hidden from each other.
  case doubleBlind = "double-blind"
  /// Reviewers are hidden from authors.
  case singleBlind = "single-blind"
  /// Nobody is hidden.
  case none
}

/// A date of the call.
public struct Deadline: Hashable, Sendable, Codable {
  /// What falls due.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case abstract, paper, poster, demo, rebuttal, notification
    case cameraReady = "camera-ready"
    case event, registration, anonymity, commitment, other
  }

  /// What falls due.
  public var what: Kind
  /// The call's words.
  public var label: String
  /// The moment in RFC 3339 with the call's own offset; without offset if the call gives no zone, the date alone
  /// if it gives no time.
  public var at: String
  /// The last day of an event or a period that has several; `nil` for a single day.
  public var until: String?
  /// Whether a later date has replaced it.
  public var superseded: Bool

  /// Makes a date.
  public init(what: Kind, label: String, at: String, until: String? = nil, superseded: Bool = false) {
    self.what = what
    self.label = label
    self.at = at
    self.until = until
    self.superseded = superseded
  }

  /// Reads a date; `until` and `superseded` may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    what = try container.decode(Kind.self, forKey: .what)
    label = try container.decode(String.self, forKey: .label)
    at = try container.decode(String.self, forKey: .at)
    until = try container.decodeIfPresent(String.self, forKey: .until)
    superseded = try container.decodeIfPresent(Bool.self, forKey: .superseded) ?? false
  }
}
