import Foundation

/// A small picture of a page, to show where a finding stands.
public struct DrawnPage: Hashable, Sendable, Codable {
  /// The page, from 1.
  public var number: Int
  /// The page's width and height in points, in which places are given.
  public var width: Double, height: Double
  /// The picture as a PNG file.
  public var png: Data

  /// Makes a picture.
  public init(number: Int, width: Double, height: Double, png: Data) {
    self.number = number
    self.width = width
    self.height = height
    self.png = png
  }
}
