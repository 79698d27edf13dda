import Foundation
import TestSupport
import Testing
import TriagePipeline

struct ResultFolderTests {
  let parent: TemporaryFolder

  init() throws { parent = try TemporaryFolder() }

  @Test func `a folder is for one run at a time`() throws {
    let path = parent.path + "/results"
    do {
      let first = try ResultFolder(path)
      #expect(throws: PipelineError.folderInUse(path: path)) { try ResultFolder(path) }
      withExtendedLifetime(first) {}
    }
    _ = try ResultFolder(path)
  }

  @Test func `folder and files are for their owner only`() throws {
    let folder = try ResultFolder(parent.path + "/results")
    try folder.write(Data("a".utf8), to: "papers.csv")
    for (path, mode) in [(folder.path, 0o700), (folder.path + "/papers.csv", 0o600)] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
    }
  }

  @Test func `a file is replaced as a whole and no draft stays behind`() throws {
    let folder = try ResultFolder(parent.path)
    try folder.write(Data("a long first text".utf8), to: "papers.csv")
    try folder.write(Data("short".utf8), to: "papers.csv")
    #expect(FileManager.default.contents(atPath: folder.path + "/papers.csv") == Data("short".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [".lock", "papers.csv"])
  }

  @Test func `a file where the folder should be is told as a file`() throws {
    let file = try parent.file("file", "x")
    #expect(throws: PipelineError.unusableFolder(path: file, reason: "it is a file, not a folder")) {
      try ResultFolder(file)
    }
    let below = file + "/results"
    #expect(
      throws: PipelineError.unusableFolder(path: below, reason: "a part of the path is a file, not a folder")
    ) { try ResultFolder(below) }
    #expect(PipelineError.unusableFolder(path: "p", reason: "r").description.contains("is kept") == false)
  }

  @Test func `a full disk is told in a sentence`() throws {
    // /dev/full refuses every byte, as a full disk does.
    let folder = try ResultFolder(parent.path)
    try FileManager.default.createSymbolicLink(
      atPath: parent.path + "/papers.csv.new", withDestinationPath: "/dev/full")
    #expect(throws: PipelineError.diskFull(path: parent.path + "/papers.csv")) {
      try folder.write(Data("a".utf8), to: "papers.csv")
    }
    #expect(PipelineError.diskFull(path: "p").description.contains("Free some space"))
  }
}
