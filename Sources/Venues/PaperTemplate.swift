/// What papers set with one template look like: numbers that a chair can add for another template as a file.
///
/// All lengths are PDF points (1/72 inch), measured on papers that the template's own class has set.
public struct PaperTemplate: Hashable, Sendable, Codable {
  /// The id that venues use, such as `acm-sigconf`.
  public var id: String
  /// What people call it.
  public var name: String
  /// The page size, such as `letter`; `nil` if the template leaves it open.
  public var pageSize: String?
  /// The number of text columns.
  public var columns: Int
  /// The width of a column.
  public var columnWidth: Double
  /// The left edge of the first column.
  public var leftMargin: Double
  /// The space right of the last column.
  public var rightMargin: Double
  /// The space above the first line of text, below a running head.
  public var topMargin: Double
  /// The space below the last line of text.
  public var bottomMargin: Double
  /// The size of body text.
  public var fontSize: Double
  /// The distance between the baselines of body text.
  public var leading: Double
  /// Parts of the names of fonts that the body is set in.
  public var fonts: [String]
  /// Words that the class leaves in the PDF's metadata.
  public var marks: [String]
  /// How to use it in LaTeX, such as `\documentclass[sigconf,anonymous,review]{acmart}`.
  public var latex: String

  enum CodingKeys: String, CodingKey {
    case id, name
    case pageSize = "page_size"
    case columns
    case columnWidth = "column_width"
    case leftMargin = "left_margin"
    case rightMargin = "right_margin"
    case topMargin = "top_margin"
    case bottomMargin = "bottom_margin"
    case fontSize = "font_size"
    case leading, fonts, marks, latex
  }

  /// Makes a template.
  public init(
    id: String, name: String, pageSize: String?, columns: Int, columnWidth: Double, leftMargin: Double,
    rightMargin: Double, topMargin: Double, bottomMargin: Double, fontSize: Double, leading: Double, fonts: [String],
    marks: [String], latex: String
  ) {
    self.id = id
    self.name = name
    self.pageSize = pageSize
    self.columns = columns
    self.columnWidth = columnWidth
    self.leftMargin = leftMargin
    self.rightMargin = rightMargin
    self.topMargin = topMargin
    self.bottomMargin = bottomMargin
    self.fontSize = fontSize
    self.leading = leading
    self.fonts = fonts
    self.marks = marks
    self.latex = latex
  }
}
