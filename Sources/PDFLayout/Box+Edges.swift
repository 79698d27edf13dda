import Papers

extension Box {
  /// Makes a rectangle from its edges.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The left edge.
  public var left: Double { x }
  /// The top edge.
  public var top: Double { y }
  /// The right edge.
  public var right: Double { x + width }
  /// The bottom edge.
  public var bottom: Double { y + height }
  /// The middle between left and right.
  public var centerX: Double { x + width / 2 }
  /// The middle between top and bottom.
  public var centerY: Double { y + height / 2 }

  /// Returns the smallest rectangle around both.
  public func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Returns the length that both share from left to right; negative is the gap between them.
  public func horizontalOverlap(with other: Box) -> Double { min(right, other.right) - max(left, other.left) }

  /// Returns the length that both share from top to bottom; negative is the gap between them.
  public func verticalOverlap(with other: Box) -> Double { min(bottom, other.bottom) - max(top, other.top) }

  /// Whether the point lies in the rectangle.
  public func contains(x px: Double, y py: Double) -> Bool { px >= left && px <= right && py >= top && py <= bottom }
}
