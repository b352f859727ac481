import RetailData

/// Sorts and filters a table: the slow part of a keystroke, so it runs as an effect.
enum Arranger {
  /// The rows that pass the filter, in order. Nil rows: all of them, as they are.
  static func rows(
    of source: TableSource, _ arrangement: Arrangement, work: WorkContext = WorkContext()
  ) throws -> [Int32]? {
    if arrangement.isNatural { return nil }
    var rows: [Int32]
    let filter = try Filter(arrangement.filter, columns: source.columns)
    if filter.terms.isEmpty {
      rows = Array(0..<Int32(source.rowCount))
    } else {
      rows = try filter.matches(in: source, work: work)
    }
    if !source.headings.isEmpty { rows.removeAll { source.headings[Int($0)] != nil } }
    guard let id = arrangement.sortColumn, let column = source.column(id) else { return rows }
    try work.checkCancelled()
    return sorted(rows, by: column.values, descending: arrangement.isDescending)
  }

  /// Stable: equal values keep the order of the data, whichever way one sorts.
  static func sorted(_ rows: [Int32], by values: ColumnValues, descending: Bool) -> [Int32] {
    let (keys, isExact) = SortKeys.keys(of: values, rows: rows, descending: descending)
    if isExact { return radixSorted(rows: rows, keys: keys) }
    guard case .strings(let strings) = values else { return radixSorted(rows: rows, keys: keys) }
    var keyed = radixSorted(rows: Array(0..<Int32(rows.count)), keys: keys)
    // Texts that share their first eight bytes are next to each other now: order each run in full.
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keys[Int(keyed[end])] == keys[Int(keyed[start])] { end += 1 }
      if end - start > 1, keys[Int(keyed[start])] != SortKeys.unknown {
        keyed[start..<end].sort { left, right in
          let leftText = strings.utf8(at: Int(rows[Int(left)]))
          let rightText = strings.utf8(at: Int(rows[Int(right)]))
          if SortKeys.precedes(leftText, rightText) { return !descending }
          if SortKeys.precedes(rightText, leftText) { return descending }
          return left < right
        }
      }
      start = end
    }
    return keyed.map { rows[Int($0)] }
  }
}
