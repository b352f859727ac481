/// Rows of equal owner side by side, each owner's in order of time: compressed sparse rows.
struct TimeOrderedRows {
  /// `owners + 1` positions in `keys`.
  let offsets: Column<UInt32>
  /// By owner, then time: the time in the high half, the row's number in the low half.
  let keys: Column<UInt64>

  /// - Parameters:
  ///   - owners: By row, below `ownerCount`.
  ///   - times: By row.
  ///
  /// Rows of equal owner and time keep their order. A counting sort by owner, each thread placing
  /// the rows of its own range of owners, then a sort by time within each owner.
  init(
    owners: UnsafeBufferPointer<Int32>, times: UnsafeBufferPointer<UInt32>, ownerCount: Int,
    work: WorkContext
  ) throws {
    let offsets = Column<UInt32>(count: ownerCount + 1) { offsets in
      for owner in owners { offsets[Int(owner) + 1] += 1 }
      for owner in 0..<ownerCount { offsets[owner + 1] += offsets[owner] }
    }
    self.offsets = offsets
    let starts = offsets.buffer
    let shares = Self.shares(of: starts, count: work.threads)
    var next = Array(starts)
    var scratch = [TimeSort.Scratch](repeating: TimeSort.Scratch(), count: work.threads)
    keys = try Column<UInt64>(count: owners.count) { keys in
      try next.withUnsafeMutableBufferPointer { next in
        // Rows are read by all; each thread writes the places of its own owners.
        nonisolated(unsafe) let next = next
        nonisolated(unsafe) let keys = keys
        nonisolated(unsafe) let owners = owners
        nonisolated(unsafe) let times = times
        try work.forEachChunk(of: shares.count, chunk: 1) { _, range in
          for share in range { Self.place(shares[share], owners, times, next, keys) }
        }
      }
      try scratch.withUnsafeMutableBufferPointer { scratch in
        // Owners' keys do not overlap, and each worker has its own scratch.
        nonisolated(unsafe) let scratch = scratch
        nonisolated(unsafe) let keys = keys
        nonisolated(unsafe) let starts = starts
        try work.forEachChunk(of: ownerCount, chunk: 512) { worker, range in
          for owner in range {
            let part = keys[Int(starts[owner])..<Int(starts[owner + 1])]
            TimeSort.sort(UnsafeMutableBufferPointer(rebasing: part), &scratch[worker])
          }
        }
      }
    }
  }

  /// Ranges of owners with about equally many rows.
  private static func shares(of starts: UnsafeBufferPointer<UInt32>, count: Int) -> [Range<Int32>] {
    let owners = starts.count - 1
    let total = Int(starts[owners])
    var shares: [Range<Int32>] = []
    var first = 0
    for share in 1...count {
      var last = share == count ? owners : first
      while last < owners, Int(starts[last]) * count < total * share { last += 1 }
      if last > first { shares.append(Int32(first)..<Int32(last)) }
      first = last
    }
    return shares
  }

  private static func place(
    _ share: Range<Int32>, _ owners: UnsafeBufferPointer<Int32>,
    _ times: UnsafeBufferPointer<UInt32>, _ next: UnsafeMutableBufferPointer<UInt32>,
    _ keys: UnsafeMutableBufferPointer<UInt64>
  ) {
    for row in 0..<owners.count {
      let owner = owners[row]
      if owner < share.lowerBound || owner >= share.upperBound { continue }
      keys[Int(next[Int(owner)])] = UInt64(times[row]) << 32 | UInt64(row)
      next[Int(owner)] += 1
    }
  }
}
