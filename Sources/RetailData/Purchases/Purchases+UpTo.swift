extension Purchases {
  /// What a shop knew at a moment: the lines up to and including it. Customers and items keep their
  /// numbers, also those without any line left. Takes time in proportion to the lines kept.
  public func upTo(_ moment: Timestamp) -> Purchases {
    let keptOffsets = offsets(count: customerCount) { customer in
      prefix(of: lines(ofCustomer: customer)) { times[$0] <= moment }
    }
    let keptItemOffsets = offsets(count: itemCount) { item in
      prefix(of: positions(ofItem: item)) { times[Int(linesByItem[$0])] <= moment }
    }
    func byLine<Value>(_ column: Column<Value>) -> Column<Value> {
      column.keeping(from: customerOffsets, to: keptOffsets)
    }
    let customersByItem = customersByItem.keeping(from: itemOffsets, to: keptItemOffsets)
    let oldLines = linesByItem.keeping(from: itemOffsets, to: keptItemOffsets)
    return Purchases(
      customerOffsets: keptOffsets, items: byLine(items), times: byLine(times),
      quantities: byLine(quantities), unitPrices: byLine(unitPrices), orders: byLine(orders),
      orderIDs: orderIDs, speeds: byLine(speeds), itemOffsets: keptItemOffsets,
      customersByItem: customersByItem,
      linesByItem: Column(count: oldLines.count) { target in
        for (position, line) in oldLines.buffer.enumerated() {
          let customer = Int(customersByItem.buffer[position])
          // A customer's kept lines are the first ones, moved forward as a whole.
          target[position] = line - customerOffsets[customer] + keptOffsets[customer]
        }
      })
  }

  /// Of a run whose first part `belongs`: how long that part is.
  private func prefix(of range: Range<Int>, _ belongs: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(middle) { low = middle + 1 } else { high = middle }
    }
    return low - range.lowerBound
  }

  private func offsets(count: Int, _ size: (Int) -> Int) -> Column<UInt32> {
    Column(count: count + 1) { offsets in
      for row in 0..<count { offsets[row + 1] = offsets[row] + UInt32(size(row)) }
    }
  }
}

extension Column {
  /// The first values of each row, as many as the offsets `kept` say.
  fileprivate func keeping(from all: Column<UInt32>, to kept: Column<UInt32>) -> Column {
    Column(count: Int(kept.last ?? 0)) { target in
      for row in 0..<kept.count - 1 {
        let size = Int(kept[row + 1] - kept[row])
        guard size > 0 else { continue }
        let start = Int(all[row])
        let place = Int(kept[row])
        _ = UnsafeMutableBufferPointer(rebasing: target[place..<place + size])
          .update(fromContentsOf: buffer[start..<start + size])
      }
    }
  }
}
