import Foundation
import TestSupport

/// The submissions in `corpora/sample-submissions`, and what a perfect reader reads in them.
struct SampleSubmissions {
  /// What is true of one file.
  struct Truth: Decodable {
    let file: String
    let title: String?
    let abstract: String?
    let authors: [String]
    let keywords: [String]
    let page_count: Int?
    let readable: Bool
    let has_text: Bool
    let trouble: String?
    let topics: [String]
  }

  private struct File: Decodable {
    let samples: [Truth]
  }

  static let folder = Repository.path("corpora/sample-submissions")

  /// Returns what is true of each file, in the bytewise order of their names.
  static func truth() throws -> [Truth] {
    let data = try Data(contentsOf: URL(filePath: folder + "/truth.json"))
    return try JSONDecoder().decode(File.self, from: data).samples.sorted {
      $0.file.utf8.lexicographicallyPrecedes($1.file.utf8)
    }
  }
}
