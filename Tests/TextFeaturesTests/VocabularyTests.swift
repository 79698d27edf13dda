import LinearAlgebra
import Testing

@testable import TextFeatures

struct VocabularyTests {
  @Test func `every name is found again and no other`() {
    let names = (0..<5000).map { "word:\($0 * 7919)" }
    let vocabulary = Vocabulary(names)
    for (index, name) in names.enumerated() {
      #expect(vocabulary.feature(name) == index)
      #expect(vocabulary.name(index) == name)
    }
    #expect(vocabulary.feature("word:1") == nil)
    #expect(vocabulary.feature("") == nil)
  }

  @Test func `tables that do not fit together are refused`() {
    let good = Vocabulary(["a", "b"])
    #expect(Vocabulary(nameBytes: good.nameBytes, nameStarts: good.nameStarts, slots: good.slots) != nil)
    #expect(
      Vocabulary(
        nameBytes: good.nameBytes, nameStarts: good.nameStarts,
        slots: SharedBuffer([UInt32](repeating: 3, count: 16))) == nil)
    #expect(
      Vocabulary(nameBytes: good.nameBytes, nameStarts: SharedBuffer([0, 2, 1]), slots: good.slots) == nil)
  }
}
