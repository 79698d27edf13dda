import Foundation
import PDFLayout
import Papers

/// Tells addresses of work that is not the authors': what the bibliography cites, and what an organisation or a
/// project of its own name publishes.
struct OthersWork {
  /// The bibliography in small letters, without blanks, so that an address broken at a line's end is found.
  private let bibliography: String
  /// The bibliography's words.
  private let citedWords: Set<Substring>

  init(_ submission: CheckedSubmission) {
    var text = ""
    for (page, parts) in zip(submission.layout.pages, submission.parts.parts) {
      for (line, part) in zip(page.lines, parts) where part == .named(.references) {
        text += line.text.lowercased() + " "
      }
    }
    bibliography = text.filter { $0 != " " }
    citedWords = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" })
  }

  /// Whether an address leads to work of others.
  func holds(_ target: WebTarget) -> Bool {
    guard target.kind == .own, let owner = target.path.first else { return false }
    if bibliography.contains(target.host + "/" + target.path.prefix(2).joined(separator: "/")) { return true }
    // A model without an owner is the host's own.
    if target.host == "huggingface.co" && target.path.count == 1 { return true }
    if Self.organisations.contains(owner) { return true }
    guard target.path.count > 1 else { return false }
    var name = target.path[1]
    if name.hasSuffix(".git") { name.removeLast(4) }
    // A work that is cited by its name.
    if name.count >= 4, citedWords.contains(Substring(name)) { return true }
    // A project with an account of its own, such as pytorch/pytorch and ray-project/ray.
    let (ownerLetters, nameLetters) = (Self.letters(owner), Self.letters(name))
    return nameLetters.count >= 3
      && (ownerLetters == nameLetters || Self.projectForms(of: nameLetters).contains(ownerLetters))
  }

  private static func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

  private static func projectForms(of name: String) -> [String] {
    ["project", "team", "org", "ai", "ml", "dev", "lang", "foundation", "community", "io", "labs", "js", "db"].map {
      name + $0
    }
  }

  /// Accounts of organisations whose work everybody uses. They say little about who wrote a paper, and what they
  /// publish is rarely the paper's own; where a sentence claims it is, the link is found all the same.
  private static let organisations: Set<String> = [
    "alibaba", "allenai", "amazon-science", "apache", "apple", "aws", "awslabs", "azure", "baidu",
    "bigscience-workshop",
    "cncf", "databricks", "databrickslabs", "datasets", "deepmind", "deepseek-ai", "deepspeedai", "dmlc", "docker",
    "eleutherai",
    "explosion", "facebook", "facebookincubator", "facebookresearch", "geohot", "ggerganov", "ggml-org", "golang",
    "google",
    "google-deepmind", "google-research", "googleapis", "googlecloudplatform", "grpc", "hashicorp", "huggingface",
    "ibm", "intel",
    "jax-ml", "karpathy", "keras-team", "kubeflow", "langchain-ai", "lightning-ai", "linkedin", "llvm", "lm-sys",
    "meta-llama",
    "microsoft", "mistralai", "mlcommons", "mlperf", "mosaicml", "mozilla", "netflix", "nvidia", "nvlabs", "onnx",
    "openai", "openvinotoolkit",
    "oracle", "pandas-dev", "papers-we-love", "paddlepaddle", "prometheus", "pypa", "python", "pytorch",
    "pytorchlightning", "qwenlm",
    "rapidsai", "redis", "rust-lang", "salesforce", "scipy", "sentence-transformers", "spotify", "stanford-crfm",
    "stanfordnlp", "tatsu-lab", "tensorflow", "tencent", "torvalds", "triton-inference-server", "triton-lang",
    "twitter", "uber", "ultralytics",
    "vllm-project", "vmware", "yahoo", "zalandoresearch",
  ]
}
