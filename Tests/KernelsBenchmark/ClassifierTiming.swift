import Foundation
import TopicClassification
import Venues

/// The time from texts in memory to every topic's probability and the decisions that rest on them.
enum ClassifierTiming {
  /// Classifies a JSON list of papers, each a list of title and abstract: once to warm up, once for each timing.
  ///
  /// - Parameter arguments: The model's folder, the venue file, the file of papers, and the number of timings.
  static func predictions(_ arguments: [String]) throws -> [String: Any] {
    let papers = try JSONDecoder().decode([[String]].self, from: Data(contentsOf: URL(filePath: arguments[2])))
    let inputs = papers.map { ClassifierInput(title: $0[0], abstract: $0[1]) }
    let opening = ProcessorTime.now
    let classifier = try TopicClassifier(modelFolder: arguments[0], venue: VenueFile.read(arguments[1]))
    let warming = ProcessorTime.now
    var predictions = classifier.predictions(for: inputs)
    var seconds: [Double] = []
    for _ in 0..<(Int(arguments.dropFirst(3).first ?? "") ?? 1) {
      let start = ProcessorTime.now
      predictions = classifier.predictions(for: inputs)
      seconds.append(ProcessorTime.now - start)
    }
    return [
      "seconds": seconds, "opening": warming - opening, "papers": inputs.count,
      "tags": predictions.reduce(0) { $0 + $1.topics.count(where: \.assigned) },
    ]
  }
}
