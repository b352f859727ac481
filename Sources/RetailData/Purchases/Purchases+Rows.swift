extension Purchases {
  /// Sorts the rows of a file into both orders.
  ///
  /// - Parameter speedNumbers: By the rows' numbers of speeds: the network's, or -1.
  init(
    _ rows: PurchaseRows, customerCount: Int, itemCount: Int, orderIDs: StringColumn,
    speedNumbers: [Int8], work: WorkContext
  ) throws {
    let count = rows.count
    let byCustomer = try TimeOrderedRows(
      owners: rows.customers.buffer, times: rows.times.buffer, ownerCount: customerCount,
      work: work)
    let keys = byCustomer.keys.buffer
    let items = try gathered(rows.items, by: keys, missing: 0, work: work)
    let times = try mapped(count: count, work: work) { UInt32(keys[$0] >> 32) }
    let customers = try Column<Int32>(count: count) { target in
      // Customers' lines do not overlap.
      nonisolated(unsafe) let target = target
      try work.forEachChunk(of: customerCount, chunk: 4_096) { _, range in
        for customer in range {
          let start = Int(byCustomer.offsets[customer])
          let end = Int(byCustomer.offsets[customer + 1])
          for line in start..<end { target[line] = Int32(truncatingIfNeeded: customer) }
        }
      }
    }
    let byItem = try TimeOrderedRows(
      owners: items.buffer, times: times.buffer, ownerCount: itemCount, work: work)
    let itemKeys = byItem.keys.buffer
    let speeds = rows.speeds.buffer
    self.init(
      customerOffsets: byCustomer.offsets, items: items,
      times: Column(
        viewing: UnsafeRawBufferPointer(times.buffer).bindMemory(to: Timestamp.self),
        of: times.storage),
      quantities: try gathered(rows.quantities, by: keys, missing: 1, work: work),
      unitPrices: try gathered(rows.prices, by: keys, missing: .nan, work: work),
      orders: try gathered(rows.orders, by: keys, missing: -1, work: work),
      orderIDs: orderIDs,
      speeds: try mapped(count: count, work: work) { line in
        if speeds.isEmpty { return -1 }
        let speed = speeds[Int(UInt32(truncatingIfNeeded: keys[line]))]
        return speed < 0 ? -1 : speedNumbers[Int(speed)]
      },
      itemOffsets: byItem.offsets,
      customersByItem: try gathered(customers, by: itemKeys, missing: 0, work: work),
      linesByItem: try mapped(count: count, work: work) {
        UInt32(truncatingIfNeeded: itemKeys[$0])
      })
  }
}

/// The values of the rows that the low halves of `keys` name; `missing` throughout where there are
/// no values.
private func gathered<Element: BitwiseCopyable & Sendable>(
  _ values: Column<Element>, by keys: UnsafeBufferPointer<UInt64>, missing: Element,
  work: WorkContext
) throws -> Column<Element> {
  let source = values.buffer
  // Only read.
  nonisolated(unsafe) let keys = keys
  nonisolated(unsafe) let rows = source
  return try mapped(count: keys.count, work: work) { line in
    rows.isEmpty ? missing : rows[Int(UInt32(truncatingIfNeeded: keys[line]))]
  }
}

/// `value` of every position, computed in parallel.
@inline(__always)
private func mapped<Element: BitwiseCopyable & Sendable>(
  count: Int, work: WorkContext, _ value: (Int) -> Element
) throws -> Column<Element> {
  try withoutActuallyEscaping(value) { value in
    // Pure, and each position is written by one worker.
    nonisolated(unsafe) let value = value
    return try Column<Element>(count: count) { target in
      nonisolated(unsafe) let target = target
      try work.forEachChunk(of: count, chunk: 65_536) { _, range in
        for position in range { target[position] = value(position) }
      }
    }
  }
}
