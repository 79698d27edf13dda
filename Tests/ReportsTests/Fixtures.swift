import Papers
import Triage
import Venues

/// A small venue and a few assessments.
enum Fixtures {
  static let venue = Venue(
    name: "V", topics: [Topic(id: "serving", name: "Serving"), Topic(id: "mlops", name: "MLOps")],
    groups: [Group(id: "mlops", name: "MLOps", origin: .chair)])

  static func assessment(id: String?, file: String = "Ada_Lovelace_final.pdf", title: String = "A title") -> Assessment
  {
    let paper = Paper(
      file: file, title: title, abstract: "An abstract.", authors: ["Ada Lovelace"], keywords: ["engines"], pageCount: 6
    )
    let prediction = TopicPrediction(
      topics: [
        LabelScore(id: "serving", probability: Probability(0.91256789), assigned: true),
        LabelScore(id: "mlops", probability: Probability(0.125), assigned: false),
      ], groups: [LabelScore(id: "mlops", probability: Probability(0.5), assigned: true)],
      scope: Scope(verdict: .inScope, probability: Probability(0.99)), reviewReasons: [.closeCall])
    let secret = Finding(
      id: "1", rule: "blind.authors", verdict: .fail, message: "m", evidence: "Ada Lovelace", visibility: .chair)
    return Assessment(
      id: id.map(PaperID.init(rawValue:)), file: file, reading: .success(paper), title: title,
      abstract: "An abstract.", prediction: prediction, findings: [secret],
      decision: TriagePolicy().decision(for: .success(paper), hasTypedText: false, prediction: prediction))
  }

  static func unreadable(file: String) -> Assessment {
    let failure = PDFFailure(kind: .encrypted, sentence: "The file needs a password.")
    return Assessment(
      id: nil, file: file, reading: .failure(failure), title: nil, abstract: nil, prediction: nil, findings: [],
      decision: TriagePolicy().decision(for: .failure(failure), hasTypedText: false, prediction: nil))
  }
}
