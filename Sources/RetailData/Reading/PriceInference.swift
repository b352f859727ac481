extension ItemTable {
  /// This table with the median of what was paid where `items.csv` has no price.
  func fillingPrices(from purchases: Purchases, work: WorkContext) throws -> ItemTable {
    guard prices.contains(where: \.isNaN) else { return self }
    let filled = try Column<Float>(count: count) { target in
      // Each worker writes only the prices of its own items.
      nonisolated(unsafe) let target = target
      try work.forEachChunk(of: count, chunk: 256) { _, range in
        var paid: [Float] = []
        for item in range {
          target[item] = prices[item]
          guard prices[item].isNaN, item < purchases.itemCount else { continue }
          paid.removeAll(keepingCapacity: true)
          for position in purchases.positions(ofItem: item) {
            let price = purchases.unitPrices[Int(purchases.linesByItem[position])]
            if !price.isNaN { paid.append(price) }
          }
          target[item] = Median.of(&paid) ?? .nan
        }
      }
    }
    return ItemTable(
      ids: ids, titles: titles, categories: categories, brands: brands, prices: filled,
      unitCosts: unitCosts, volumes: volumes, weights: weights, handling: handling)
  }
}

enum Median {
  /// The middle value, or the mean of the two middle ones; nil without values. Reorders `values`.
  static func of(_ values: inout [Float]) -> Float? {
    if values.isEmpty { return nil }
    values.sort()
    let upper = values[values.count / 2]
    if values.count % 2 == 1 { return upper }
    return Float((Double(values[values.count / 2 - 1]) + Double(upper)) / 2)
  }
}
