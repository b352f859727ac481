import RetailData

extension Personas {
  /// What each person is known by: the category that most of the items are of and its share of them,
  /// or the title of the item bought most often where the data has no categories.
  public func labels(in items: ItemTable) -> [String] {
    groups.map { group in
      var counts: [Int32: Int] = [:]
      for item in group.items where items.categories.codes[Int(item)] >= 0 {
        counts[items.categories.codes[Int(item)], default: 0] += 1
      }
      let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { return items.categories.labels[Int(best.key)] }
      guard let first = group.items.first else { return "" }
      let title = items.titles[Int(first)]
      return title.isEmpty ? items.ids[Int(first)] : title
    }
  }
}
