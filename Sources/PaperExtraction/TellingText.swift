import PDFLayout
import Papers

/// Tells lines of a first page that may say who the authors are. It leans to yes: a line covered for nothing costs a
/// reader little.
struct TellingText {
  /// The family names of the authors, in lower case.
  private let familyNames: Set<String>
  /// Stretches of text that a finding for chairs rests on, in lower case.
  private let evidence: [String]

  /// What leads to authors wherever it stands.
  private static let marks = [
    "@", "://", "www.", "github", "gitlab", "bitbucket", "huggingface", "zenodo", "orcid", "arxiv:",
  ]

  /// Phrases about authors that tell in the midst of a text too, in letters only.
  private static let phrases = [
    "correspondenceto", "correspondingauthor", "ourpreviouswork", "ourpriorwork", "ourearlierwork", "ourownwork",
    "wehavepreviously", "workdone", "workwasdone", "photoby", "photocredit", "courtesyof",
  ]

  /// Words of a body that name a house where they begin with a capital: "at the University of", but not "a university".
  private static let houses: Set<Substring> = [
    "University", "Université", "Universität", "Universidad", "Università", "Institute", "Laboratory", "Laboratories",
    "Labs", "College", "Inc", "GmbH", "Ltd",
  ]

  /// Words of notes about authors, funding, rights and where a paper appeared, in letters only. They tell in small text
  /// and at the beginning of a paragraph; elsewhere a body may speak of a university.
  private static let noteWords = [
    "acmreferenceformat", "pvldbreferenceformat", "permissionto", "copyright", "correspond", "equalcontribution",
    "contributedequally", "authorsaddress", "authoraddress", "theauthors", "firstauthor", "workdone", "workwasdone",
    "thisworkis", "thisworkwas", "thisresearch", "supportedby", "fundedby", "funding", "manuscriptreceived", "editedby",
    "reviewedby", "editor", "citation", "acknowledg", "wethank", "university", "universit", "institute", "department",
    "laborator", "faculty", "schoolof", "affiliat", "intern", "proceedings", "conference", "workshop", "published",
    "accepted", "submittedto", "preprint", "isbn", "issn", "doi", "licens", "rightsreserved", "email", "contact",
  ]

  /// Words that begin a paragraph about authors whatever its size.
  private static let noteBeginnings = [
    "acmreferenceformat", "pvldbreferenceformat", "permissionto", "copyright", "correspond", "equalcontribution",
    "authorsaddress", "authoraddress", "thisworkwas", "thisresearchwas", "workdone", "acknowledg", "funding",
    "manuscriptreceived", "editedby", "reviewedby",
  ]

  /// Collects what tells the authors of one paper.
  init(authors: [String], findings: [Finding]) {
    familyNames = Set(
      authors.compactMap { name in
        name.split { !$0.isLetter }.last { $0.count > 2 }.map { $0.lowercased() }
      })
    let evidence = findings.compactMap { $0.evidence?.lowercased() }
    let addresses = evidence.flatMap { $0.split { " ,;".contains($0) } }.map(String.init).filter { word in
      word.count > 5 && word.contains { "@/.".contains($0) }
    }
    self.evidence = (evidence + addresses).filter { $0.count > 4 }
  }

  /// Whether the line tells wherever it stands: an address, a link, an author's name, a house's name, a phrase about the
  /// authors.
  func tells(_ line: TextLine) -> Bool {
    let text = TextMending.mended(line.text)
    let lower = text.lowercased()
    if Self.marks.contains(where: lower.contains) || evidence.contains(where: lower.contains) { return true }
    let words = text.split { !$0.isLetter }
    let letters = lower.filter(\.isLetter)
    if words.contains(where: Self.houses.contains) || Self.phrases.contains(where: letters.contains) { return true }
    // Names have a capital; so `long` does not cover each line with the word, but `Long` does.
    return words.contains {
      $0.first?.isUppercase == true && familyNames.contains($0.lowercased())
    }
  }

  /// Whether the line has a word of notes about authors, rights or events.
  func isNote(_ line: TextLine) -> Bool {
    let letters = line.letters
    return Self.noteWords.contains(where: letters.contains)
  }

  /// Whether a paragraph about authors, rights or events begins with the line.
  func beginsNote(_ line: TextLine) -> Bool {
    let letters = line.letters
    return Self.noteBeginnings.contains(where: letters.hasPrefix)
  }

  /// Whether a line of a title is rather a list of persons.
  static func namesPersons(_ line: TextLine) -> Bool {
    let parts = PersonName.split(TextMending.mended(line.text))
    return parts.count > 1 && parts.allSatisfy(PersonName.isPlausible)
  }
}
