import Foundation
import TestSupport
import Testing
import Venues

@Suite struct VenueFileTests {
  @Test func `the shipped venue has eighteen topics and five groups`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../corpora/venues/aimlsystems-2023-industry.yaml").path
    let venue = try VenueFile.read(path)
    #expect(venue.topics.count == 18)
    #expect(venue.groups.map(\.id) == ["training", "inference", "genai", "mlops", "hardware"])
  }
}
