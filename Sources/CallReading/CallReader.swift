import Foundation
import Venues

/// Reads a call for papers: the file to read first in this target.
///
/// *A file becomes a ``CallDocument``; finders, one a rule, read it; what they state makes a venue, each entry with the
/// words it rests on.* A finder that is not sure says nothing, or leaves a note for the chair.
public struct CallReader: Sendable {
  /// Largest file that is read, in bytes; calls have under 0.2 MB, pages with all their scripts under 2.
  public static let largestFile = 5_000_000
  /// Most text that a call may have, in UTF-16 units: five times the longest known.
  public static let mostText = 200_000

  /// Gives the lines of a PDF, whose bytes it is given, in reading order.
  public typealias PDFLines = @Sendable (_ pdf: Data) throws -> [String]

  private let pdfLines: PDFLines

  /// Makes a reader.
  ///
  /// - Parameter pdfLines: Reads PDFs, in another process for a hostile file's sake.
  public init(pdfLines: @escaping PDFLines) {
    self.pdfLines = pdfLines
  }

  /// Reads a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The call's file.
  ///   - track: The name of the track to read instead of the main one.
  /// - Returns: The venue with the words that each entry rests on.
  /// - Throws: ``CallReadingError``; what the reader of PDFs throws becomes ``CallReadingError/unreadablePDF(path:reason:)``.
  public func read(_ path: String, track: String? = nil) throws(CallReadingError) -> ReadCall {
    let bytes = try Self.bytes(of: path)
    if bytes.starts(with: Data("%PDF-".utf8)) {
      return try Self.read(CallDocument.plainLines(lines(ofPDF: bytes, path: path)), path: path, track: track)
    }
    return try Self.read(Self.document(of: bytes, path: path), path: path, track: track)
  }

  /// Reads a call that is already in memory.
  ///
  /// - Parameters:
  ///   - bytes: The file's content; a PDF is no text and is refused.
  ///   - name: The name of its file, whose ending tells Markdown from plain text.
  ///   - track: The name of the track to read instead of the main one.
  /// - Returns: The venue with the words that each entry rests on.
  /// - Throws: ``CallReadingError``.
  public static func read(_ bytes: Data, name: String, track: String? = nil) throws(CallReadingError) -> ReadCall {
    try read(document(of: bytes, path: name), path: name, track: track)
  }

  private func lines(ofPDF bytes: Data, path: String) throws(CallReadingError) -> [String] {
    do {
      return try pdfLines(bytes)
    } catch let error as CallReadingError {
      throw error
    } catch {
      throw .unreadablePDF(path: path, reason: "\(error)")
    }
  }

  // MARK: Files

  private static func bytes(of path: String) throws(CallReadingError) -> Data {
    do {
      let handle = path == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
      // One byte more than allowed tells a file that is too large, and no more of it is read.
      let bytes = try handle.read(upToCount: largestFile + 1) ?? Data()
      guard bytes.count <= largestFile else {
        let size = path == "-" ? nil : try? handle.seekToEnd()  // without a size the limit itself is named
        throw CallReadingError.tooLarge(path: path, bytes: Int(size ?? UInt64(bytes.count)), largest: largestFile)
      }
      return bytes
    } catch let error as CallReadingError {
      throw error
    } catch {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw .cannotOpen(path: path, reason: "it is a folder")
      }
      let reason = (error as NSError).localizedDescription
      throw .cannotOpen(path: path, reason: reason.trimmingSuffix { $0 == "." })
    }
  }

  private static func document(of bytes: Data, path: String) throws(CallReadingError) -> CallDocument {
    guard let text = CallText.decoded(bytes).map(MailText.body) else { throw .notText(path: path) }
    if CallText.isVenueFile(text) { throw .isVenueFile(path: path) }
    let format = CallText.format(of: text, name: path)
    // Only a page may be much larger than its text, and blanks are no text.
    if format != .html, text.utf8.count > mostText {
      throw .tooMuchText(path: path, characters: text.utf8.count, largest: mostText)
    }
    if format != .html, let kind = SourceSigns.kind(of: text) { throw .isSource(path: path, kind: kind) }
    let document: CallDocument? =
      switch format {
      case .html: CallDocument.html(CallDocument.withoutLiquid(CallDocument.withoutFrontMatter(text).body))
      case .markdown: CallDocument.markdown(text)
      case .plain: CallDocument.text(text)
      }
    guard let document else { throw .tooDeep(path: path, depth: CallDocument.deepestNesting) }
    return document
  }

  // MARK: Reading

  static func read(_ raw: CallDocument, path: String, track: String?) throws(CallReadingError) -> ReadCall {
    guard raw.size <= mostText else {
      throw .tooMuchText(path: path, characters: raw.size, largest: mostText)
    }
    let text = ([raw.title].compactMap { $0 } + raw.blocks.map(\.text.text)).joined(separator: "\n")
    let headings = raw.blocks.filter(\.isHeading).map(\.text.text) + [raw.title].compactMap { $0 }
    let (isCall, found) = CallSigns.isCall(text, headings: headings)
    guard isCall else { throw .notACall(path: path, found: found) }
    let document = raw.withListsInParagraphs.withPseudoHeadings
    let sections = CallSections(document, wanted: track)
    if let track, !sections.tracks.contains(where: { $0 == nil }) {
      throw .unknownTrack(path: path, name: track, tracks: CallSections(document).allTracks)
    }
    return ReadCall(reading: document, sections)
  }
}

