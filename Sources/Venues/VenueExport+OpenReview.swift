extension VenueExport {
  private struct Form: Encodable {
    struct Field: Encodable {
      struct Value: Encodable {
        struct Parameters: Encodable {
          var type = "string[]"
          var input = "select"
          var `enum`: [String]?
          var extensions: [String]?
          var maxSize: Double?
        }
        var param: Parameters
      }
      var order: Int
      var description: String
      var value: Value
    }
    var subject_areas: Field
    var pdf: Field?
  }

  /// Fields for OpenReview's submission form: the topics as subject areas, and the limits of the file.
  static func openReview(_ venue: Venue) throws -> VenueExport {
    var lost: [String] = []
    if venue.topics.contains(where: { $0.parent != nil }) {
      lost.append("OpenReview's subject areas are one flat list; the headings over the topics became prefixes.")
    }
    let names = venue.topics.map { topic in topic.parent.map { "\($0): \(topic.name)" } ?? topic.name }
    let areas = Form.Field(
      order: 10, description: "The topics of the call that your paper is about.",
      value: .init(param: .init(enum: names)))
    var pdf: Form.Field?
    if venue.fileTypes == ["pdf"] || venue.maxFileMb != nil {
      pdf = Form.Field(
        order: 11, description: "Your paper.",
        value: .init(
          param: .init(
            type: "file", input: "file", extensions: venue.fileTypes.isEmpty ? ["pdf"] : venue.fileTypes,
            maxSize: venue.maxFileMb ?? 50)))
    }
    if venue.pageLimit != nil { lost.append("OpenReview checks no page limit.") }
    if let template = venue.template { lost.append("OpenReview cannot check the template \(template).") }
    if let anonymity = venue.anonymity {
      lost.append("Who sees whom (here: \(anonymity.rawValue)) is set in the venue request form.")
    }
    if !venue.deadlines.isEmpty { lost.append("Dates are set in the venue request form, in UTC; see --to ics.") }
    return VenueExport(text: try json(Form(subject_areas: areas, pdf: pdf)), lost: lost)
  }
}
