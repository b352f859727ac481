extension Cell {
  /// A number of customers: whole, unless old purchases count less.
  static func count(_ count: Double) -> Cell {
    count.rounded() == count && abs(count) < 1e15 ? .integer(Int(count)) : .number(count)
  }
}
