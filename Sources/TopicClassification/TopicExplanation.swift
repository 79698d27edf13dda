import Papers

/// Why a paper has the probability it has for one label: the exact part of each word and sentence in the score.
///
/// The score is the label's log odds, before it becomes a probability: `bias + sum of the words' parts`, where the
/// lengths to which the paper's features and its embedding are scaled are taken as they are. A phrase's part is shared
/// equally by its words. A model's encoder reads the text as a whole: its part of the score is no word's.
public struct TopicExplanation: Hashable, Sendable {
  /// A part of a paper's text.
  public enum Source: String, Hashable, Sendable, Codable {
    /// The title.
    case title
    /// The abstract.
    case abstract
  }

  /// Where something stands.
  public struct Place: Hashable, Sendable {
    /// In title or abstract.
    public let source: Source
    /// The stretch of it, in UTF-8 bytes.
    public let utf8: Range<Int>
    /// The same stretch, in Unicode scalars.
    public let scalars: Range<Int>
  }

  /// A word, or a sentence, and its part in the score.
  public struct Part: Hashable, Sendable {
    /// Where it stands.
    public let place: Place
    /// How much it adds to the score; negative if it speaks against the label.
    public let weight: Double
  }

  /// The label.
  public let label: VenueLabel
  /// The log odds: `bias`, the parts of all words and that of the encoder together.
  public let score: Double
  /// What the label has before a word is read.
  public let bias: Double
  /// The part of the model's encoder, which cannot be given to words; `nil` for a model without encoder.
  public let encoder: Double?
  /// The probability from which the label is assigned.
  public let threshold: Double
  /// Every word of title and abstract, in order; one that the model does not know has the part 0.
  public let words: [Part]
  /// The title, and each sentence of the abstract, in order.
  public let sentences: [Part]
  /// The fewest words found whose striking out, wherever they stand, would turn the decision on the label; `nil` if
  /// twenty do not.
  ///
  /// Found greedily: of the words that speak for the decision the strongest goes first, all is scored anew after each,
  /// and in the end each word that turns out not to be needed is put back.
  public let flip: [String]?

  /// The probability.
  public var probability: Probability { Probability(Logistic.probability(score)) }
}
