/// Replaced by the PDF slice.
public struct PageLayout: Sendable {}
