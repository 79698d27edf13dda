import Foundation
import TestSupport
import Testing

/// `tools/classify.py`, which reads a model folder without us.
struct PythonExampleTests {
  /// What the example promises.
  private static let tolerance = 1e-5

  private static let papers = [
    #"{"id": "1", "title": "Pruning at scale", "abstract": "We prune the weights of large language models for serving."}"#,
    #"{"id": "2", "title": "Éﬃcient privacy: naïve Σ-protocols, 10⁶ users…", "abstract": "Federated  learning\nof e\u0301 ½ data."}"#,
    #"{"id": "3", "title": "GPU kernels", "abstract": null}"#,
    #"{"id": "4", "title": "", "abstract": "ﬁne-tuning 大規模言語モデル a a a a compilers"}"#,
    #"{"id": "5", "title": "Zzqx", "abstract": ""}"#,
  ].joined(separator: "\n")

  private struct Row: Decodable {
    struct Score: Decodable {
      let id: String?
      let probability: Double
    }

    let id: String
    let topics: [Score]
    let groups: [Score]
    let scope: Score

    var scores: [Score] { topics + groups + [scope] }
  }

  private static let hasNumPy = (try? ProgramRun.shell("python3 -c 'import numpy'").status == 0) ?? false

  @Test(.enabled(if: hasNumPy, "python3 with numpy is missing (apt-get install python3-numpy)"))
  func `the example gives the same probabilities as classify`() throws {
    let input = Data(Self.papers.utf8)
    let model = Repository.path("models/default")
    let ours = try ProgramRun(["classify", "--model", model], input: input)
    #expect(ours.status == 0, "\(ours.errors)")
    let folder = try TemporaryFolder()
    let file = try folder.file("papers.ndjson", input)
    // Once with the package safetensors if it is there, once by the plain header.
    for preparation in ["", "sys.modules['safetensors'] = None; "] {
      let theirs = try ProgramRun.shell(
        "python3 -c \"import runpy, sys; \(preparation)sys.argv = ['classify.py', '\(model)']; "
          + "runpy.run_path('\(Repository.path("tools/classify.py"))', run_name='__main__')\" < '\(file)'")
      #expect(theirs.status == 0, "\(theirs.errors.suffix(300))")
      let rows = try [ours, theirs].map { run in
        try run.lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
      }
      #expect(rows[0].map(\.id) == rows[1].map(\.id) && rows[0].count == 5)
      for (our, their) in zip(rows[0], rows[1]) {
        #expect(our.scores.map(\.id) == their.scores.map(\.id))
        for (one, other) in zip(our.scores, their.scores) {
          #expect(abs(one.probability - other.probability) <= Self.tolerance, "paper \(our.id), \(one.id ?? "scope")")
        }
      }
    }
  }
}
