import RetailData

/// The values of a table's column, flat: so that a million rows sort and filter quickly.
enum ColumnValues: Sendable {
  case strings(StringColumn)
  case coded(CodedColumn)
  case integers(Column<Int32>)
  /// NaN where unknown.
  case floats(Column<Float>)
  /// NaN where unknown.
  case doubles(Column<Double>)
  /// Seconds 0 where there is none.
  case times(Column<Timestamp>)
  /// `buckets` values a row, oldest first: a sparkline. Sorts by the latest bucket.
  case series(Column<Float>, buckets: Int)
  /// Still being computed.
  case pending

  /// Whether free text looks into this column.
  var isText: Bool {
    switch self {
    case .strings, .coded: true
    default: false
    }
  }

  var isPending: Bool { if case .pending = self { true } else { false } }

  /// The text of a row; empty where the column is not text.
  func text(_ row: Int) -> String {
    switch self {
    case .strings(let strings): strings[row]
    case .coded(let coded): coded[row] ?? ""
    default: ""
    }
  }

  /// The number of a row; NaN where unknown or not a number.
  func number(_ row: Int) -> Double {
    switch self {
    case .integers(let values): Double(values[row])
    case .floats(let values): Double(values[row])
    case .doubles(let values): values[row]
    case .times(let values): values[row].seconds == 0 ? .nan : Double(values[row].seconds)
    case .series(let values, let buckets): Double(values[row * buckets + buckets - 1])
    case .strings, .coded, .pending: .nan
    }
  }

  /// The values of a row's sparkline; empty where the column is none.
  func series(_ row: Int) -> [Double] {
    guard case .series(let values, let buckets) = self else { return [] }
    return (0..<buckets).map { Double(values[row * buckets + $0]) }
  }
}
