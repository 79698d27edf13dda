import Foundation
import TestSupport
import Testing

/// `triage` where things go wrong around it: an interrupt, a full disk, files that are no papers.
struct TroubleTests {
  private func triage(_ arguments: [String], into folder: String) throws -> ProgramRun {
    try ProgramRun(["triage"] + arguments + ["--output", folder])
  }

  private func rows(_ folder: String) throws -> [Substring] {
    try String(contentsOfFile: folder + "/papers.ndjson", encoding: .utf8).split(separator: "\n")
  }

  @Test func `an interrupt leaves a report that can be used, and the next run completes it`() throws {
    let folder = try TemporaryFolder()
    let papers = SampleSubmissions.folder
    let program = ProgramRun.products + "/papertriage"
    let interrupted = folder.path + "/interrupted"
    // The signal comes when the workspace is there, so while files are read; a run that was faster is complete.
    let run = try ProgramRun.shell(
      """
      '\(program)' triage --jobs 1 '\(papers)' --output '\(interrupted)' & run=$!
      for i in $(seq 200); do [ -e '\(interrupted)/triage.sqlite' ] && break; sleep 0.05; done
      sleep 0.3; kill -INT $run; wait $run
      """)
    #expect(run.status == 1, "\(run.errors)")
    let report = try String(contentsOfFile: interrupted + "/report.html", encoding: .utf8)
    let isPartial = report.contains("The run was stopped:")
    #expect(isPartial == run.errors.contains("run the same command again to go on"))
    _ = try triage([papers], into: interrupted)
    _ = try triage([papers], into: folder.path + "/undisturbed")
    #expect(try rows(interrupted) == rows(folder.path + "/undisturbed"))
    #expect(try !String(contentsOfFile: interrupted + "/report.html", encoding: .utf8).contains("The run was stopped:"))
  }

  @Test func `a full disk is one sentence and status 3, and a rerun goes on`() throws {
    let folder = try TemporaryFolder()
    let program = ProgramRun.products + "/papertriage"
    // A file system of 400 kB where we may mount one; otherwise a limit on the size of files, which writes meet alike.
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let isMounted = try ProgramRun.shell("mount -t tmpfs -o size=400k tmpfs '\(disk)'").status == 0
    defer { if isMounted { _ = try? ProgramRun.shell("umount '\(disk)'") } }
    let limit = isMounted ? "" : "trap '' XFSZ; ulimit -f 150; "
    let full = try ProgramRun.shell(
      "\(limit)'\(program)' triage '\(SampleSubmissions.folder)' --output '\(disk)/results'")
    #expect(full.status == 3)
    #expect(full.errors.contains("cannot be written: ") && full.errors.contains("run the same command again to go on"))
    #expect(full.errors.split(separator: "\n").count == 1)
    if isMounted { _ = try ProgramRun.shell("mount -o remount,size=60M '\(disk)'") }
    let again = try triage([SampleSubmissions.folder], into: disk + "/results")
    #expect(again.status == 1)
    #expect(try rows(disk + "/results").count == SampleSubmissions.truth().count)
  }

  @Test func `files that are no papers get one sentence each, and the rest goes on`() throws {
    let folder = try TemporaryFolder()
    let papers = folder.path + "/papers"
    try FileManager.default.createDirectory(atPath: papers, withIntermediateDirectories: true)
    var long = TinyPDF()
    for page in 1...2000 { long.addPage([TinyPDF.Line("Page \(page)", y: 700)]) }
    try long.data().write(to: URL(filePath: papers + "/1-long.pdf"))
    try Data().write(to: URL(filePath: papers + "/2-empty.pdf"))
    try Data("<html>no PDF</html>".utf8).write(to: URL(filePath: papers + "/3-page.pdf"))
    try FileManager.default.createSymbolicLink(atPath: papers + "/4-gone.pdf", withDestinationPath: "nowhere.pdf")
    var short = TinyPDF()
    short.addPage([TinyPDF.Line("A title of a paper", y: 700, size: 18)])
    try short.data().write(to: URL(filePath: papers + "/5-short.pdf"))
    let results = folder.path + "/results"
    let run = try triage([papers], into: results)
    #expect(run.status == 1)
    let sentences = run.errors.split(separator: "\n")
    for name in ["2-empty.pdf", "3-page.pdf", "4-gone.pdf"] {
      #expect(sentences.count { $0.contains(name) } == 1, "\(name): \(run.errors)")
    }
    #expect(!sentences.contains { $0.contains("1-long.pdf") || $0.contains("5-short.pdf") })
    #expect(try rows(results).count == 4)
    #expect(try rows(results)[0].contains("\"page_count\":2000"))
  }

  /// What puts a command under a user who may not read everything; `nil` if there is no way here.
  private static let asOrdinaryUser: String? = {
    if geteuid() != 0 { return "" }
    let drop = "setpriv --reuid=65534 --regid=65534 --clear-groups "
    let trial = try? ProgramRun.shell("\(drop)'\(ProgramRun.products)/papertriage' --help")
    return trial?.status == 0 ? drop : nil
  }()

  @Test(.enabled(if: asOrdinaryUser != nil, "needs setpriv, and a checkout that all users may read"))
  func `folders and files that may not be read get one sentence each, and the rest goes on`() throws {
    let folder = try TemporaryFolder()
    let papers = folder.path + "/papers"
    try FileManager.default.createDirectory(atPath: papers + "/1-locked", withIntermediateDirectories: true)
    var pdf = TinyPDF()
    pdf.addPage([TinyPDF.Line("A title of a paper", y: 700, size: 18)])
    for name in ["1-locked/inside.pdf", "2-locked.pdf", "3-open.pdf"] {
      try pdf.data().write(to: URL(filePath: papers + "/" + name))
    }
    let drop = Self.asOrdinaryUser ?? ""
    let run = try ProgramRun.shell(
      """
      cd '\(folder.path)' && chmod 777 . && chmod 755 papers && chmod 644 papers/3-open.pdf
      chmod 000 papers/1-locked papers/2-locked.pdf
      \(drop)'\(ProgramRun.products)/papertriage' triage papers --output results; status=$?
      chmod 755 papers/1-locked; exit $status
      """)
    #expect(run.status == 1)
    let sentences = run.errors.split(separator: "\n")
    #expect(sentences.count == 2, "\(run.errors)")
    #expect(
      sentences.contains("papertriage: papers/1-locked: The folder cannot be opened. Check that you may read it."))
    #expect(sentences.contains { $0.hasPrefix("papertriage: papers/2-locked.pdf: The file could not be opened") })
    #expect(try rows(folder.path + "/results").count == 2)
  }

  @Test func `results are for their owner only, and nothing stays in the temporary folder`() throws {
    let folder = try TemporaryFolder()
    let scratch = folder.path + "/scratch"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let results = folder.path + "/results"
    _ = try ProgramRun(
      ["triage", SampleSubmissions.folder, "--output", results], environment: ["TMPDIR": scratch])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch).isEmpty)
    let names = try FileManager.default.subpathsOfDirectory(atPath: results)
    #expect(names.contains("chair/report.html"))
    for name in names {
      let mode = try FileManager.default.attributesOfItem(atPath: results + "/" + name)[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o077 == 0, "\(name)")
    }
  }
}
