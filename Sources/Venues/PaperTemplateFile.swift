import Foundation
import Yams

/// Reading a template's numbers from a YAML file that a chair can add.
public enum PaperTemplateFile {
  /// Reads a template.
  ///
  /// - Throws: ``VenueError`` with the file's path, the place and what was expected.
  public static func read(_ path: String) throws(VenueError) -> PaperTemplate {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .cannotOpen(path: path) }
    guard bytes.count <= VenueFile.largestSize else { throw .tooLarge(path: path, bytes: bytes.count) }
    guard let text = String(data: bytes, encoding: .utf8) else { throw .notUTF8(path: path) }
    do {
      return try YAMLDecoder().decode(PaperTemplate.self, from: text)
    } catch {
      throw .malformed(path: path, reason: VenueError.reason(of: error))
    }
  }
}
