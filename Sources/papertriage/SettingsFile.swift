import Foundation
import TopicClassification

/// The choices of a training as a JSON file, which `tune` writes and `train --settings` reads.
struct SettingsFile: Codable {
  /// `C` of the logistic regression on words.
  var wordInverseRegularization: Float?
  /// `C` of the logistic regression on embeddings.
  var embeddingInverseRegularization: Float?
  /// In how many labelled papers a term must stand to be kept; below 3 a model may tell what single papers say.
  var minimumPapers: Int?

  private static let keys = ["embedding_inverse_regularization", "minimum_papers", "word_inverse_regularization"]

  /// Reads a file.
  ///
  /// - Throws: ``SettingsFileError``.
  static func read(_ path: String) throws -> SettingsFile {
    guard let data = FileManager.default.contents(atPath: path) else { throw SettingsFileError.cannotOpen(path: path) }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw SettingsFileError.notAnObject(path: path)
    }
    for key in object.keys.sorted() where !keys.contains(key) {
      throw SettingsFileError.unknownKey(path: path, key: key, known: keys)
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let settings = try? decoder.decode(SettingsFile.self, from: data) else {
      throw SettingsFileError.notNumbers(path: path)
    }
    let strengths = [settings.wordInverseRegularization, settings.embeddingInverseRegularization].compactMap(\.self)
    guard strengths.allSatisfy({ $0 > 0 && $0.isFinite }), settings.minimumPapers ?? 1 >= 1 else {
      throw SettingsFileError.outOfRange(path: path)
    }
    return settings
  }

  /// Returns the settings with what the file says in place of the defaults.
  func applied(to settings: TrainingSettings) -> TrainingSettings {
    var settings = settings
    if let value = wordInverseRegularization { settings.wordInverseRegularization = value }
    if let value = embeddingInverseRegularization { settings.embeddingInverseRegularization = value }
    if let value = minimumPapers { settings.minimumPapers = value }
    return settings
  }
}

/// Why a settings file cannot be used.
enum SettingsFileError: Error, CustomStringConvertible {
  case cannotOpen(path: String)
  case notAnObject(path: String)
  case unknownKey(path: String, key: String, known: [String])
  case notNumbers(path: String)
  case outOfRange(path: String)

  var description: String {
    switch self {
    case .cannotOpen(let path): "\(path): cannot be opened. Make a settings file with `papertriage tune --output`."
    case .notAnObject(let path): "\(path): is not a JSON object of settings, as `papertriage tune --output` writes it."
    case .unknownKey(let path, let key, let known):
      "\(path): has the unknown setting '\(key)'. Known are \(known.joined(separator: ", "))."
    case .notNumbers(let path):
      "\(path): each setting must be a number, and minimum_papers a whole one."
    case .outOfRange(let path): "\(path): strengths must be above 0 and minimum_papers at least 1."
    }
  }
}