extension ReadCall {
  init(reading document: CallDocument, _ sections: CallSections) {
    let statements = document.statements
    let context = RuleContext(document, sections)
    let name = VenueNameFinder.name(in: document)
    self.init(venue: Venue(name: name?.value ?? "Call for papers"))
    tracks = sections.allTracks
    var notes: [String] = []
    if let name {
      evidence[.name] = name.evidence
    } else {
      notes.append("The call does not name its venue; give it a name.")
    }
    func take<Value>(_ answer: Answer<Value>, _ entry: VenueEntry) -> Value? {
      notes += answer.notes
      if let stated = answer.stated { evidence[entry] = stated.evidence }
      return answer.stated?.value
    }
    if let found = take(TopicFinder.topics(in: document, sections), .topics) {
      venue.topics = TopicIDs.topics(found)
      venue.groups = TopicIDs.groups(of: venue.topics)
      for (index, topic) in found.enumerated() {
        evidence[.topic(index)] = Evidence(words: topic.name, line: topic.line)
      }
    } else {
      notes.append("The call lists no topics.")
    }
    venue.template = take(TemplateFinder.template(in: statements, context), .template)
    venue.pageLimit = take(
      PageLimitFinder.limit(in: statements, context, template: venue.template), .pageLimit)
    if venue.pageLimit == nil { notes.append("The call states no page limit for papers.") }
    venue.anonymity = take(AnonymityFinder.anonymity(in: statements, context), .anonymity)
    if venue.anonymity == nil { notes.append("The call does not say whether authors or reviewers are hidden.") }
    venue.columns = take(FormatFinder.columns(in: statements, context), .columns)
    venue.pageSize = take(FormatFinder.pageSize(in: statements, context), .pageSize)
    venue.fileTypes = take(FileTypeFinder.fileTypes(in: statements, context), .fileTypes) ?? []
    venue.maxFileMb = take(FormatFinder.maxFileMb(in: statements, context), .maxFileMb)
    let (deadlines, dateNotes) = DeadlineReader.deadlines(in: document, sections)
    venue.deadlines = deadlines.map(\.value)
    for (index, deadline) in deadlines.enumerated() { evidence[.deadline(index)] = deadline.evidence }
    notes += dateNotes
    let live = venue.deadlines.filter { !$0.superseded }.map(\.at)
    if let (name, note) = VenueNameFinder.withoutPastYear(venue.name, dates: live) {
      venue.name = name
      notes.append(note)
    }
    if !venue.deadlines.contains(where: { [.paper, .abstract].contains($0.what) && !$0.superseded }) {
      notes.append("The call gives no deadline for papers.")
    }
    if !tracks.isEmpty {
      notes.append("The call has further tracks, which --track reads: \(tracks.joined(separator: ", ")).")
    }
    venue.notes = notes
  }
}
