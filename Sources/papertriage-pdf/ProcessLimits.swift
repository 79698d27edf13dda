import CProcess
import Glibc

/// What this process may use. Limits are set by the process itself, so that they hold whoever starts it.
enum ProcessLimits {
  /// Limits memory, forbids memory images, and ends the process with its parent.
  static func apply(memoryInMegabytes: Int) {
    _ = process_end_with_parent()
    _ = process_forbid_inspection()
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    let bytes = rlim_t(memoryInMegabytes) << 20
    var memory = rlimit(rlim_cur: bytes, rlim_max: bytes)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
  }

  /// Lets the process use that much more processor time from now on; the kernel ends it after that.
  static func allow(processorSeconds: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let used = rlim_t(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    limit.rlim_cur = min(used + rlim_t(processorSeconds), limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  }

  /// The process's address space at present.
  static var memoryInMegabytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    return strtol(line, nil, 10) * Int(getpagesize()) >> 20
  }
}
