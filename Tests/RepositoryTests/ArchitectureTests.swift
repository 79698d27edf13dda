import Foundation
import TestSupport
import Testing

/// Holds ARCHITECTURE.md to Package.swift.
struct ArchitectureTests {
  @Test func `the drawing shows just the arrows that the manifest declares`() throws {
    let drawn = try drawnArrows()
    let declared = try declaredArrows()
    #expect(declared.count > 20)
    #expect(drawn.subtracting(declared).sorted() == [], "drawn, but not in Package.swift")
    #expect(declared.subtracting(drawn).sorted() == [], "in Package.swift, but not drawn")
  }

  @Test func `each target has its line in the table`() throws {
    let text = try String(contentsOfFile: Repository.path("ARCHITECTURE.md"), encoding: .utf8)
    let table = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = Set(table.flatMap { row in row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.1) } })
    let targets = Set(try declaredArrows().flatMap { $0.components(separatedBy: " --> ") }).union(["Papers"])
    #expect(named == targets)
  }

  @Test func `the top level holds what it is meant to and nothing else`() throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: Repository.path("")).filter { !$0.hasPrefix(".") }
    #expect(
      entries.sorted() == [
        "ARCHITECTURE.md", "CHANGELOG.md", "DECISIONS.md", "LICENSE", "Package.resolved", "Package.swift", "README.md",
        "Sources", "Tests", "corpora", "models", "tools",
      ])
  }

  private func drawnArrows() throws -> Set<String> {
    let text = try String(contentsOfFile: Repository.path("ARCHITECTURE.md"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return Set(
      lines.filter { $0.contains(" --> ") && !$0.contains("`") }.flatMap { line in
        let ends = line.components(separatedBy: " --> ")
        return ends[1].components(separatedBy: " & ").map { "\(ends[0]) --> \($0)" }
      })
  }

  private func declaredArrows() throws -> Set<String> {
    let manifest = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
      .replacing(/\.product\([^)]*\)/, with: "")
    var arrows: Set<String> = []
    let lists = /(?:library\(|executableTarget\(\s*name:)\s*"([^"]+)",\s*(?:uses|dependencies):\s*\[([^\]]*)\]/
    for match in manifest.matches(of: lists) {
      for dependency in match.2.matches(of: /"([^"]+)"/) where dependency.1 != "Papers" {
        arrows.insert("\(match.1) --> \(dependency.1)")
      }
    }
    return arrows
  }
}
