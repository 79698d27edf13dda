/// The smallest pieces that dates and times are made of.
struct DateToken {
  enum Kind: Equatable {
    case number(Int, digits: Int)
    case word
    case symbol
  }

  let kind: Kind
  /// In lowercase.
  let text: String
  let range: Range<Int>
  let isCapitalized: Bool
  /// Whether it has a small letter.
  let isMixedCase: Bool

  var number: Int? { if case .number(let value, _) = kind { value } else { nil } }
  var digits: Int { if case .number(_, let digits) = kind { digits } else { 0 } }

  /// Cuts a text into numbers, words and single symbols; blanks are dropped.
  static func tokens(of text: String) -> [DateToken] {
    let units = Array(text.utf16)
    var tokens: [DateToken] = []
    var index = 0
    func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
    func isLetter(_ unit: UInt16) -> Bool {
      (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit) || (0xC0...0x24F).contains(unit)
    }
    while index < units.count {
      let start = index
      let unit = units[index]
      if isDigit(unit) {
        while index < units.count, isDigit(units[index]) { index += 1 }
        let digits = index - start
        let value = digits <= 6 ? Int(String(decoding: units[start..<index], as: UTF16.self)) ?? 0 : 0
        tokens.append(.init(kind: .number(value, digits: digits), units, start..<index))
      } else if isLetter(unit) {
        while index < units.count, isLetter(units[index]) { index += 1 }
        tokens.append(.init(kind: .word, units, start..<index))
      } else {
        index += 1
        if unit > 0x20, unit != 0xA0 { tokens.append(.init(kind: .symbol, units, start..<index)) }
      }
    }
    return tokens
  }

  private init(kind: Kind, _ units: [UInt16], _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    text = String(decoding: units[range], as: UTF16.self).lowercased()
    isMixedCase = units[range].contains { (0x61...0x7A).contains($0) }
    isCapitalized = units.indices.contains(range.lowerBound) && (0x41...0x5A).contains(units[range.lowerBound])
  }
}
