import Papers
import Venues

/// The topics and groups of a report, in the venue's order.
struct ReportLabels: Encodable {
  /// One topic or group.
  struct Label: Encodable {
    let id: String
    let name: String
    let threshold: Probability?
  }

  let topics: [Label]
  let groups: [Label]

  init(venue: Venue, thresholds: LabelThresholds) {
    topics = venue.topics.map { Label(id: $0.id, name: $0.name, threshold: thresholds.topics[$0.id]) }
    groups = venue.groups.map { Label(id: $0.id, name: $0.name, threshold: thresholds.groups[$0.id]) }
  }
}

extension [ReportLabels.Label] {
  /// Each label with its probability; labels that the scores do not name are left out.
  func scored(by scores: [LabelScore]) -> [(label: ReportLabels.Label, probability: Probability)] {
    let values = Dictionary(scores.map { ($0.id, $0.probability) }, uniquingKeysWith: { first, _ in first })
    return compactMap { label in values[label.id].map { (label, $0) } }
  }
}
