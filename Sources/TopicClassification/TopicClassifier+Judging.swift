import Papers

extension TopicClassifier {
  /// Returns what the model says of labelled papers, beside what is true.
  public func judged(_ papers: [LabelledPaper]) -> [JudgedPaper] {
    let inputs = papers.map { ClassifierInput(title: $0.document.title, abstract: $0.document.body) }
    return zip(papers, predictions(for: inputs)).map { paper, prediction in
      JudgedPaper(
        paper: paper, prediction: prediction,
        lowestUnseenShare: review.lowestShare(
          topics: prediction.topics, scope: prediction.scope, reasons: prediction.reviewReasons))
    }
  }
}
