// Times one of our kernels on data that a script of tools/benchmarks has written, and prints one JSON object.
//
// kernels-benchmark dense|sparse DATA C RELATIVE-GAP
// kernels-benchmark tokens TEXTS
// kernels-benchmark encoder FOLDER TEXTS.json [VECTORS [TOKENS-AT-ONCE]]
// kernels-benchmark encoder-tokens FOLDER TEXTS.json
// kernels-benchmark classifier MODEL VENUE PAPERS.json [TIMINGS]

import Foundation
import LinearAlgebra
import LinearModels

let arguments = Array(CommandLine.arguments.dropFirst())
var result: [String: Any] = ["kernel": LinearAlgebraLibrary.kernelName]
let measurements = [
  "encoder": EncoderTiming.vectors, "encoder-tokens": EncoderTiming.tokens, "classifier": ClassifierTiming.predictions,
]
if arguments.count >= 3, let measurement = measurements[arguments[0]] {
  let figures = try measurement(Array(arguments.dropFirst()))
  result.merge(figures, uniquingKeysWith: { $1 })
  print(String(decoding: try JSONSerialization.data(withJSONObject: result, options: [.sortedKeys]), as: UTF8.self))
  exit(0)
}
guard let kind = arguments.first, arguments.count >= 2, let file = BinaryFile(path: arguments[1]) else {
  FileHandle.standardError.write(
    Data("usage: kernels-benchmark dense|sparse|tokens|encoder|encoder-tokens|classifier FILE...\n".utf8))
  exit(2)
}
switch (kind, arguments.dropFirst(2).compactMap { Double($0) }) {
case ("dense", let numbers) where numbers.count == 2:
  let (examples, labels) = file.dense()
  result.merge(
    try SolverTiming.figures(numbers) { try $0.fitted(to: examples, labels: labels) }, uniquingKeysWith: { $1 })
case ("sparse", let numbers) where numbers.count == 2:
  let (examples, labels) = file.sparse()
  result.merge(
    try SolverTiming.figures(numbers) { try $0.fitted(to: examples, labels: labels) }, uniquingKeysWith: { $1 })
case ("tokens", _): result.merge(TokenizerTiming.words(of: file.texts()), uniquingKeysWith: { $1 })
default:
  FileHandle.standardError.write(Data("unknown measurement \(kind)\n".utf8))
  exit(2)
}
print(String(decoding: try JSONSerialization.data(withJSONObject: result, options: [.sortedKeys]), as: UTF8.self))
