// Writes a report of synthetic papers, for the browser test, the benchmark and for looking at.
//
// sample-report OUTPUT-FOLDER [number of papers | hostile] [blind|chair] [bytes of each page picture] [beside]

import Foundation
import Reports
import TestSupport
import Venues

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first else {
  FileHandle.standardError.write(
    Data("usage: sample-report FOLDER [papers | hostile] [blind|chair] [bytes of a picture] [beside]\n".utf8))
  exit(2)
}
let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 30
let audience = arguments.dropFirst(2).first.flatMap(Audience.init(rawValue:)) ?? .blind
let pictureBytes = arguments.dropFirst(3).first.flatMap { Int($0) } ?? 0

let venue = try VenueFile.read(Repository.path("corpora/venues/aimlsystems-2023-industry.yaml"))
let papers =
  arguments.dropFirst().first == "hostile"
  ? SyntheticPapers(HostilePapers.all)
  : SyntheticPapers(
    count: count, venue: venue, seed: 7, pictureBytes: pictureBytes,
    arePicturesBeside: arguments.last == "beside")
let start = ContinuousClock.now
let report = HTMLReport(
  venue: venue, assessments: papers.assessments, audience: audience, runDate: "2023-07-27",
  supplement: papers.supplement)
let page = try report.html()
let time = ContinuousClock.now - start

let output = URL(filePath: folder)
try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
try page.write(to: output.appending(path: "report.html"))
let pages = output.appending(path: "pages")
if !papers.files.isEmpty { try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true) }
for (name, png) in papers.files { try png.write(to: pages.appending(path: name)) }
let table =
  switch audience {
  case .blind: (PapersTable(venue: venue).header, papers.assessments.map(PapersTable(venue: venue).row(for:)))
  case .chair: (ChairTable(venue: venue).header, papers.assessments.map(ChairTable(venue: venue).row(for:)))
  }
try Data((table.0 + table.1.joined()).utf8).write(to: output.appending(path: "papers.csv"))
print("\(papers.assessments.count) papers: \(page.count) bytes, written in \(time)")
