/// Decodes poppler's UTF-8, which may hold unpaired surrogates.
enum LooseUTF8 {
  /// Returns the scalars of a text that ends with a zero, at most `limit` of them, and whether these are all.
  ///
  /// The marks that poppler puts around text from right to left have no rectangle and are left out.
  static func scalars(of text: UnsafePointer<CChar>, limit: Int) -> (values: [UInt32], isWhole: Bool) {
    var values: [UInt32] = []
    var next = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    func continuation() -> UInt32 {
      guard next.pointee & 0xC0 == 0x80 else { return 0 }
      defer { next += 1 }
      return UInt32(next.pointee & 0x3F)
    }
    while next.pointee != 0 {
      guard values.count < limit else { return (values, false) }
      let byte = UInt32(next.pointee)
      next += 1
      var scalar = byte
      if byte >= 0xF0 {
        scalar = (byte & 0x07) << 18
        scalar |= continuation() << 12
        scalar |= continuation() << 6
        scalar |= continuation()
      } else if byte >= 0xE0 {
        scalar = (byte & 0x0F) << 12
        scalar |= continuation() << 6
        scalar |= continuation()
      } else if byte >= 0xC0 {
        scalar = (byte & 0x1F) << 6
        scalar |= continuation()
      }
      if scalar >= 0x202A && scalar <= 0x202E { continue }
      values.append(scalar)
    }
    return (values, true)
  }
}
