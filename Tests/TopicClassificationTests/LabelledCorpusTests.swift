import TextFeatures
import Testing

@testable import TopicClassification

struct LabelledCorpusTests {
  private let document = TextDocument(title: "A title", body: "")

  @Test func `a label that the venue lacks is refused with the nearest name`() {
    var corpus = LabelledCorpus(venue: TinyCorpus.venue)
    #expect(throws: CorpusError.unknownLabel(label: "prunning", nearest: "pruning")) {
      try corpus.add(id: "1", document: document, topics: ["prunning"], groups: [])
    }
  }

  @Test func `a paper without text is refused`() {
    var corpus = LabelledCorpus(venue: TinyCorpus.venue)
    #expect(throws: CorpusError.noText) {
      try corpus.add(id: "1", document: TextDocument(title: "--", body: ""), topics: [], groups: [])
    }
  }

  @Test func `what is unknown of a paper is neither true nor false`() throws {
    var corpus = LabelledCorpus(venue: TinyCorpus.venue)
    try corpus.add(id: "1", document: document, topics: ["pruning"], groups: [], unknown: ["privacy", "pruning"])
    #expect(corpus.papers[0].truth == [true, nil, false])
  }

  @Test func `papers that only teach are learnt from and not judged`() throws {
    let corpus = try TinyCorpus.corpus(teaching: 40)
    let judged = try TopicTraining(corpus: corpus).crossValidated(venue: TinyCorpus.venue)
    #expect(judged.map(\.paper.id) == (0..<80).map(String.init))
    let alone = try TopicTraining(corpus: TinyCorpus.corpus()).crossValidated(venue: TinyCorpus.venue)
    #expect(judged.map(\.prediction) != alone.map(\.prediction))
    let record = try TopicTraining(corpus: corpus).model().configuration.training
    #expect(record.labelledPapers == 120)
    #expect(record.calibratedOn == "80 papers drawn like those to come, 0 picked ones; 40 more only taught")
  }

  @Test func `cross-validation judges every paper by a model that has not seen it`() throws {
    let judged = try TopicTraining(corpus: TinyCorpus.corpus()).crossValidated(venue: TinyCorpus.venue)
    #expect(judged.map(\.paper.id) == (0..<80).map(String.init))
    let report = try EvaluationReport(judged, corpus: TinyCorpus.corpus())
    // The two topics stand in plain words in the texts.
    #expect(report.topics.microF1.value > 0.95)
    #expect(report.topics.microF1.low <= report.topics.microF1.value)
  }
}
