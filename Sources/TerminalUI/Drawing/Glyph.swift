/// The grapheme in a cell, without a heap: up to six scalars of 21 bits, so that a screenful of
/// cells is copied and compared like numbers. Longer graphemes (stacks of combining marks,
/// families of emoji) keep their first six; a terminal shows no more of them.
struct Glyph: Hashable, Sendable {
  private var low: UInt64
  private var high: UInt64

  /// The second cell of a wide grapheme.
  static let continuation = Glyph(low: 0, high: 0)
  static let blank = Glyph(scalar: 0x20)

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A grapheme of one scalar.
  init(scalar: UInt32) {
    self.init(low: UInt64(scalar), high: 0)
  }

  init(_ text: some StringProtocol) {
    self.init(low: 0, high: 0)
    var count: UInt64 = 0
    for scalar in text.unicodeScalars.prefix(6) {
      let value = UInt64(scalar.value)
      if count < 3 { low |= value << (21 * count) } else { high |= value << (21 * (count - 3)) }
      count += 1
    }
  }

  /// The only scalar's value; nil for a grapheme of several.
  var single: UInt32? {
    low < 1 << 21 ? UInt32(truncatingIfNeeded: low) : nil
  }

  /// The scalar values in order, 0 where there are no more.
  func scalar(_ index: Int) -> UInt32 {
    let word = index < 3 ? low : high
    return UInt32(truncatingIfNeeded: word >> UInt64(21 * (index % 3))) & 0x1f_ffff
  }

  var text: String {
    var result = String.UnicodeScalarView()
    for index in 0..<6 {
      let value = scalar(index)
      guard value != 0, let scalar = Unicode.Scalar(value) else { break }
      result.append(scalar)
    }
    return String(result)
  }
}
