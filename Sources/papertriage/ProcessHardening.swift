import Foundation

/// What keeps confidential papers confidential while the program runs.
enum ProcessHardening {
  /// Files are made for their owner only, a crash leaves no image of memory behind, and a reader that goes away is an
  /// error to handle instead of the end.
  static func apply() {
    umask(0o077)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    signal(SIGPIPE, SIG_IGN)
  }
}
