import TextFeatures

/// All choices of a training; each default was found by cross-validation on the shipped corpus.
public struct TrainingSettings: Hashable, Sendable {
  /// The kinds of features.
  public var blocks = FeatureBlock.standard
  /// In how many labelled papers a term must stand. 3, so that a model holds no term of a single author.
  public var minimumPapers = 3
  /// In how many papers of any kind a term must stand to be worth a vector though labels say nothing of it.
  public var minimumPapersOfAnyKind = 12
  /// How many features get a vector, the most frequent ones.
  public var embeddedFeatures = 30_000
  /// The number of components of an embedding.
  public var embeddingWidth = 128
  /// `C` of the logistic regression on words.
  public var wordInverseRegularization: Float = 10
  /// `C` of the logistic regression on embeddings.
  public var embeddingInverseRegularization: Float = 5
  /// How much a picked paper counts when probabilities and thresholds are fitted; a representative one counts 1.
  public var pickedPaperWeight = 0.25
  /// The share of wrongly tagged, or wrongly untagged, papers that may escape a person's eye.
  public var reviewRisk = 0.1
  /// Decides every random choice.
  public var seed: UInt64 = 1

  /// The defaults.
  public init() {}
}
