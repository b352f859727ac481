import Foundation
import RetailData

/// A customer and something bought on one or more days: an item, or anything at all.
struct RepeatPair: Sendable, Equatable {
  /// -1 for anything at all.
  let item: Int32
  /// Distinct days.
  let days: Int
  let first: Timestamp
  let last: Timestamp
  /// Of the gaps between the days, in ln days: their sum, and their squared distances from their
  /// mean. There is one gap less than days.
  let gapSum: Double
  let gapSquares: Double

  var gaps: Int { days - 1 }

  /// - Parameter times: nondecreasing, not empty.
  init(item: Int32, times: some Collection<Timestamp>) {
    self.item = item
    var days = 0
    var lastDay = Int.min
    var (mean, sum, squares) = (0.0, 0.0, 0.0)
    for time in times where time.day != lastDay {
      if days > 0 {
        // Welford's recurrence.
        let gap = log(Double(time.day - lastDay))
        let distance = gap - mean
        mean += distance / Double(days)
        squares += distance * (gap - mean)
        sum += gap
      }
      days += 1
      lastDay = time.day
    }
    self.days = days
    first = times.first ?? Timestamp(seconds: 0)
    last = times.reversed().first ?? first
    gapSum = sum
    gapSquares = squares
  }
}

/// What one customer bought, and when.
struct RepeatHistory: Sendable {
  /// By item, ascending.
  let pairs: [RepeatPair]
  /// All items together; nil for a customer who bought nothing.
  let orders: RepeatPair?
  /// Order days among the last 60, and the distinct items of an order day on average.
  let recentOrders: Int
  let basket: Double
  /// The distinct order days, ascending.
  private let orderDays: [Int]

  /// How far back `recentOrders` looks.
  private static let recentDays = 60.0

  init(of customer: Int, in purchases: Purchases, end: Timestamp) {
    let lines = purchases.lines(ofCustomer: customer)
    var bought = lines.map { (item: purchases.items[$0], time: purchases.times[$0]) }
    bought.sort { ($0.item, $0.time) < ($1.item, $1.time) }
    var pairs: [RepeatPair] = []
    var start = 0
    for index in bought.indices {
      let isLast = index + 1 == bought.count || bought[index + 1].item != bought[index].item
      guard isLast else { continue }
      pairs.append(
        RepeatPair(item: bought[index].item, times: bought[start...index].lazy.map(\.time)))
      start = index + 1
    }
    self.pairs = pairs
    var orderDays: [Int] = []
    for line in lines where purchases.times[line].day != orderDays.last {
      orderDays.append(purchases.times[line].day)
    }
    self.orderDays = orderDays
    orders = lines.isEmpty ? nil : RepeatPair(item: -1, times: purchases.times[lines])
    recentOrders = orderDays.count { Double(end.day - $0) < Self.recentDays }
    basket =
      orderDays.isEmpty
      ? 0 : Double(pairs.reduce(0) { $0 + $1.days }) / Double(orderDays.count)
  }

  /// Order days from a moment on.
  func orderDays(since moment: Timestamp) -> Int {
    orderDays.count - (orderDays.firstIndex { $0 >= moment.day } ?? orderDays.count)
  }
}
