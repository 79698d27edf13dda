import Foundation
import PDFWorkers
import Papers
import Submissions

/// The lines of a call that is a PDF, read by the worker program.
enum PDFCallLines {
  /// A call takes a twentieth of a second; what takes longer is no page that invites papers.
  private static let limits = WorkerLimits(wallClock: .milliseconds(1_500), processorSeconds: 1)

  /// Returns the lines in reading order.
  static func read(_ pdf: Data) throws -> [String] {
    let pool = PDFWorkerPool(executable: try InstalledFiles().worker(), workerCount: 1, limits: limits)
    do {
      return try pool.lines(of: MemoryFile(pdf))
    } catch let failure as PDFFailure {
      throw Unreadable(kind: failure.kind)
    }
  }

  /// Why there are none, in the words of a chair's own file.
  struct Unreadable: Error, CustomStringConvertible {
    let kind: PDFFailure.Kind

    var description: String {
      switch kind {
      case .encrypted: "it opens with a password only. Save it without one."
      case .damaged, .notPDF, .empty: "it is damaged or cut short. Fetch it again, or save the call as text."
      case .noPages: "it has no pages. Fetch it again, or save the call as text."
      case .tooSlow: "it takes longer to read than any call. Save the call as text."
      case .tooMuchMemory: "it needs more memory to read than any call. Save the call as text."
      case .crashed: "the PDF library fails on it. Save the call as text."
      case .cannotOpen: "there is not enough memory to hold it."
      }
    }
  }
}
