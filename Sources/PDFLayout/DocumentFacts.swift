/// What checks need to know of a file beside its text. Read only when something is to be checked.
public struct DocumentFacts: Hashable, Sendable {
  /// The size of the file in bytes.
  public var byteCount: Int
  /// Whether the file forbids something, such as printing, which needs encryption.
  public var isRestricted: Bool
  /// Whether the file holds programs that a viewer may run.
  public var hasJavaScript: Bool
  /// The information dictionary, without title and producer, which every reading has.
  public var information: [InformationEntry]
  /// The XMP metadata as it stands in the file, cut after 100,000 bytes.
  public var xmp: String?
  /// The fonts, each once.
  public var fonts: [FontFact]
  /// The outline's entries, in order.
  public var bookmarks: [Bookmark]
  /// The names and descriptions of attached files.
  public var attachments: [String]
  /// What the file does by itself or when something in it is clicked; `nil` if its objects could not be read.
  public var actions: [FileAction]?
  /// Whether text outside the pages and in layers that are switched off was looked for.
  public var knowsUnshownText: Bool
  /// The pages that should have been drawn to see which letters can be seen, but would have taken too long.
  public var undrawnPages: [Int]

  /// Makes facts; a file that has nothing special needs its size only.
  public init(
    byteCount: Int, isRestricted: Bool = false, hasJavaScript: Bool = false, information: [InformationEntry] = [],
    xmp: String? = nil, fonts: [FontFact] = [], bookmarks: [Bookmark] = [], attachments: [String] = [],
    actions: [FileAction]? = [], knowsUnshownText: Bool = true, undrawnPages: [Int] = []
  ) {
    self.undrawnPages = undrawnPages
    self.actions = actions
    self.knowsUnshownText = knowsUnshownText
    self.byteCount = byteCount
    self.isRestricted = isRestricted
    self.hasJavaScript = hasJavaScript
    self.information = information
    self.xmp = xmp
    self.fonts = fonts
    self.bookmarks = bookmarks
    self.attachments = attachments
  }
}

/// Something that a file does.
public struct FileAction: Hashable, Sendable {
  /// What is done.
  public enum Kind: Hashable, Sendable {
    /// Runs a script of the file.
    case script
    /// Starts a program or opens another file.
    case launch
    /// Sends or fetches the data of a form.
    case form
  }

  /// What is done.
  public var kind: Kind
  /// The page whose objects hold it; `nil` for the file as a whole, as on opening it.
  public var page: Int?

  /// Makes an action.
  public init(kind: Kind, page: Int?) {
    self.kind = kind
    self.page = page
  }
}

/// One entry of a PDF's information dictionary.
public struct InformationEntry: Hashable, Sendable {
  /// The key, such as `Author`.
  public var key: String
  /// The value; never empty.
  public var value: String

  /// Makes an entry.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// One font of a file.
public struct FontFact: Hashable, Sendable {
  /// The name without subset prefix; empty for a nameless font.
  public var name: String
  /// Whether the letters' shapes are in the file.
  public var isEmbedded: Bool
  /// Whether it is of Type 3, whose letters are small drawings.
  public var isType3: Bool

  /// Makes a font.
  public init(name: String, isEmbedded: Bool, isType3: Bool = false) {
    self.name = name
    self.isEmbedded = isEmbedded
    self.isType3 = isType3
  }
}

/// One entry of a file's outline.
public struct Bookmark: Hashable, Sendable {
  /// What a viewer shows.
  public var title: String
  /// Where it leads outside the file; `nil` for a place in the file.
  public var target: String?

  /// Makes an entry.
  public init(title: String, target: String? = nil) {
    self.title = title
    self.target = target
  }
}
