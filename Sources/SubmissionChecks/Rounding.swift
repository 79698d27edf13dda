import Glibc
import Papers

extension Box {
  /// The rectangle as outputs write it: places finer than a hundredth of a point say nothing.
  var roundedToHundredths: Box {
    func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    return Box(x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height))
  }
}

/// Writes a number with at most one decimal, as messages do.
func written(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
}

/// Writes a number with at most two decimals, rounded up, so that a figure over a limit never looks like the limit.
func writtenUp(_ number: Double) -> String {
  let hundredths = Int((number * 100 - 1e-6).rounded(.up))
  if hundredths % 100 == 0 { return String(hundredths / 100) }
  let fraction = hundredths % 100
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}

/// Writes a length to the hundredth of a point.
func hundredths(_ number: Double) -> String {
  let value = Int((number * 100).rounded())
  let fraction = value % 100
  return "\(value / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
