// swift-tools-version: 6.2
import PackageDescription

// The targets in the order of the data's way; an arrow may only point upwards in this file.
// ARCHITECTURE.md draws them and a test holds the drawing to this manifest.

/// `PAPERTRIAGE_STRICT=1` (set by tools/check) turns our own warnings into errors. It is not the default,
/// because a later compiler's new warning must not keep a user from building.
let strict: [SwiftSetting] =
  Context.environment["PAPERTRIAGE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

func library(
  _ name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

/// A program that tests and benchmarks run; it is no part of what users get.
func testProgram(_ name: String, in path: String, uses dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

let package = Package(
  name: "PaperTriage",
  products: [
    .executable(name: "papertriage", targets: ["papertriage"]),
    .executable(name: "papertriage-pdf", targets: ["papertriage-pdf"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
  ],
  targets: [
    // Foreign libraries, each imported by one file only.
    .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CProcess"),
    .systemLibrary(name: "CHTML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // Nouns.
    library("Papers"),
    library("PDFLayout", uses: ["Papers"]),
    library(
      "Venues",
      uses: [
        "Papers", .product(name: "Yams", package: "Yams"),
      ]),

    // From a call for papers to a venue.
    library("CallReading", uses: ["Venues", "CHTML", "CMarkdown"]),

    // From a PDF to a paper, in the worker process.
    library("PDFText", uses: ["CPoppler", "CQPDF", "CPNG", "Papers", "PDFLayout"]),
    library("PaperExtraction", uses: ["Papers", "PDFLayout"]),
    library("SubmissionChecks", uses: ["Papers", "PDFLayout", "Venues"]),

    // How often rules are right, on papers whose breaches are known.
    library(
      "RuleTrials", uses: ["Papers", "Venues", "SubmissionChecks", "Evaluation", "Interchange"],
      resources: [.embedInCode("Measured")]),

    // The processes that read PDFs, seen from the main program.
    library("PDFWorkers", uses: ["Papers", "Venues"]),

    // Reading and writing the formats of others.
    library("Interchange", uses: ["Papers", "CArchive", .product(name: "SwiftCSV", package: "SwiftCSV")]),
    library("Submissions", uses: ["Papers", "Interchange", .product(name: "Crypto", package: "swift-crypto")]),

    // From text to topics.
    .target(name: "CVectorKernels"),
    library("LinearAlgebra", uses: ["COpenBLAS"]),
    library("TensorFiles", uses: ["LinearAlgebra"]),
    library("TextFeatures", uses: ["LinearAlgebra", "CVectorKernels"]),
    library(
      "TextEncoders",
      uses: [
        "LinearAlgebra", "TensorFiles", "TextFeatures", "CVectorKernels",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    library("LinearModels", uses: ["LinearAlgebra", "CVectorKernels"]),
    library("Evaluation"),
    library(
      "TopicClassification",
      uses: [
        "Papers", "Venues", "LinearAlgebra", "TensorFiles", "TextFeatures", "TextEncoders", "LinearModels",
        "Evaluation",
      ]),

    // From what is known of a paper to what a person reads.
    library("Triage", uses: ["Papers"]),
    library("Workspaces", uses: ["Papers", "Triage", .product(name: "GRDB", package: "GRDB.swift")]),
    library(
      "Reports",
      uses: ["Papers", "Venues", "Interchange", "Triage", .product(name: "Crypto", package: "swift-crypto")],
      resources: [.embedInCode("Web")]),
    library(
      "TriagePipeline",
      uses: [
        "Papers", "Venues", "SubmissionChecks", "Submissions", "PDFWorkers", "TopicClassification", "Triage",
        "Workspaces", "Reports", "Interchange",
      ]),

    // Programs.
    .executableTarget(
      name: "papertriage-pdf",
      dependencies: [
        "CProcess", "PDFText", "PaperExtraction", "SubmissionChecks", "PDFWorkers", "Papers", "PDFLayout",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "papertriage",
      dependencies: [
        "Papers", "Venues", "CallReading", "SubmissionChecks", "RuleTrials", "Interchange", "Submissions", "PDFWorkers",
        "TopicClassification", "Triage",
        "TriagePipeline", "Workspaces", "TextFeatures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.embedInCode("Web")], swiftSettings: strict),

    // Tests, and what they share.
    .target(name: "TestSupport", dependencies: ["CPNG"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "RepositoryTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "TestSupport", "Interchange", "papertriage", "papertriage-pdf", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    testProgram(
      "sample-report", in: "Tests/SampleReport", uses: ["Reports", "Papers", "Triage", "Venues", "TestSupport"]),
    testProgram(
      "kernels-benchmark", in: "Tests/KernelsBenchmark",
      uses: ["LinearAlgebra", "LinearModels", "TextFeatures", "TextEncoders", "TopicClassification", "Venues"]),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    tests(of: "Papers"),
    tests(of: "PDFLayout", uses: ["Papers"]),
    tests(of: "PDFText", uses: ["Papers", "PDFLayout"]),
    tests(of: "PaperExtraction", uses: ["Papers", "PDFLayout"]),
    tests(of: "SubmissionChecks", uses: ["Papers", "PDFLayout", "Venues"]),
    tests(of: "RuleTrials", uses: ["Papers", "Venues", "SubmissionChecks", "Interchange"]),
    tests(of: "PDFWorkers", uses: ["Papers", "Venues", "papertriage-pdf"]),
    tests(of: "Venues"),
    tests(of: "CallReading", uses: ["Venues"]),
    tests(of: "Interchange"),
    tests(of: "Submissions", uses: ["Papers", "Interchange"]),
    tests(of: "LinearAlgebra"),
    tests(of: "TextFeatures", uses: ["LinearAlgebra"]),
    tests(of: "LinearModels", uses: ["LinearAlgebra"]),
    tests(of: "Evaluation"),
    tests(of: "TensorFiles"),
    tests(of: "TextEncoders", uses: ["LinearAlgebra", "TensorFiles"]),
    tests(
      of: "TopicClassification",
      uses: ["Papers", "Venues", "TensorFiles", "TextFeatures", "TextEncoders", "LinearAlgebra", "Evaluation"]),
    tests(of: "Triage", uses: ["Papers"]),
    tests(of: "Workspaces", uses: ["Papers", "Triage"]),
    tests(
      of: "TriagePipeline",
      uses: ["Papers", "Triage", "Workspaces", "Reports", "Submissions", "PDFWorkers", "papertriage-pdf"]),
    tests(
      of: "Reports",
      uses: ["Papers", "Venues", "Interchange", "Triage", .product(name: "Crypto", package: "swift-crypto")]),
  ]
)
