import Foundation
import Papers

/// A running worker, owned by the thread that started it: it ends with that thread.
final class WorkerProcess {
  private let process: pid_t
  private let channel: Int32
  private let complaints: Int32
  private var received: [UInt8] = []
  private var complained: [UInt8] = []
  private let limits: WorkerLimits

  /// A longer answer is no paper.
  private static let longestReply = 32 << 20

  /// How waiting for a worker's message ended.
  enum Outcome {
    case reply(WorkerReply)
    case ended
    case timedOut
  }

  var identifier: Int32 { process }

  init(program: String, limits: WorkerLimits) throws(PDFWorkerError) {
    var ends: [Int32] = [-1, -1]
    var complaintEnds: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .cannotStart(program: program, reason: String(cString: strerror(errno)))
    }
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &complaintEnds) == 0 else {
      let reason = String(cString: strerror(errno))
      ends.forEach { close($0) }
      throw .cannotStart(program: program, reason: reason)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, complaintEnds[1], 2)
    // Threads of the cooperative pool block most signals, and a worker that inherits that is never ended by the kernel
    // for using too much processor time.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGXCPU)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var environment = ProcessInfo.processInfo.environment
    // A backtrace takes seconds and may show a paper's text.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    let arguments = [
      program, "serve", "\(limits.memoryInMegabytes)", "\(limits.processorSeconds)",
    ]
    var pid = pid_t()
    let status = withCStrings(arguments) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&pid, program, &actions, &attributes, arguments, environment)
      }
    }
    close(ends[1])
    close(complaintEnds[1])
    guard status == 0 else {
      close(ends[0])
      close(complaintEnds[0])
      throw .cannotStart(program: program, reason: String(cString: strerror(status)))
    }
    process = pid
    channel = ends[0]
    complaints = complaintEnds[0]
    self.limits = limits
  }

  /// Hands over a file. A worker that has gone is noticed when its answer is awaited.
  func send(_ request: WorkerRequest) {
    guard var line = try? JSONEncoder().encode(request) else {
      preconditionFailure("two strings are always JSON")
    }
    line.append(UInt8(ascii: "\n"))
    line.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let first = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        // A worker that has gone must not end this process with SIGPIPE.
        let count = Foundation.send(channel, first, rest.count, Int32(MSG_NOSIGNAL))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Waits for the next message.
  func nextReply(until deadline: ContinuousClock.Instant) -> Outcome {
    while true {
      if let line = takeLine() {
        guard let reply = try? JSONDecoder().decode(WorkerReply.self, from: Data(line)) else { return .ended }
        return .reply(reply)
      }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return .timedOut }
      let milliseconds = min(
        left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000, 60_000)
      var polled = [
        pollfd(fd: channel, events: Int16(POLLIN), revents: 0),
        pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&polled, isListening ? 2 : 1, Int32(milliseconds) + 1)
      if count < 0 && errno != EINTR { return .ended }
      guard count > 0 else { continue }
      if polled[1].revents != 0 { readComplaints() }
      if polled[0].revents != 0 {
        guard readMessage(), received.count < Self.longestReply else { return .ended }
      }
    }
  }

  /// Ends the worker and returns what its end tells of the file it had.
  func end() -> WorkerEnd {
    kill(process, SIGKILL)
    return reap()
  }

  /// Waits for a worker that has closed its channel, which may be in the midst of dying.
  func awaitEnd() -> WorkerEnd {
    // The channel closes before the process is gone; without a way to answer it is of no use, so do not wait long.
    var waited = pollfd(fd: complaints, events: 0, revents: 0)
    _ = poll(&waited, 1, 5_000)
    return reap()
  }

  private func reap() -> WorkerEnd {
    readComplaints()
    var status: Int32 = 0
    var usage = rusage()
    if wait4(process, &status, WNOHANG, &usage) == 0 {
      kill(process, SIGKILL)
      while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    }
    close(channel)
    close(complaints)
    return WorkerEnd(
      status: status, peakMemoryInMegabytes: Int(usage.ru_maxrss) / 1024, complaints: complained, limits: limits)
  }

  private var isListening = true

  private func readComplaints() {
    guard isListening else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(complaints, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count > 0 else {
        if count == 0 { isListening = false }
        return
      }
      complained += buffer[..<count]
      if complained.count > 8192 { complained.removeFirst(complained.count - 8192) }
    }
  }

  private func readMessage() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(channel, &buffer, buffer.count)
    if count < 0 { return errno == EINTR }
    guard count > 0 else { return false }
    received += buffer[..<count]
    return true
  }

  private func takeLine() -> ArraySlice<UInt8>? {
    guard let end = received.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = received[..<end]
    received = Array(received[(end + 1)...])
    return line
  }
}

/// How a worker ended.
struct WorkerEnd {
  var status: Int32
  var peakMemoryInMegabytes: Int
  var complaints: [UInt8]
  var limits: WorkerLimits

  /// What to say of the file that the worker had.
  var failure: PDFFailure {
    let signal = status & 0x7F
    if signal == SIGXCPU { return .tooSlow(after: "\(limits.processorSeconds) s of processor time") }
    let words = String(decoding: complaints, as: UTF8.self)
    let ranOut = ["Out of memory", "bad_alloc", "failed to allocate", "Could not allocate memory", "out of memory"]
      .contains { words.contains($0) }
    if ranOut || peakMemoryInMegabytes > limits.memoryInMegabytes * 3 / 4 {
      return PDFFailure(
        kind: .tooMuchMemory,
        sentence:
          "Reading the PDF needed more than the \(limits.memoryInMegabytes) MB of memory that one file may use. "
          + "Ask the authors for a file with simpler pages, or raise the limit.")
    }
    return PDFFailure(
      kind: .crashed,
      sentence:
        "The PDF library crashed on the file (\(signal == 0 ? "exit status \(status >> 8)" : "signal \(signal)")). "
        + "The file is probably damaged; ask the authors to make it again.")
  }
}

extension PDFFailure {
  /// Reading took longer than allowed.
  static func tooSlow(after time: String) -> PDFFailure {
    PDFFailure(
      kind: .tooSlow,
      sentence: "Reading the PDF took longer than the \(time) that one file may take. "
        + "Ask the authors for a file with simpler pages, or raise the limit.")
  }
}

/// Calls a function with an array of C strings that ends with null.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  pointers.append(nil)
  defer { pointers.forEach { free($0) } }
  return pointers.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("the array holds at least its null") }
    return body(base)
  }
}
