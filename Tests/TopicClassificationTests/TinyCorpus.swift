import TextFeatures
import Venues

@testable import TopicClassification

/// Eighty made-up papers on two topics, some on both, some on neither; enough to train on in a moment.
enum TinyCorpus {
  static let venue = Venue(
    name: "Tiny", topics: [Topic(id: "pruning", name: "Pruning of models"), Topic(id: "privacy", name: "Privacy")],
    groups: [Group(id: "small", name: "Small models", origin: .chair)])

  private static let filler = [
    "we present a method and show that it works on several tasks with care", "our study of the field has many results",
    "this paper is about the way that things are done in practice and why", "experiments are run on four machines",
  ]

  static func document(_ index: Int) -> TextDocument {
    var parts = [filler[index % 4], filler[(index / 4) % 4]]
    if hasPruning(index) { parts.append("pruning weights makes sparse networks small") }
    if hasPrivacy(index) { parts.append("differential privacy protects training records") }
    parts.append("variant number \(index % 9) of the general approach in this area of work")
    return TextDocument(
      title: hasPruning(index) ? "Sparse networks" : "A general approach", body: parts.joined(separator: ". "))
  }

  static func input(_ index: Int) -> ClassifierInput {
    ClassifierInput(title: document(index).title, abstract: document(index).body)
  }

  static func hasPruning(_ index: Int) -> Bool { index % 2 == 0 }
  static func hasPrivacy(_ index: Int) -> Bool { index % 3 == 0 }

  /// - Parameter teaching: How many papers follow that only teach.
  static func corpus(teaching: Int = 0) throws -> LabelledCorpus {
    var corpus = LabelledCorpus(venue: venue)
    for index in 0..<80 + teaching {
      try corpus.add(
        id: "\(index)", document: document(index),
        topics: (hasPruning(index) ? ["pruning"] : []) + (hasPrivacy(index) ? ["privacy"] : []),
        groups: hasPruning(index) ? ["small"] : [], fold: index % 5,
        standing: index < 80 ? .representative : .teaching)
    }
    return corpus
  }

  static func model() throws -> TopicModel { try TopicTraining(corpus: corpus()).model() }
}
