// The program that sees PDFs. `papertriage` starts it as a worker; by hand it shows what was read from one file.
import Foundation

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "serve":
  let numbers = arguments.dropFirst().compactMap { Int($0) }
  guard numbers.count == 2, numbers[0] > 0, numbers[1] > 0 else { usage() }
  ProcessLimits.apply(memoryInMegabytes: numbers[0])
  WorkerLoop(memoryInMegabytes: numbers[0], processorSeconds: numbers[1]).run()
case "layout":
  guard let path = arguments.dropFirst().first else { usage() }
  exit(LayoutDump.write(path: path, pages: arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1))
case "times":
  exit(StageTimes.write(paths: Array(arguments.dropFirst())))
default:
  usage()
}

func usage() -> Never {
  FileHandle.standardError.write(
    Data(
      """
      usage: papertriage-pdf serve MEMORY_MB CPU_SECONDS   requests on standard input, one JSON object a line
             papertriage-pdf layout FILE [PAGES]           the lines of the first pages, with places and fonts
             papertriage-pdf times FILE...                 seconds of processor time of each stage of reading

      """.utf8))
  exit(2)
}
