/// The rules in words for a heading. A rule that has no words here is shown by its id.
enum RuleTitle {
  static func of(_ rule: String) -> String { titles[rule] ?? rule }

  private static let titles = [
    "file.type": "File type",
    "file.size": "File size",
    "file.encrypted": "Password or restrictions",
    "file.active-content": "Active content",
    "file.fonts": "Fonts embedded",
    "file.text": "Text layer",
    "format.page-size": "Page size",
    "format.columns": "Columns",
    "format.template": "Template",
    "format.font-size": "Font size",
    "format.spacing": "Line spacing",
    "format.margins": "Margins",
    "length.pages": "Page limit",
    "blind.authors": "Author names",
    "blind.metadata": "Names in metadata",
    "blind.links": "Links that may identify",
    "blind.acknowledgements": "Acknowledgements",
    "blind.self-reference": "Self-reference",
    "blind.attachments": "Attachments",
    "blind.annotations": "Annotations",
    "blind.bookmarks": "Bookmarks",
    "blind.stamp": "Preprint stamp",
    "integrity.hidden-text": "Hidden text",
    "integrity.reviewer-instructions": "Instructions to reviewers",
    "time.deadline": "Deadline",
  ]
}
