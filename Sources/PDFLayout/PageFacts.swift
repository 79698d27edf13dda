import Papers

/// What checks need to know of a page beside its text.
public struct PageFacts: Hashable, Sendable {
  /// The links that lead out of the file.
  public var links: [Link]
  /// Comments, stamps, attached files and other marks that are laid over the page.
  public var annotations: [Annotation]
  /// Where form fields are laid over the page.
  public var formFields: [Box]
  /// Characters that have no shape, such as zero-width ones and tags, as numbers.
  public var shapelessScalars: [UInt32]
  /// The places of figures that came as files of their own, with all that they hold: also what a frame cuts away.
  public var figureBoxes: [Box]
  /// Words that stand over other words, and these: one of the two cannot be read. They are in lines too; empty where
  /// there are few.
  public var overlaidText: [HiddenText] = []

  /// Makes facts of a page.
  public init(
    links: [Link] = [], annotations: [Annotation] = [], formFields: [Box] = [], shapelessScalars: [UInt32] = [],
    figureBoxes: [Box] = []
  ) {
    self.figureBoxes = figureBoxes
    self.links = links
    self.annotations = annotations
    self.formFields = formFields
    self.shapelessScalars = shapelessScalars
  }
}

/// A place on a page that leads out of the file.
public struct Link: Hashable, Sendable {
  /// What a click does.
  public enum Kind: Hashable, Sendable {
    /// Opens an address.
    case address
    /// Opens a file or starts a program.
    case launch
    /// Runs a script of the file.
    case script
  }

  /// Where it is.
  public var box: Box
  /// What a click does.
  public var kind: Kind
  /// The address or the file's name.
  public var target: String

  /// Makes a link.
  public init(box: Box, kind: Kind = .address, target: String) {
    self.box = box
    self.kind = kind
    self.target = target
  }
}

/// A mark that a person or program has laid over a page.
public struct Annotation: Hashable, Sendable {
  /// What it is, such as "comment".
  public var kind: String
  /// Who made it; `nil` if it does not say.
  public var author: String?
  /// What it says; `nil` if nothing.
  public var contents: String?
  /// Where it is.
  public var box: Box

  /// Makes a mark.
  public init(kind: String, author: String?, contents: String?, box: Box) {
    self.kind = kind
    self.author = author
    self.contents = contents
    self.box = box
  }
}
