import Papers

extension LetterSight {
  /// A word, or a stretch of one, and whether none of its letters has ink.
  struct InkedWord {
    var word: Word
    var lacksInk: Bool
  }

  /// Returns the words of a page; those of two texts on one baseline, mixed letter by letter, are taken apart.
  ///
  /// A letter may stand a little beside its place in the copy of the page. Among letters without ink it must not: there
  /// the same letter of the other text is often near.
  ///
  /// - Parameter inked: Where letters with ink stand; `nil` if all have ink.
  static func words(of glyphs: PageGlyphs, inked: LetterPlaces?) -> [InkedWord] {
    let words = words(of: glyphs)
    guard let inked else { return words.map { InkedWord(word: $0, lacksInk: false) } }
    let isMixed = words.map { word in
      word.range.contains { !inked.holds(glyphs.scalars[$0], at: glyphs.boxes[$0]) }
    }
    return words.indices.flatMap { index in
      let near = isMixed[max(index - 1, 0)...min(index + 1, words.count - 1)]
      return near.contains(true)
        ? words[index].split(of: glyphs, by: inked) : [InkedWord(word: words[index], lacksInk: false)]
    }
  }
}

extension LetterSight.Word {
  /// Returns the word's stretches of letters that all have ink, or all have none.
  fileprivate func split(of glyphs: PageGlyphs, by inked: LetterPlaces) -> [LetterSight.InkedWord] {
    let states = range.map { inked.holdsExactly(glyphs.scalars[$0], at: glyphs.boxes[$0]) }
    var parts: [LetterSight.InkedWord] = []
    var start = 0
    for index in states.indices where index + 1 == states.count || states[index] != states[index + 1] {
      var part = self
      part.range = (range.lowerBound + start)..<(range.lowerBound + index + 1)
      var box = glyphs.boxes[part.range.lowerBound]
      for letter in part.range.dropFirst() { box = box.union(glyphs.boxes[letter]) }
      part.box = Box(glyphs: box)
      part.continuesLine = continuesLine || start > 0
      parts.append(LetterSight.InkedWord(word: part, lacksInk: !states[index]))
      start = index + 1
    }
    return parts
  }
}
