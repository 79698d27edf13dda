import TextFeatures

/// What a model's `config.json` holds: all but the large tables.
struct ModelConfiguration: Hashable, Sendable, Codable {
  /// The form of the folder that this program writes.
  static let currentFormat = 2
  /// The form of a folder whose model needs an encoder, so that a program that knows none refuses it.
  static let encoderFormat = 3

  /// The form of the folder.
  var formatVersion: Int
  /// The venue that the model was trained for.
  var venueName: String
  /// The topics, in the order of the models' first columns.
  var topics: [ModelLabel]
  /// The groups, in the order of the next columns; the last column is whether a paper has any topic.
  var groups: [ModelLabel]
  /// How text becomes features.
  var blocks: [FeatureBlock]
  /// The probability from which each topic and group is assigned.
  var thresholds: [Double]
  /// The probability from which a paper without any other topic is given its most probable one; `nil` for never.
  var loneTopicThreshold: Double?
  /// When a person should look.
  var review: ReviewPolicy
  /// How the model came to be.
  var training: TrainingRecord
  /// What the papers were like that probabilities were fitted on; `nil` in a model that was trained before it was kept,
  /// or made by `call model`.
  var batchReference: BatchReference?
  /// The encoder that the model needs; `nil` for none.
  var encoder: EncoderReference?

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case venueName = "venue_name"
    case loneTopicThreshold = "lone_topic_threshold"
    case batchReference = "batch_reference"
    case topics, groups, blocks, thresholds, review, training, encoder
  }
}

/// A topic or group as a model knows it.
public struct ModelLabel: Hashable, Sendable, Codable {
  /// The id in the venue that the model was trained for.
  public var id: String
  /// The name there.
  public var name: String
  /// Other names there.
  public var aliases: [String]

  /// Makes a label.
  public init(id: String, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// How a model came to be: enough to make it again.
public struct TrainingRecord: Hashable, Sendable, Codable {
  /// The number of papers with labels.
  public var labelledPapers: Int
  /// The number of papers without labels.
  public var unlabelledPapers: Int
  /// The number that decides every random choice.
  public var seed: UInt64
  /// How much papers count against regularisation, words and embedding.
  public var inverseRegularizations: [Double]
  /// The summed objectives of all labels at the solution, words and embedding.
  public var objectives: [Double]
  /// The papers that probabilities and thresholds were fitted on, in words.
  public var calibratedOn: String

  enum CodingKeys: String, CodingKey {
    case labelledPapers = "labelled_papers"
    case unlabelledPapers = "unlabelled_papers"
    case seed
    case inverseRegularizations = "inverse_regularizations"
    case objectives
    case calibratedOn = "calibrated_on"
  }
}
