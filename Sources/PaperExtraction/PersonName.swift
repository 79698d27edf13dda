/// Tells names of persons from other words of a title page.
enum PersonName {
  /// Cuts a list of names at commas, "and" and the like.
  static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var words: [Substring] = []
    func close() {
      let name = words.joined(separator: " ")
      if !name.isEmpty { parts.append(name) }
      words = []
    }
    let separators: Set<Unicode.Scalar> = [
      ",", ";", "&", "\u{B7}", "\u{2022}", "|", "\u{2217}", "*", "\u{2020}", "\u{2021}", "\u{A7}", "\u{B6}", "/", "(",
      ")", "[", "]",
      "\u{22C5}", "\u{25E6}", "\u{2709}", "\u{22C6}", "\u{FF0C}", "\u{2016}", ":",
    ]
    for piece in withoutNicknames(text).unicodeScalars.split(whereSeparator: separators.contains) {
      for word in Substring(piece).split(separator: " ") {
        if ["and", "And", "AND", "et", "und"].contains(word) {
          close()
        } else {
          let name = trimmed(word)
          if !name.isEmpty { words.append(name) }
        }
      }
      close()
    }
    return parts.compactMap { part in
      var words = part.split(separator: " ")
      while let first = words.first, titles.contains(first.lettersOnly) { words.removeFirst() }
      while let last = words.last, degrees.contains(last.lettersOnly), words.count > 1 { words.removeLast() }
      let name = words.joined(separator: " ")
      return words.isEmpty || memberships.contains(name.lettersOnly) ? nil : name
    }
  }

  /// A text without the short names that stand in brackets within a name, as in "Xinyi (Cindy) Zhang".
  private static func withoutNicknames(_ text: String) -> String {
    guard text.contains("(") else { return text }
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    words = words.indices.filter { index in
      guard index > 0, index + 1 < words.count, words[index].hasPrefix("("), words[index].hasSuffix(")") else {
        return true
      }
      let isName = words[index].dropFirst().dropLast().allSatisfy { $0.isLetter || $0 == "-" }
      return !(isName && words[index - 1].last?.isLetter == true && words[index + 1].first?.isUppercase == true)
    }.map { words[$0] }
    return words.joined(separator: " ")
  }

  /// A word without digits and dots that do not belong to it.
  private static func trimmed(_ word: Substring) -> Substring {
    var word = word
    while let last = word.unicodeScalars.last,
      last.properties.numericType != nil || last == "\u{2019}" && word.count < 2
    {
      word.unicodeScalars.removeLast()
    }
    // A dot ends an initial or "Jr.", else a sentence.
    if word.hasSuffix("."), word.unicodeScalars.count > 3, !word.dropLast().contains("."), word.lettersOnly != "jr" {
      word.removeLast()
    }
    return word
  }

  /// Whether a text may be one person's name.
  static func isPlausible(_ text: String) -> Bool {
    guard text.utf8.count <= 48, !isAffiliation(text), !isPlace(text) else { return false }
    let words = text.split(separator: " ")
    guard words.count >= 2, words.count <= 6 else { return false }
    let isAllCapital = !text.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
    var full = 0
    var initials = 0
    for word in words {
      if particles.contains(String(word)) { continue }
      guard let first = word.unicodeScalars.first,
        first.properties.isUppercase
          || first == "\u{2018}" || (first.properties.isAlphabetic && !first.properties.isLowercase)
      else { return false }
      var letters = 0
      var capitals = 0
      for scalar in word.unicodeScalars {
        if scalar.properties.isAlphabetic {
          letters += 1
          if scalar.properties.isUppercase { capitals += 1 }
        } else if ![".", "-", "'", "\u{2019}", "\u{2018}", "\u{2010}", "\u{2011}", "`", "\u{2013}"].contains(scalar)
          && scalar.properties.canonicalCombiningClass == .notReordered
        {
          return false
        }
      }
      guard letters >= 1, letters <= 22 else { return false }
      // "NEC", "IBM" among words in small letters.
      if !isAllCapital && letters >= 3 && capitals == letters && !["III"].contains(word) && !word.contains(".") {
        return false
      }
      if letters <= 1 || word.hasSuffix(".") || letters == capitals && word.contains(".") {
        initials += 1
      } else {
        full += 1
      }
    }
    return full >= 1 && full + initials >= 2
  }

  /// Whether a text may be a part of a name that a line's end has cut.
  static func isFragment(_ text: String) -> Bool {
    let all = text.split(separator: " ")
    // "de la Cruz" may follow "Jean-Luc" on the next line.
    let words = all.drop { particles.contains(String($0)) }
    guard !words.isEmpty, words.count <= 2, all.count <= 4, !months.contains(text.lowercased()), text.utf8.count <= 30,
      !isAffiliation(text), !isPlace(text)
    else { return false }
    return words.allSatisfy { word in
      word.unicodeScalars.first?.properties.isUppercase == true
        && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || [".", "-", "'", "\u{2019}"].contains($0) }
    }
  }

  /// Whether a text has a word that only organisations have.
  static func isAffiliation(_ text: String) -> Bool {
    let isAllCapital = !text.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
    for (index, word) in text.split(whereSeparator: { " ,./&()".contains($0) }).enumerated() {
      let lower = word.lowercased()
      // "Stephen Tu" is a person, "TU Delft" is not; in "STEPHEN TU" the place tells.
      if abbreviations.contains(lower), word.contains(where: \.isLowercase) || (isAllCapital && index > 0) { continue }
      // "April Smith" is a person, "Jane Doe April" a line's name and date.
      if index > 0, months.contains(lower) { return true }
      // "Yeonjun In" is a person, "in" joins words.
      if prepositions.contains(lower), index > 0, word.first?.isUppercase == true { continue }
      // "Co-Reyes" is a name; "AI-Lab" is not.
      for part in lower.split(separator: "-") where part.utf8.count == lower.utf8.count || part.utf8.count > 2 {
        if organisationWords.contains(String(part)) { return true }
        for stem in organisationStems where part.hasPrefix(stem) { return true }
      }
    }
    return false
  }

  /// Short names of organisations that are also names of persons, but then not in capitals.
  private static let abbreviations: Set<String> = ["tu", "ai", "sap", "mit", "eth", "ml", "co", "amd", "iit", "usc"]

  /// Months that are also first names.
  private static let months: Set<String> = ["april", "june", "august"]

  /// Words that join others in a name of an organisation; with a capital they may be a person's.
  private static let prepositions: Set<String> = ["in", "on", "to", "at"]

  /// Whether a text is a town, state or country.
  static func isPlace(_ text: String) -> Bool { places.contains(text.lowercased()) }

  private static let titles: Set<String> = ["dr", "prof", "professor", "mr", "mrs", "ms", "author", "authors", "by"]
  private static let degrees: Set<String> = ["phd", "msc", "bsc", "md", "ieee", "acm"]

  /// What societies let their members print after their names.
  private static let memberships: Set<String> = [
    "ieee", "acm", "member", "fellow", "seniormember", "studentmember", "graduatestudentmember", "lifefellow",
    "lifemember", "lifeseniormember", "memberieee", "fellowieee", "seniormemberieee", "studentmemberieee", "phd", "md",
  ]

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "el", "al",
    "bin",
    "ibn", "ter", "ten", "y", "e", "zu", "zur", "af", "ben", "abu", "st", "vander", "ul", "ur", "san", "der.", "bint",
    "te", "op", "het", "t",
    "i",
  ]

  private static let organisationStems = [
    "universi", "institu", "laborator", "departm", "technolog", "engineer", "scien", "researc", "compan", "corporat",
    "facult", "hospital", "academ", "polytech", "politec", "informati", "electr", "comput", "mathemat", "internation",
    "nation", "foundation", "educat", "innovat", "intellig", "commun", "software", "systems", "networks", "conferenc",
    "workshop",
    "proceed", "statist", "industr", "medic", "physic", "econom", "hochschule", "ecole", "école", "centr", "robotic",
    "learning", "anonym", "submission", "telecom", "microsoft", "univers", "submitt", "publish",
  ]

  private static let organisationWords: Set<String> = [
    "school", "college", "lab", "labs", "dept", "inc", "corp", "ltd", "llc", "gmbh", "group", "center", "co", "team",
    "google", "facebook", "meta", "amazon", "apple", "nvidia", "intel", "ibm", "huawei", "alibaba", "tencent", "baidu",
    "bytedance", "samsung", "qualcomm", "amd", "deepmind", "openai", "oracle", "sap", "mit", "eth",
    "epfl", "inria", "cnrs", "cmu", "ucla", "usc", "ucl", "kaist", "postech", "iit", "stanford", "harvard", "princeton",
    "berkeley", "caltech", "oxford", "tsinghua", "peking", "carnegie", "mellon",
    "ai", "ml", "campus", "avenue", "street", "road", "building", "floor", "box", "usa", "uk", "uae", "member",
    "fellow",
    "senior", "student", "author", "authors", "abstract", "keywords", "introduction", "equal", "contribution",
    "corresponding",
    "project", "page", "code", "email", "e-mail", "version", "draft", "january", "february", "march",
    "july", "september", "october", "november", "december", "the", "of", "for", "with", "in", "on", "at",
    "to",
    "from", "our", "this", "we", "zone", "province", "district", "city", "state", "republic", "business", "management",
    "division", "office", "cloud", "platforms", "technologies", "solutions", "services", "bank", "paper", "track",
    "work",
    "done", "during", "internship", "tu", "eindhoven", "cispa", "planck", "analytics", "consulting",
  ]

  private static let places: Set<String> = [
    "new york", "san jose", "san francisco", "san diego", "los angeles", "santa clara", "santa barbara", "santa cruz",
    "mountain view", "palo alto", "menlo park", "new jersey", "new mexico", "new zealand", "new delhi", "new haven",
    "north carolina", "south carolina", "north dakota", "south dakota", "west virginia", "rhode island", "ann arbor",
    "hong kong", "south korea", "north korea", "republic of korea", "united states", "united kingdom",
    "united arab emirates",
    "saudi arabia", "sri lanka", "south africa", "costa rica", "abu dhabi", "tel aviv", "tel-aviv", "ho chi minh",
    "kuala lumpur",
    "buenos aires", "rio de janeiro", "sao paulo", "são paulo", "mexico city", "quebec city", "st. louis", "salt lake",
    "college park", "college station", "chapel hill", "east lansing", "baton rouge", "las vegas", "red hook",
    "west lafayette", "la jolla",
    "czech republic", "the netherlands", "den haag", "las palmas", "pohang korea", "seoul korea", "beijing china",
    "shanghai china", "cape town", "long beach", "little rock", "fort collins", "great britain", "puerto rico",
    "el salvador",
    "viet nam", "ivory coast", "los alamos", "oak ridge", "el paso", "san antonio", "new orleans", "saint petersburg",
    "st. petersburg",
    "tokyo japan", "paris france", "london uk", "redwood city", "foster city", "kansas city", "yorktown heights",
    "holmdel nj",
  ]
}
