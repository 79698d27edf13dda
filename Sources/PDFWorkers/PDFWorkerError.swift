/// Why no PDF can be read at all.
public enum PDFWorkerError: Error, CustomStringConvertible {
  /// The worker program cannot be started.
  case cannotStart(program: String, reason: String)
  /// The worker program starts but does not answer.
  case doesNotAnswer(program: String)

  /// The error as a sentence.
  public var description: String {
    switch self {
    case .cannotStart(let program, let reason):
      "The program that reads PDFs could not be started: \(program): \(reason). Install or build it again."
    case .doesNotAnswer(let program):
      "The program that reads PDFs ends or stays silent right after its start: \(program). "
        + "Run it by hand to see why; libpoppler-glib8 may be missing."
    }
  }
}
