import ArgumentParser
import Triage
import TriagePipeline
import Venues
import Workspaces

/// `papertriage mark`: a chair's correction, which later runs keep.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Records a chair's correction of a paper and writes the results again.",
    discussion: """
      Corrections survive later runs over the same output folder. The log is only ever appended to; --undo takes back
      the last entry by another one.

      Examples:
        papertriage mark 12 --add-topic mlops --remove-topic visualization
        papertriage mark 12 --reviewed --note "checked with the authors"
        papertriage mark 45 --dismiss blind.links-3f2a
        papertriage mark --undo
        papertriage mark --list
      """)

  @Argument(help: "The paper's id; where none is certain, its file as `triage` names it or as a report shows it.")
  var paper: String?

  @Option(help: "A topic that the paper carries; may be repeated.")
  var addTopic: [String] = []

  @Option(help: "A topic that the paper does not carry; may be repeated.")
  var removeTopic: [String] = []

  @Option(help: "A group that the paper belongs to; may be repeated.")
  var addGroup: [String] = []

  @Option(help: "A group that the paper does not belong to; may be repeated.")
  var removeGroup: [String] = []

  @Option(name: .customLong("dismiss"), help: "The id of a finding that is of no concern; may be repeated.")
  var dismissed: [String] = []

  @Flag(help: "A person has looked; the paper leaves the list of papers to look at.")
  var reviewed = false

  @Option(help: "Something to remember.")
  var note: String?

  @Flag(help: "Take back the last mark.")
  var undo = false

  @Flag(help: "Show all marks.")
  var list = false

  @Option(name: .shortAndLong, help: "The folder of the results.", completion: .directory)
  var output = "triage"

  private var contents: [Mark.Content] {
    addTopic.map(Mark.Content.addTopic) + removeTopic.map(Mark.Content.removeTopic)
      + addGroup.map(Mark.Content.addGroup) + removeGroup.map(Mark.Content.removeGroup)
      + dismissed.map(Mark.Content.dismissFinding) + (reviewed ? [.reviewed] : []) + (note.map { [.note($0)] } ?? [])
  }

  func validate() throws {
    switch (paper, undo || list) {
    case (nil, false): throw ValidationError("Name a paper, or give --list or --undo.")
    case (.some, true): throw ValidationError("--list and --undo take no paper.")
    case (.some, false) where contents.isEmpty:
      throw ValidationError("Say what to record, such as --add-topic, --remove-topic, --dismiss or --reviewed.")
    default: break
    }
  }

  func run() throws {
    let folder = try ResultFolder(existing: output)
    let workspace = try Workspace(path: folder.workspacePath)
    let writer = try ResultWriter(workspace, path: output)
    if list {
      for entry in try workspace.markLog() {
        print(
          "\(entry.sequence)  \(entry.mark.paper)  \(entry.mark.content.phrase)\(entry.isUndone ? "  (undone)" : "")"
            .safeForTerminal)
      }
      return
    }
    if undo {
      guard let mark = try workspace.undoLastMark() else { return print("There is no mark to take back.") }
      print("Taken back: \(mark.paper) \(mark.content.phrase).".safeForTerminal)
    } else if let paper {
      let assessments = try workspace.assessments()
      let paper = try NamedPaper.key(of: paper, among: assessments)
      try check(paper, venue: writer.venue, assessments: assessments)
      try workspace.append(contents.map { Mark(paper: paper, content: $0) })
      print("Recorded: \(contents.map { "\(paper) \($0.phrase)" }.joined(separator: "; ")).".safeForTerminal)
    }
    try writer.write(to: folder)
  }

  private func check(_ paper: String, venue: Venue, assessments: [Assessment]) throws {
    for topic in addTopic + removeTopic { try UnknownName.check(topic, among: venue.topics.map(\.id), kind: "topic") }
    for group in addGroup + removeGroup { try UnknownName.check(group, among: venue.groups.map(\.id), kind: "group") }
    let findings = assessments.first { $0.key == paper }?.findings.map(\.id) ?? []
    for finding in dismissed { try UnknownName.check(finding, among: findings, kind: "finding of this paper") }
  }
}

extension Mark.Content {
  /// What the mark says, as half a sentence.
  fileprivate var phrase: String {
    switch self {
    case .addTopic(let id): "carries the topic \(id)"
    case .removeTopic(let id): "does not carry the topic \(id)"
    case .addGroup(let id): "belongs to the group \(id)"
    case .removeGroup(let id): "does not belong to the group \(id)"
    case .dismissFinding(let id): "has its finding \(id) dismissed"
    case .reviewed: "was looked at by a person"
    case .note(let text): "has the note: \(text)"
    }
  }
}
