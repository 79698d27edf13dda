import Foundation
import Venues

extension Venue {
  /// A time of submission as far from the deadline for papers as asked, in UTC; `nil` if the call names no such deadline.
  ///
  /// - Parameter seconds: Seconds from the beginning of the deadline's last minute: up to 59 are in time.
  public func submissionTime(secondsFromDeadline seconds: Int) -> String? {
    let current = deadlines.filter { $0.what == .paper && !$0.superseded }.compactMap { CallTime($0.at) }
    guard let last = current.max(by: { $0.latest < $1.latest }) else { return nil }
    let end = seconds < 60 ? last.earliestEnd : last.latest
    return Date(timeIntervalSince1970: Double(end - 59 + seconds)).formatted(.iso8601)
  }
}
