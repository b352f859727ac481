import RetailData

/// By-customer results, written in place by several threads: each customer by one of them.
///
/// Unchecked, because a mutable buffer is not Sendable: no two workers are given the same
/// customer, and it is read only when all are done.
final class CustomerTally: @unchecked Sendable {
  private let orders: UnsafeMutableBufferPointer<Int32>
  private let lines: UnsafeMutableBufferPointer<Int32>
  private let distinct: UnsafeMutableBufferPointer<Int32>
  private let last: UnsafeMutableBufferPointer<Timestamp>
  private let spend: UnsafeMutableBufferPointer<Double>

  init(count: Int) {
    orders = .allocate(capacity: count)
    lines = .allocate(capacity: count)
    distinct = .allocate(capacity: count)
    last = .allocate(capacity: count)
    spend = .allocate(capacity: count)
    orders.initialize(repeating: 0)
    lines.initialize(repeating: 0)
    distinct.initialize(repeating: 0)
    last.initialize(repeating: Timestamp(seconds: 0))
    spend.initialize(repeating: 0)
  }

  deinit {
    orders.deallocate()
    lines.deallocate()
    distinct.deallocate()
    last.deallocate()
    spend.deallocate()
  }

  func set(
    _ customer: Int, orders: Int32, lines: Int32, distinct: Int32, last: Timestamp, spend: Double
  ) {
    self.orders[customer] = orders
    self.lines[customer] = lines
    self.distinct[customer] = distinct
    self.last[customer] = last
    self.spend[customer] = spend
  }

  func columns() -> (
    Column<Int32>, Column<Int32>, Column<Int32>, Column<Timestamp>, Column<Double>
  ) {
    (
      Column(Array(orders)), Column(Array(lines)), Column(Array(distinct)), Column(Array(last)),
      Column(Array(spend))
    )
  }
}
