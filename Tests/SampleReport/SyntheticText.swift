/// Titles and abstracts that read like submissions, put together from parts that we wrote.
enum SyntheticText {
  /// What papers of one topic speak of.
  struct Subject {
    let topic: String
    let methods: [String]
    let objects: [String]
    let results: [String]
  }

  static let subjects: [Subject] = [
    Subject(
      topic: "efficient-training-serving", methods: ["Adaptive Batching", "Speculative Prefill", "Tiered Caching"],
      objects: ["model serving", "recommendation inference", "transformer training"],
      results: ["the tail latency falls by 38% at the same throughput", "one node serves twice the requests"]),
    Subject(
      topic: "distributed-learning", methods: ["Asynchronous Gradient Exchange", "Elastic Data Parallelism"],
      objects: ["training across regions", "federated optimization", "clusters with slow workers"],
      results: ["time to accuracy shrinks by a third", "a lost worker costs one step and not one epoch"]),
    Subject(
      topic: "privacy-security", methods: ["Private Aggregation", "Membership Audits", "Enclave Scheduling"],
      objects: ["hospital records", "mobile keyboards", "shared feature stores"],
      results: ["the attack's advantage drops to chance", "accuracy stays within one point of the open baseline"]),
    Subject(
      topic: "testing-monitoring", methods: ["Slice Discovery", "Drift Alarms", "Metamorphic Tests"],
      objects: ["credit scoring", "ranking services", "perception stacks"],
      results: ["faults surface two days earlier", "false alarms fall from forty a week to three"]),
    Subject(
      topic: "fairness-explainability", methods: ["Counterfactual Summaries", "Group Calibration"],
      objects: ["loan decisions", "triage models", "hiring filters"],
      results: ["reviewers agree with the explanation in 81% of the cases", "the gap between groups halves"]),
    Subject(
      topic: "data-preparation", methods: ["Weak Labels", "Schema Repair", "Feature Pruning"],
      objects: ["sensor archives", "clinical tables", "click logs"],
      results: ["a week of cleaning becomes an afternoon", "a tenth of the columns carries the signal"]),
    Subject(
      topic: "specialized-hardware", methods: ["Dataflow Mapping", "Near-Memory Attention", "Mixed Tiles"],
      objects: ["edge accelerators", "FPGA inference", "sparse tensor cores"],
      results: ["energy per inference drops by 2.4 times", "the unit fits in 3 square millimetres"]),
    Subject(
      topic: "ml-for-systems", methods: ["Learned Admission", "Query Cost Models", "Predictive Scaling"],
      objects: ["block caches", "query optimizers", "container fleets"],
      results: ["hit rates rise by nine points", "plans that regress disappear from the tail"]),
    Subject(
      topic: "production-lessons", methods: ["Three Years of Rollouts", "A Retrospective"],
      objects: ["fraud detection", "demand forecasting", "search ranking"],
      results: ["most incidents came from data and not from models", "the cheapest guard prevented most outages"]),
    Subject(
      topic: "mlops", methods: ["Versioned Pipelines", "Continuous Evaluation", "Model Registries"],
      objects: ["regulated teams", "hundreds of models", "retraining on demand"],
      results: ["a rollback takes one minute", "the path from notebook to production has four steps"]),
    Subject(
      topic: "genai-systems", methods: ["Paged Attention", "Prompt Caching", "Disaggregated Decoding"],
      objects: ["long conversations", "multi-tenant language models", "retrieval pipelines"],
      results: ["memory per session shrinks by 61%", "the first token arrives in 180 ms"]),
    Subject(
      topic: "genai-use-cases", methods: ["Retrieval-Grounded Assistants", "Draft and Verify"],
      objects: ["customer support", "incident reports", "code review"],
      results: ["agents accept seven drafts in ten", "handling time falls by a fifth"]),
    Subject(
      topic: "genai-benchmarking", methods: ["Cost-Aware Leaderboards", "Contamination Probes"],
      objects: ["code models", "tool use", "small language models"],
      results: ["rankings change for a third of the models", "a third of the gain is contamination"]),
  ]

  static let settings = [
    "under Tight Budgets", "at Scale", "in the Wild", "without Labels", "on Commodity Machines", "for Small Teams",
    "with Hard Deadlines", "across Tenants", "in Practice", "on a Single Node",
  ]

  static func title(_ subject: Subject, using generator: inout Generator) -> String {
    let method = generator.pick(subject.methods)
    let object = generator.pick(subject.objects)
    let setting = generator.pick(settings)
    return switch generator.whole(below: 4) {
    case 0: "\(method) for \(titled(object)) \(setting)"
    case 1: "Rethinking \(titled(object)): \(method) \(setting)"
    case 2: "\(titled(object)) \(setting): A Case for \(method)"
    default: "\(method) \(setting): Evidence from \(titled(object))"
    }
  }

  static func abstract(_ subject: Subject, other: Subject, using generator: inout Generator) -> String {
    let object = generator.pick(subject.objects)
    let method = generator.pick(subject.methods).lowercased()
    let sentences = [
      "Systems for \(object) are built on assumptions that no longer hold.",
      "Traffic shifts within hours, budgets are fixed for a year, and the people who run the system are few.",
      "We present an approach based on \(method) that needs no change to the model and little to its surroundings.",
      "The key observation is that most of the cost stems from a small part of the work, which can be foretold from "
        + "what the system already logs.",
      "We describe the design, its failure modes, and the two places where a simpler design was not enough.",
      "On three public workloads and one from \(other.objects[0]), \(generator.pick(subject.results)).",
      "An ablation shows that \(generator.pick(other.methods).lowercased()) contributes less than expected, and that "
        + "the order in which requests are admitted matters more than their size.",
      "Where the workload is uniform, the approach neither helps nor hurts; we say how to tell beforehand.",
      "We release the traces, the simulator and the scripts that draw every figure.",
    ]
    return sentences.joined(separator: " ")
  }

  private static func titled(_ words: String) -> String {
    let small: Set<Substring> = ["of", "on", "with", "and", "across"]
    return words.split(separator: " ").map {
      small.contains($0) ? String($0) : $0.prefix(1).uppercased() + $0.dropFirst()
    }
    .joined(separator: " ")
  }
}
