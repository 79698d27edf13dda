import Foundation
import TestSupport
import Testing
import Venues

@testable import CallReading

@Suite struct VenueSchemaTests {
  @Test(arguments: CallReaderTests.files) func `what is read from a call keeps to the published schema`(_ file: String)
    throws
  {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../corpora/schemas/venue.schema.json").path
    let json = try JSONEncoder().encode(CallFixture.read(file).venue)
    #expect(try JSONSchema(path: path).violations(in: json) == [])
  }
}
