import Foundation
import Papers
import Reports
import Triage
import Workspaces

/// The pictures of first pages in the reports: inside the report while all together are small enough, else as files in
/// `pages/` beside it.
final class ReportPictures {
  /// What all pictures of a report may have as Base64; it opens and is mailed well with that.
  static let embeddedLimit = 15_000_000

  private let workspace: Workspace
  private let folder: ResultFolder
  private let isWanted: Bool
  private let embeddedLimit: Int
  /// The files that the reports show, by the folder they are in.
  private var shown: [String: Set<String>] = [:]

  init(
    workspace: Workspace, folder: ResultFolder, isWanted: Bool, embeddedLimit: Int = ReportPictures.embeddedLimit
  ) {
    self.embeddedLimit = embeddedLimit
    self.workspace = workspace
    self.folder = folder
    self.isWanted = isWanted
  }

  /// Returns the pictures of a report by the paper's place; writes those that are to lie beside it.
  func pictures(of assessments: [Assessment], for audience: Audience) throws -> [Int: PagePicture] {
    guard isWanted else { return [:] }
    let kind: Workspace.PictureKind = audience == .blind ? .blind : .full
    let authorBlock: PagePicture.AuthorBlock = audience == .blind ? .masked : .visible
    let sizes = try workspace.pictureSizes(kind)
    let isEmbedded = sizes.values.reduce(0) { $0 + ($1 + 2) / 3 * 4 } <= embeddedLimit
    let pages = audience == .blind ? "pages" : "chair/pages"
    if !isEmbedded { try folder.makeSubfolder(pages) }
    var pictures: [Int: PagePicture] = [:]
    for (position, size) in sizes.sorted(by: { $0.key < $1.key }) {
      guard size > 0, let png = try workspace.picture(kind, ofSubmissionAt: position) else {
        pictures[position] = PagePicture(.none, authorBlock: authorBlock)
        continue
      }
      if isEmbedded {
        pictures[position] = PagePicture(.png(png), authorBlock: authorBlock)
      } else {
        let name = Self.fileName(of: assessments[position], at: position)
        try folder.write(png, to: "\(pages)/\(name)")
        shown[pages, default: []].insert(name)
        pictures[position] = PagePicture(
          .file(named: name), authorBlock: authorBlock, size: PagePicture.Size(ofPNG: png))
      }
    }
    return pictures
  }

  /// Removes the files of earlier reports that no report shows any more: of a paper withdrawn, or one that may not be
  /// shown to blind readers now.
  func removeOthers() throws {
    for pages in ["pages", "chair/pages"] {
      let shown = shown[pages] ?? []
      try folder.removeFiles(of: pages) { !shown.contains($0) && Self.isOurs($0) }
    }
  }

  /// Whether a file has a name that ``fileName(of:at:)`` gives, or is the draft of one: other files are not ours.
  private static func isOurs(_ name: String) -> Bool {
    (name.hasPrefix("paper-") || name.hasPrefix("row-")) && (name.hasSuffix(".png") || name.hasSuffix(".png.new"))
  }

  /// The paper's number, by which the report knows it too, or its place; never its file's name.
  private static func fileName(of assessment: Assessment, at position: Int) -> String {
    if let id = assessment.id?.rawValue, id.utf8.count <= 40, !id.isEmpty, id.utf8.allSatisfy(isPlain) {
      return "paper-\(id).png"
    }
    return "row-\(position + 1).png"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
  }
}
