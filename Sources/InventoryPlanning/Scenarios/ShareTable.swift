/// Rows of shares, each added up so that a random number finds its column: the first whose sum is
/// above it. A little more of one share moves few of the finds, and those to a neighbour.
struct ShareTable: Sendable {
  let columns: Int
  /// `[row × columns + column]`; the last column with a share, and those after it, have 1.
  private let sums: [Float]
  /// Where to begin: the column found by `step / columns`, `[row × columns + step]`.
  private let guides: [UInt16]

  /// Takes any numbers in proportion to each other; a row of zeros counts as equal shares.
  ///
  /// - Precondition: shares are finite and not negative; columns fit a UInt16.
  init(_ shares: ArraySlice<Float>, columns: Int) {
    self.columns = columns
    var sums: [Float] = []
    var guides: [UInt16] = []
    sums.reserveCapacity(shares.count)
    guides.reserveCapacity(shares.count)
    var start = shares.startIndex
    while start < shares.endIndex {
      let row = shares[start..<start + columns]
      start += columns
      var total = 0.0
      for share in row {
        precondition(share >= 0 && share.isFinite, "shares are finite and not negative")
        total += Double(share)
      }
      let first = sums.count
      var sum = 0.0
      for share in row {
        sum += total > 0 ? Double(share) / total : 1 / Double(columns)
        sums.append(Float(sum))
      }
      // Rounding must neither leave a gap below 1 nor fill it with a column that has no share.
      let last = total > 0 ? row.lastIndex { $0 > 0 }.map { $0 - row.startIndex } : nil
      for column in (last ?? columns - 1)..<columns { sums[first + column] = 1 }
      var column = 0
      for step in 0..<columns {
        let p = Float(step) / Float(columns)
        while sums[first + column] <= p { column += 1 }
        guides.append(UInt16(column))
      }
    }
    self.sums = sums
    self.guides = guides
  }

  /// - Parameter p: 0 ..< 1.
  @inline(__always)
  func column(_ row: Int, at p: Float) -> Int {
    let first = row * columns
    var column = Int(guides[first + min(Int(p * Float(columns)), columns - 1)])
    // Rounding may put `p` below the step that it was sorted into.
    while column > 0, sums[first + column - 1] > p { column -= 1 }
    while sums[first + column] <= p { column += 1 }
    return column
  }

  /// The sum before a column.
  @inline(__always)
  func before(_ row: Int, _ column: Int) -> Float {
    column == 0 ? 0 : sums[row * columns + column - 1]
  }

  @inline(__always)
  func share(_ row: Int, _ column: Int) -> Float {
    sums[row * columns + column] - before(row, column)
  }

  /// The share of a column in all from it on.
  @inline(__always)
  func shareOfRest(_ row: Int, _ column: Int) -> Double {
    let before = Double(before(row, column))
    let sum = Double(sums[row * columns + column])
    return sum >= 1 ? 1 : (sum - before) / (1 - before)
  }
}
