import Foundation
import Testing

@testable import CallReading

@Suite struct MailTextTests {
  private let mail = """
    Return-Path: <list@example.org>
    Received: from one.example (one.example [192.0.2.1])
    \tby two.example with ESMTP id 1
    Subject: CFP: Kite
     Workshop 2031
    Date: Sat, 25 Jan 2031 12:29:22 +0200
    Content-Transfer-Encoding: quoted-printable

    Call for Papers: Kite=
     Workshop 2031, 3 =E2=80=93 5 May

    Papers due: 12 March 2031
    """

  @Test func `a mail's header is dropped, its subject kept, its encoding undone`() {
    let lines = MailText.body(of: mail).components(separatedBy: "\n")
    #expect(lines[0] == "CFP: Kite  Workshop 2031")
    #expect(lines[1..<7].allSatisfy { $0.isEmpty })
    #expect(lines[8] == "Call for Papers: Kite Workshop 2031, 3 – 5 May")
    // The line that was joined leaves its break below, so places in the file stay right.
    #expect(lines[11] == "Papers due: 12 March 2031")
  }

  @Test func `a mail in Latin-1 keeps its letters, and an encoded subject names nothing`() {
    let latin = mail.replacing("=E2=80=93", with: "=E9").replacing(
      "Subject: CFP: Kite\n Workshop 2031", with: "Subject: =?UTF-8?Q?CFP=3A_Kite?=")
    let lines = MailText.body(of: latin).components(separatedBy: "\n")
    #expect(lines[0].isEmpty)
    #expect(lines.contains("Call for Papers: Kite Workshop 2031, 3 é 5 May"))
  }

  @Test(arguments: ["Topics: kites\n\nPapers due", "From dusk to dawn: a call\n\nmore", ""])
  func `what is no mail stays as it is`(_ text: String) { #expect(MailText.body(of: text) == text) }

  @Test func `a mail is read as the call in it`() throws {
    let venue = try CallFixture.read(text: mail + "\n\nAuthors submit papers of at most 8 pages.").venue
    #expect(venue.deadlines.map(\.at).contains("2031-03-12"))
    #expect(!venue.deadlines.contains { $0.at.hasPrefix("2031-01-25") })
  }
}
