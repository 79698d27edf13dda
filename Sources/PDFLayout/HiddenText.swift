import Papers

/// Text in the file that no person sees on the page. It is in no line.
public struct HiddenText: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Where it stands.
  public var box: Box
  /// Why it cannot be seen.
  public var reason: Reason
  /// Font and size in a word, to tell texts apart that were hidden together; empty if not known.
  public var style: String

  /// Why text cannot be seen.
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// The letters are white or nearly so, and nothing dark is behind them.
    case white
    /// The letters are smaller than one and a half points.
    case tiny
    /// The page looks the same without the letters: they are covered, or drawn without ink.
    case notDrawn
    /// As before, but the letters lie on a picture that shows words at the same places, as text recognition puts them.
    case overPicture
    /// The letters stand outside what is shown of the page.
    case outsidePage
    /// The letters stand in a form field, which programs read whether it is shown or not.
    case formField
    /// The letters stand in a layer that is switched off.
    case switchedOff
    /// The file tells programs to read these words in the place of the letters that are drawn.
    case replaced
  }

  /// Makes a piece of hidden text.
  public init(text: String, box: Box, reason: Reason, style: String = "") {
    self.style = style
    self.text = text
    self.box = box
    self.reason = reason
  }

  /// Makes a piece of hidden text of a run.
  public init(_ run: TextRun, reason: Reason) {
    self.init(text: run.text, box: run.box, reason: reason, style: "\(run.font.name) \(Int(run.fontSize * 10))")
  }
}
