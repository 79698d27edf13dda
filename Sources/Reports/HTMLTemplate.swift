import Foundation

/// A page with `{{places}}`. It is filled in one pass, so that what fills a place cannot name another.
struct HTMLTemplate {
  private let parts: [(text: Substring, place: Substring?)]

  init(_ text: String) {
    var parts: [(Substring, Substring?)] = []
    var rest = text[...]
    while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
      parts.append((rest[..<open.lowerBound], rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    self.parts = parts + [(rest, nil)]
  }

  /// The page with each place filled.
  ///
  /// - Precondition: Every place of the page is given; a missing one is our own mistake.
  func filled(_ values: [String: [UInt8]]) -> Data {
    var data = Data()
    for (text, place) in parts {
      data.append(contentsOf: text.utf8)
      guard let place else { continue }
      guard let value = values[String(place)] else {
        preconditionFailure("The page has an unknown place {{\(place)}}.")
      }
      data.append(contentsOf: value)
    }
    return data
  }
}
