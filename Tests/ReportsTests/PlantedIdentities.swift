import Papers
import Triage

/// An assessment with an identity planted wherever one can hide, and the words to search outputs for.
enum PlantedIdentities {
  /// Each stands in the assessment, and in no output for blind readers.
  static let words = [
    "Hypatia", "Theonides", "hypatia@alexandria.example", "alexandria.example", "github.com/theonides",
    "Museion of Alexandria", "paper12-theonides-final",
  ]

  static let assessment: Assessment = {
    let abstract =
      "By Hypatia Theonides. We extend H. Theonides and release code at https://github.com/theonides/astrolabe, "
      + "built at the Museion of Alexandria (write to hypatia@alexandria.example). Serving is fast."
    let paper = Paper(
      file: "in/paper12-theonides-final.pdf", title: "Astrolabes, by HYPATIA THEONIDES", abstract: abstract,
      authors: ["Hypatia Theonides"], keywords: ["astrolabe", "Hypatia Theonides"], pageCount: 6)
    let prediction = TopicPrediction(
      topics: [LabelScore(id: "serving", probability: Probability(0.9), assigned: true)], groups: [],
      scope: Scope(verdict: .inScope, probability: Probability(0.9)), reviewReasons: [.closeCall])
    return Assessment(
      id: PaperID(rawValue: "12"), file: "in/paper12-theonides-final.pdf", reading: .success(paper),
      title: paper.title, abstract: abstract, prediction: prediction, findings: findings,
      decision: TriagePolicy().decision(for: .success(paper), hasTypedText: false, prediction: prediction))
  }()

  private static let findings = [
    Finding(
      id: "1", rule: "blind.authors", verdict: .fail, message: "Names stand below the title: Hypatia Theonides.",
      page: 1, evidence: "Hypatia Theonides, Museion of Alexandria", visibility: .chair),
    Finding(
      id: "2", rule: "blind.metadata", verdict: .fail, message: "The metadata name an author.",
      evidence: "Author: Hypatia Theonides; Producer: scroll 2", visibility: .chair),
    Finding(
      id: "3", rule: "blind.links", verdict: .look, message: "A link may tell who the authors are.",
      evidence: "https://github.com/theonides/astrolabe mailto:hypatia@alexandria.example hypatia@alexandria.example",
      visibility: .chair),
    // A finding for everybody whose evidence quotes the page.
    Finding(
      id: "4", rule: "length.pages", verdict: .fail, message: "The body ends on page 8, after “Hypatia Theonides”.",
      page: 8, evidence: "H. Theonides, page 8"),
  ]
}
