import RetailData

/// Counts one item's row: how many of its buyers bought each other item (Gustavson's row-wise
/// sparse product, ACM Transactions on Mathematical Software 4(3), 1978).
///
/// A class because its memory is reused from row to row; not for use by several threads at once.
final class RowCounter {
  private let source: CoPurchases
  /// N by rank; zero between rows. Unsafe memory: the innermost loop of the whole index.
  private let counts: UnsafeMutablePointer<UInt32>
  /// One bit per rank whose count is not zero: walking them gives the ranks in order.
  private let touched: UnsafeMutablePointer<UInt64>
  private let words: Int

  init(_ source: CoPurchases) {
    self.source = source
    counts = .allocate(capacity: max(source.itemCount, 1))
    counts.initialize(repeating: 0, count: source.itemCount)
    words = (source.itemCount + 63) / 64
    touched = .allocate(capacity: max(words, 1))
    touched.initialize(repeating: 0, count: words)
  }

  deinit {
    counts.deallocate()
    touched.deallocate()
  }

  /// Counts the row of the item with this rank, then calls `body` with every other item that a
  /// buyer bought, in order of rank, and its N.
  @inline(__always)
  func forEachCoPurchase(rank: Int, _ body: (_ rank: Int, _ count: UInt32) -> Void) {
    accumulate(rank)
    counts[rank] = 0
    touched[rank >> 6] &= ~(1 << UInt64(rank & 63))
    drain(body)
  }

  /// The same for a row that was counted before: puts it in order of rank.
  @inline(__always)
  func forEach(
    of row: [PairCount], ranks: Column<Int32>, _ body: (_ rank: Int, _ count: UInt32) -> Void
  ) {
    let ranks = ranks.buffer
    for pair in row {
      let other = Int(ranks[Int(pair.item)])
      touched[other >> 6] |= 1 << UInt64(other & 63)
      counts[other] = UInt32(bitPattern: pair.count)
    }
    drain(body)
  }

  @inline(__always)
  private func drain(_ body: (_ rank: Int, _ count: UInt32) -> Void) {
    for word in 0..<words where touched[word] != 0 {
      var bits = touched[word]
      touched[word] = 0
      while bits != 0 {
        let other = word << 6 | bits.trailingZeroBitCount
        bits &= bits - 1
        let count = counts[other]
        counts[other] = 0
        body(other, count)
      }
    }
  }

  private func accumulate(_ rank: Int) {
    let offsets = source.basketOffsets.buffer
    let baskets = source.baskets.buffer
    let buyers = source.buyers.buffer
    for position in source.buyerRange(rank: rank) {
      let customer = Int(buyers[position])
      for entry in Int(offsets[customer])..<Int(offsets[customer + 1]) {
        let other = Int(baskets[entry])
        if counts[other] == 0 { touched[other >> 6] |= 1 << UInt64(other & 63) }
        counts[other] &+= 1
      }
    }
  }
}
