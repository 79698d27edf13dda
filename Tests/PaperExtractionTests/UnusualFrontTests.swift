import PDFLayout
import Papers
import Testing

@testable import PaperExtraction

/// First pages as templates set them that are not in the measured sample.
@Suite struct UnusualFrontTests {
  private func paper(_ fixture: LayoutFixture) -> Paper {
    PaperExtractor().paper(from: fixture.document(), file: "a.pdf")
  }

  /// A first page whose part between the title and the introduction is given.
  private func fixture(
    title: (inout LayoutFixture) -> Void = {
      $0.add("Learning From Repetition", size: 17, font: "Times-Bold", top: 70)
    },
    front: (inout LayoutFixture) -> Double
  ) -> LayoutFixture {
    var fixture = LayoutFixture()
    title(&fixture)
    let y = front(&fixture)
    fixture.add("1 Introduction", size: 12, font: "Times-Bold", top: y + 20)
    fixture.addBody(top: y + 40)
    return fixture
  }

  @Test func `names in capitals with universities on their lines are not the abstract`() {
    let paper = paper(
      fixture { fixture in
        fixture.add(
          [
            ("MARTA LINDQVIST", 11, "Biolinum"), ("*", 8, "Biolinum"), (" and ", 11, "Biolinum"),
            ("W.E. ZHANG", 11, "Biolinum"), ("*", 8, "Biolinum"), (",", 11, "Biolinum"),
            ("Institute for Repetition and Memory, Norway", 9, "Libertine"),
          ], top: 100)
        for (index, name) in ["AISHA BELLO", "J\u{D8}RN KLAUSEN", "PRIYA IYER", "ANA SOUSA"].enumerated() {
          fixture.add(
            [(name + ",", 11, "Biolinum"), ("The University of Faraway Places, Lowland", 9, "Libertine")],
            top: 115 + 13 * Double(index))
        }
        return fixture.addParagraph(LayoutFixture.abstract, size: 9, top: 175)
      })
    #expect(paper.abstract == LayoutFixture.abstractText)
    #expect(
      paper.authors == [
        "MARTA LINDQVIST", "W.E. ZHANG", "AISHA BELLO", "J\u{D8}RN KLAUSEN", "PRIYA IYER", "ANA SOUSA",
      ])
  }

  @Test func `the words under a figure above the abstract are not the abstract`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Marta Lindqvist", size: 11, top: 100)
        let y = fixture.addParagraph(
          ["Fig. 1. The machines of one cluster and the work that they do on a day in the", "first week of spring."],
          size: 9, top: 140)
        return fixture.addParagraph(LayoutFixture.abstract, size: 9, top: y + 5)
      })
    #expect(paper.abstract == LayoutFixture.abstractText)
  }

  @Test func `keywords may stand beside the abstract`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("ARTICLE INFO", top: 130)
        fixture.add("ABSTRACT", left: 220, top: 130)
        fixture.add("Keywords:", size: 8, top: 150)
        fixture.add("scheduling", size: 8, top: 160)
        return fixture.addParagraph(LayoutFixture.abstract, size: 8, left: 220, top: 150.5, width: 320)
      })
    #expect(paper.abstract == LayoutFixture.abstractText)
  }

  @Test func `an abstract across the page ends where the columns begin`() {
    var fixture = LayoutFixture()
    fixture.add("Learning From Repetition", size: 17, font: "Times-Bold", left: 150, top: 70, spansColumns: true)
    fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 110, spansColumns: true)
    var y = 130.0
    for line in LayoutFixture.abstract {
      fixture.add(line, left: 60, top: y, width: 490, spansColumns: true)
      y += 12
    }
    fixture.addBody(top: y + 6, left: 60, column: 1)
    for index in fixture.lines.indices.suffix(20) {
      let line = fixture.lines[index]
      let box = Box(x: 60, y: line.box.top, width: 235, height: line.box.height)
      var run = line.runs[0]
      run.box = box
      fixture.lines[index] = TextLine(runs: [run], column: 1)
      run.box = Box(x: 315, y: line.box.top, width: 235, height: line.box.height)
      fixture.lines.append(TextLine(runs: [run], column: 2))
    }
    #expect(paper(fixture).abstract == LayoutFixture.abstractText)
  }

  @Test func `a date before the abstract is not part of it`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Marta Lindqvist", size: 11, top: 100)
        fixture.add("(Dated: March 3, 2023)", top: 118)
        return fixture.addParagraph(LayoutFixture.abstract, top: 130)
      })
    #expect(paper.abstract == LayoutFixture.abstractText)
  }

  @Test func `a paragraph's first letter over two lines is not a title`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 110)
        let y = fixture.addParagraph(LayoutFixture.abstract, top: 130)
        fixture.add(
          [("T", 30, "Times-Roman"), ("he work of a cluster repeats what was seen", 10, "Times-Roman")], top: y)
        return y + 20
      })
    #expect(paper.title == "Learning From Repetition")
  }

  @Test func `a paper's number in large letters is not its title`() {
    let paper = paper(
      fixture(title: { fixture in
        fixture.add("EXCONF2023-1234", size: 20, font: "Helvetica-Bold", left: 400, top: 50)
        fixture.add("Learning From Repetition", size: 12, font: "Helvetica-Bold", top: 90)
      }) { fixture in
        fixture.add("Abstract", size: 10, font: "Times-Bold", left: 280, top: 130)
        return fixture.addParagraph(LayoutFixture.abstract, top: 150)
      })
    #expect(paper.title == "Learning From Repetition")
  }

  @Test func `a title on a page of its own is found before the abstract's page`() {
    var cover = LayoutFixture()
    cover.add("Learning From Repetition", size: 17, left: 150, top: 300)
    cover.add("Marta Lindqvist", size: 11, left: 200, top: 400)
    var second = LayoutFixture()
    second.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 80)
    let y = second.addParagraph(LayoutFixture.abstract, top: 100)
    second.add("1 Introduction", size: 12, font: "Times-Bold", top: y + 20)
    second.addBody(top: y + 40)
    let paper = PaperExtractor().paper(
      from: DocumentLayout(pageCount: 2, pages: [cover.page(), second.page(number: 2)]), file: "a.pdf")
    #expect(paper.title == "Learning From Repetition")
    #expect(paper.authors == ["Marta Lindqvist"])
    #expect(paper.abstract == LayoutFixture.abstractText)
  }

  @Test func `a title in the style of headings is no section`() {
    let paper = paper(
      fixture(title: { $0.add("Learning From Repetition", size: 12, font: "Times-Bold", top: 70) }) { fixture in
        fixture.add("Abstract", size: 10, font: "Times-Bold", left: 280, top: 130)
        return fixture.addParagraph(LayoutFixture.abstract, top: 150)
      })
    #expect(paper.sections.map(\.title) == ["Introduction"])
  }

  @Test func `a bibliography without a heading is found by its numbers`() {
    var first = fixture { fixture in
      fixture.add("Abstract", size: 10, font: "Times-Bold", left: 280, top: 130)
      return fixture.addParagraph(LayoutFixture.abstract, top: 150)
    }
    first.add("The last line of the text.", top: 600)
    var second = LayoutFixture()
    for number in 1...9 {
      second.add(
        "[\(number)] M. Lindqvist, On Repetition, Proceedings of Examples, 2019", top: 60 + 30 * Double(number))
      second.add("pages 1 to 12 of the volume.", left: 90, top: 72 + 30 * Double(number))
    }
    let paper = PaperExtractor().paper(
      from: DocumentLayout(pageCount: 2, pages: [first.page(), second.page(number: 2)]), file: "a.pdf")
    #expect(paper.references == PageSpan(from: 2, to: 2))
    #expect(paper.bodyEnd == PagePosition(page: 1, column: 1, y: 610))
  }

  @Test func `a number in slanted text is no heading`() {
    let lines = ["We keep the share of idle machines at or below", "0.5 The rest of the work waits for the night."]
    let paper = paper(
      fixture { fixture in
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 110)
        var y = 130.0
        for line in lines + LayoutFixture.abstract {
          fixture.add(line, font: "Times-Italic", left: 80, top: y, width: 440)
          y += 12
        }
        return y
      })
    #expect(paper.abstract == lines.joined(separator: " ") + " " + LayoutFixture.abstractText)
  }

  @Test func `letters that a font's numbers stand for are named unreadable`() {
    var fixture = LayoutFixture()
    let shifted = LayoutFixture.abstract.map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.map { $0 == " " ? $0 : Unicode.Scalar($0.value ^ 1) ?? $0 }))
    }
    for index in 0..<6 { _ = fixture.addParagraph(shifted, top: 80 + 60 * Double(index)) }
    #expect(paper(fixture).warnings.contains(.unreadableText))
  }

  @Test func `authors may stand after the abstract`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 110)
        let y = fixture.addParagraph(LayoutFixture.abstract, top: 130)
        fixture.add("Marta Lindqvist, Wei Zhang and Ana Sousa", left: 150, top: y + 14)
        fixture.add("University of Faraway Places", left: 170, top: y + 26)
        return y + 40
      })
    #expect(paper.authors == ["Marta Lindqvist", "Wei Zhang", "Ana Sousa"])
  }

  @Test func `persons named beside the text are no authors`() {
    let paper = paper(
      fixture(title: { $0.add("Learning From Repetition", size: 17, font: "Times-Bold", left: 170, top: 70) }) {
        fixture in
        fixture.add("Marta Lindqvist", size: 11, left: 170, top: 100)
        fixture.add("Jane Overseer", size: 11, left: 40, top: 104, width: 80)
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 170, top: 130)
        return fixture.addParagraph(LayoutFixture.abstract, left: 170, top: 150, width: 380)
      })
    #expect(paper.authors == ["Marta Lindqvist"])
  }

  @Test func `a journal's name above the address of its page is not the title`() {
    let paper = paper(
      fixture(title: { fixture in
        fixture.add("Contents lists available at Examples", size: 8, left: 200, top: 40)
        fixture.add("Machines and Their Applications", size: 16, left: 180, top: 60)
        fixture.add("journal homepage: www.example.org/machines", size: 8, left: 190, top: 84)
        fixture.add("Learning From Repetition", size: 13, top: 120)
      }) { fixture in
        fixture.add("Abstract", size: 10, font: "Times-Bold", left: 280, top: 160)
        return fixture.addParagraph(LayoutFixture.abstract, top: 180)
      })
    #expect(paper.title == "Learning From Repetition")
  }

  @Test func `a section called summary is not the abstract`() {
    var page = fixture { fixture in fixture.addParagraph(LayoutFixture.abstract, top: 110) }
    page.add("2 Summary", size: 12, font: "Times-Bold", top: 520)
    _ = page.addParagraph(["What we have seen is that machines repeat themselves, and that this is good."], top: 540)
    #expect(paper(page).abstract == LayoutFixture.abstractText)
  }

  @Test func `a name that a line's end cuts before a particle is one name`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Marta Lindqvist, Wei Zhang, Aisha Bello, Jean-Luc", left: 150, top: 100)
        fixture.add("de la Cruz, Ana Sousa", left: 200, top: 112)
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 140)
        return fixture.addParagraph(LayoutFixture.abstract, top: 160)
      })
    #expect(paper.authors == ["Marta Lindqvist", "Wei Zhang", "Aisha Bello", "Jean-Luc de la Cruz", "Ana Sousa"])
  }

  @Test func `authors right under the abstract are not part of it`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 110)
        let y = fixture.addParagraph(LayoutFixture.abstract, top: 130)
        fixture.add("Marta Lindqvist, Example University, Oslo, Norway", left: 180, top: y)
        return y + 20
      })
    #expect(paper.abstract == LayoutFixture.abstractText)
    #expect(paper.authors == ["Marta Lindqvist"])
  }

  @Test func `an abstract that goes on in the next column ends before a heading there`() {
    var page = LayoutFixture()
    page.add("Learning From Repetition", size: 17, font: "Times-Bold", left: 150, top: 70, spansColumns: true)
    page.add("Abstract", size: 12, font: "Times-Bold", left: 140, top: 110)
    let cut = LayoutFixture.abstract.dropLast() + ["of users by a third. We report what went wrong"]
    _ = page.addParagraph(Array(cut), left: 60, top: 130, width: 235)
    page.add("1 Introduction", size: 12, font: "Times-Bold", left: 315, top: 110, column: 2)
    page.addBody(top: 130, left: 315, column: 2)
    let paper = paper(page)
    #expect(paper.abstract == cut.joined(separator: " "))
    #expect(paper.warnings.contains(.abstractUncertain))
  }

  @Test func `headings in the letters of the text are told by number, words and room`() {
    var page = LayoutFixture()
    page.add("Learning From Repetition", size: 17, font: "Times-Bold", top: 40)
    var y = 80.0
    for (number, title) in [("I.", "Introduction"), ("II.", "Threats to Validity"), ("III.", "Conclusion")] {
      page.add(number + " " + title, left: 200, top: y, width: 90)
      page.addBody(top: y + 18, count: 6)
      y += 100
    }
    #expect(paper(page).sections.map(\.title) == ["Introduction", "Threats to Validity", "Conclusion"])
  }

  @Test func `a heading by itself at the top of a page is no running head`() {
    var first = LayoutFixture()
    first.add("1 Introduction", size: 11, font: "Times-Bold", top: 60)
    first.addBody(top: 80, size: 12)
    var second = LayoutFixture()
    second.add("2 Design", size: 11, font: "Times-Bold", top: 60)
    second.addBody(top: 90, size: 12)
    let paper = PaperExtractor().paper(
      from: DocumentLayout(pageCount: 2, pages: [first.page(), second.page(number: 2)]), file: "a.pdf")
    #expect(paper.sections.map(\.title) == ["Introduction", "Design"])
  }

  @Test func `universities in brackets behind names may go on in the next line`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Marta Lindqvist (Faraway Labs), Wei (David) Zhang (University of", left: 100, top: 100)
        fixture.add("Examples), Aisha Bello (Faraway Labs), Ana Sousa", left: 110, top: 112)
        fixture.add("(Example Corporation)", left: 200, top: 124)
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 150)
        return fixture.addParagraph(LayoutFixture.abstract, top: 170)
      })
    #expect(paper.authors == ["Marta Lindqvist", "Wei Zhang", "Aisha Bello", "Ana Sousa"])
  }

  @Test func `what a society lets its members print does not end a list of names`() {
    let paper = paper(
      fixture { fixture in
        fixture.add(
          [
            ("Marta Lindqvist,", 11, "Times-Roman"), ("Student Member, IEEE", 11, "Times-Italic"),
            (", and Ana Sousa", 11, "Times-Roman"),
          ], left: 150, top: 100)
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 130)
        return fixture.addParagraph(LayoutFixture.abstract, top: 150)
      })
    #expect(paper.authors == ["Marta Lindqvist", "Ana Sousa"])
  }

  @Test func `a line of names right under the abstract ends it`() {
    let paper = paper(
      fixture { fixture in
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 280, top: 110)
        let y = fixture.addParagraph(LayoutFixture.abstract, top: 130)
        fixture.add("Marta Lindqvist, Wei Zhang, Aisha Bello and Ana Sousa", left: 75, top: y, width: 440)
        return y + 20
      })
    #expect(paper.abstract == LayoutFixture.abstractText)
    #expect(paper.authors == ["Marta Lindqvist", "Wei Zhang", "Aisha Bello", "Ana Sousa"])
  }

  @Test func `all authors may stand left of title and abstract`() {
    let paper = paper(
      fixture(title: { $0.add("Learning From Repetition", size: 17, font: "Times-Bold", left: 230, top: 70) }) {
        fixture in
        fixture.add("Marta Lindqvist", size: 11, left: 60, top: 90, width: 90)
        fixture.add("Abstract", size: 12, font: "Times-Bold", left: 230, top: 110)
        return fixture.addParagraph(LayoutFixture.abstract, left: 230, top: 130, width: 330)
      })
    #expect(paper.authors == ["Marta Lindqvist"])
  }
}
