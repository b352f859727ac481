import RetailData

/// Numbers that order as a column's values do, so that any column sorts by integers.
/// The largest key of all means "unknown", which comes last whichever way one sorts.
enum SortKeys {
  static let unknown = UInt64.max

  /// One key a row of `rows`. Text is ordered without regard to ASCII case by its first eight
  /// bytes; `isExact` is false where longer texts may share a key.
  static func keys(
    of values: ColumnValues, rows: [Int32], descending: Bool
  ) -> (keys: [UInt64], isExact: Bool) {
    switch values {
    case .strings(let strings):
      let keys = rows.map { prefixKey(strings.utf8(at: Int($0))) }
      return (flipped(keys, descending), false)
    case .coded(let coded):
      let ranks = ranks(of: coded.labels)
      let keys = rows.map { row -> UInt64 in
        let code = coded.codes[Int(row)]
        return code < 0 ? unknown : ranks[Int(code)]
      }
      return (flipped(keys, descending), true)
    case .integers(let column):
      let buffer = column.buffer
      let keys = rows.map { UInt64(Int64(buffer[Int($0)]) + (1 << 32)) }
      return (flipped(keys, descending), true)
    case .floats, .doubles, .times, .series, .pending:
      let keys = rows.map { key(of: values.number(Int($0))) }
      return (flipped(keys, descending), true)
    }
  }

  /// Orders as the numbers do; NaN is unknown.
  static func key(of number: Double) -> UInt64 {
    if number.isNaN { return unknown }
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 0 ? bits | (1 << 63) : ~bits
  }

  /// The first eight bytes in lower case, the first the most significant. Empty is unknown.
  static func prefixKey(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if text.isEmpty { return unknown }
    var key: UInt64 = 0
    for index in 0..<8 {
      key = key << 8 | (index < text.count ? UInt64(lowercased(text[index])) : 0)
    }
    return key
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 32 : byte
  }

  /// Whether `left` comes before `right`, regardless of ASCII case.
  static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    left.lexicographicallyPrecedes(right) { lowercased($0) < lowercased($1) }
  }

  private static func ranks(of labels: StringColumn) -> [UInt64] {
    let order = (0..<labels.count).sorted { precedes(labels.utf8(at: $0), labels.utf8(at: $1)) }
    var ranks = [UInt64](repeating: 0, count: labels.count)
    for (rank, label) in order.enumerated() { ranks[label] = UInt64(rank) }
    return ranks
  }

  private static func flipped(_ keys: [UInt64], _ descending: Bool) -> [UInt64] {
    descending ? keys.map { $0 == unknown ? unknown : unknown - 1 - $0 } : keys
  }
}
