import Foundation
import Papers
import Reports
import Triage
import Venues

/// A batch of submissions that never were, with the mix of troubles that a real one has.
struct SyntheticPapers {
  let assessments: [Assessment]
  let supplement: ReportSupplement
  /// Pictures that lie beside the report, by name.
  private(set) var files: [String: Data] = [:]

  /// Takes given papers.
  init(_ assessments: [Assessment]) {
    self.assessments = assessments
    supplement = ReportSupplement()
  }

  /// Makes a batch.
  ///
  /// - Parameters:
  ///   - pictureBytes: The size of each paper's page picture, 0 for none.
  ///   - arePicturesBeside: Whether pictures are files beside the report.
  init(count: Int, venue: Venue, seed: UInt64, pictureBytes: Int, arePicturesBeside: Bool) {
    var generator = Generator(seed: seed)
    var assessments: [Assessment] = []
    var supplement = ReportSupplement(
      thresholds: LabelThresholds(
        topics: Dictionary(uniqueKeysWithValues: venue.topics.map { ($0.id, Self.threshold) }),
        groups: Dictionary(uniqueKeysWithValues: venue.groups.map { ($0.id, Self.threshold) })))
    for index in 0..<count {
      var assessment = Self.assessment(number: index + 1, venue: venue, using: &generator)
      assessment.contributions = Self.contributions(in: assessment)
      if pictureBytes > 0 {
        let png = SyntheticPicture.png(bytes: pictureBytes, using: &generator)
        let name = "paper-\(index + 1).png"
        if arePicturesBeside { files[name] = png }
        let content: PagePicture.Content = arePicturesBeside ? .file(named: name) : .png(png)
        // Of one page in ten it is not certain what to cover.
        supplement.pictures[index] = PagePicture(
          index % 10 == 9 ? .none : content, authorBlock: .masked, size: PagePicture.Size(ofPNG: png))
      }
      assessments.append(assessment)
    }
    self.assessments = assessments
    self.supplement = supplement
  }

  private static let threshold = Probability(0.4)

  private static func assessment(number: Int, venue: Venue, using generator: inout Generator) -> Assessment {
    let file = "submissions/paper\(number)-lovelace-babbage.pdf"
    // One file in 60 is beyond reading.
    if generator.whole(below: 60) == 0 { return unreadable(number: number, file: file, using: &generator) }
    let subject = generator.pick(SyntheticText.subjects)
    let other = generator.pick(SyntheticText.subjects)
    let warnings: [ExtractionWarning] =
      generator.whole(below: 25) == 0 ? [generator.pick([.titleUncertain, .abstractUncertain, .layoutUnreliable])] : []
    let hasAbstract = generator.whole(below: 80) != 0
    let paper = Paper(
      file: file, title: SyntheticText.title(subject, using: &generator),
      abstract: hasAbstract ? SyntheticText.abstract(subject, other: other, using: &generator) : nil,
      authors: ["Ada Lovelace", "Charles Babbage"], keywords: [subject.objects[0], other.objects[0]],
      pageCount: 4 + generator.whole(below: 9), warnings: hasAbstract ? warnings : [.noAbstract])
    let prediction = SyntheticScores.prediction(
      subject: subject.topic, other: other.topic, venue: venue, threshold: threshold.rawValue, hasAbstract: hasAbstract,
      using: &generator)
    return Assessment(
      id: PaperID(rawValue: String(number)), file: file, reading: .success(paper), title: paper.title,
      abstract: paper.abstract, prediction: prediction,
      findings: SyntheticFindings.all(of: number, pageCount: paper.pageCount, using: &generator),
      decision: TriagePolicy().decision(for: .success(paper), hasTypedText: false, prediction: prediction))
  }

  private static func unreadable(number: Int, file: String, using generator: inout Generator) -> Assessment {
    let failure = generator.pick([
      PDFFailure(kind: .encrypted, sentence: "The file opens with a password only; ask the authors for one without."),
      PDFFailure(kind: .damaged, sentence: "The file is cut short: its index of objects is missing."),
      PDFFailure(kind: .notPDF, sentence: "The file is a Word document and not a PDF."),
    ])
    // Half of them have no certain id either.
    let id = generator.whole(below: 2) == 0 ? nil : PaperID(rawValue: String(number))
    return Assessment(
      id: id, file: file, reading: .failure(failure), title: nil, abstract: nil, prediction: nil, findings: [],
      decision: TriagePolicy().decision(for: .failure(failure), hasTypedText: false, prediction: nil))
  }

  /// Weights on the longer words, as a linear model would give them; only to show how marked words look.
  private static func contributions(in assessment: Assessment) -> [WordContribution] {
    guard let abstract = assessment.abstract, let primary = assessment.prediction?.primary else { return [] }
    var marks: [WordContribution] = []
    var offset = 0
    for word in abstract.split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.unicodeScalars.count
      let weight = Double(word.utf8.reduce(0) { ($0 * 31 + Int($1)) % 97 }) / 97 * 2.4 - 1
      if length > 8 {
        marks.append(WordContribution(label: .topic(primary), range: offset..<(offset + length), weight: weight))
      }
      offset += length + 1
    }
    return marks
  }
}
