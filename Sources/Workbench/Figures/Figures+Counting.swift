import RetailData
import Synchronization

extension Figures {
  /// Counts everything in one pass over the purchases, customer by customer.
  ///
  /// Each worker adds units up as whole thousandths, so that the sums do not depend on who counted
  /// what.
  init(counting dataset: Dataset, work: WorkContext = WorkContext()) throws {
    let purchases = dataset.purchases
    let customers = purchases.customerCount
    let items = purchases.itemCount
    let end = dataset.end ?? Timestamp(seconds: 0)
    let tallies = Mutex([Int: ItemTally]())
    let customerTally = CustomerTally(count: customers)
    try work.forEachChunk(of: customers, chunk: 512) { worker, range in
      // Taken out of the shared dictionary while in use: no copy, and the lock is held briefly.
      var tally =
        tallies.withLock { $0.removeValue(forKey: worker) } ?? ItemTally(items: items, end: end)
      tally.count(range, of: purchases, into: customerTally)
      tallies.withLock { $0[worker] = tally }
    }
    let counted = tallies.withLock { Array($0.values) }
    buyers = Column(count: items) { target in
      for tally in counted { for item in 0..<items { target[item] += tally.buyers[item] } }
    }
    let weeks = Figures.weeks
    weeklyUnits = Column(count: items * weeks) { target in
      for index in 0..<items * weeks {
        target[index] = Float(counted.reduce(0) { $0 + $1.weekly[index] }) / 1_000
      }
    }
    recentUnits = Column(count: items) { target in
      for item in 0..<items {
        target[item] = Float(counted.reduce(0) { $0 + $1.recent[item] }) / 1_000
      }
    }
    onHand = Figures.onHand(dataset.network.inventory, items: items)
    (orders, lines, distinctItems, lastPurchase, spend) = customerTally.columns()
  }

  private static func onHand(_ inventory: [Stock], items: Int) -> Column<Float>? {
    if inventory.isEmpty { return nil }
    var units = [Double](repeating: 0, count: items)
    for stock in inventory { units[Int(stock.item)] += stock.onHand }
    return Column(units.map { Float($0) })
  }
}

/// One worker's counts by item.
private struct ItemTally: Sendable {
  var buyers: [Int32]
  /// Thousandths of units.
  var recent: [Int64]
  /// Thousandths of units, 12 weeks an item.
  var weekly: [Int64]
  /// The customer who bought the item last in this worker's pass: tells distinct from repeated.
  var lastCustomer: [Int32]
  let end: Timestamp

  init(items: Int, end: Timestamp) {
    buyers = [Int32](repeating: 0, count: items)
    recent = [Int64](repeating: 0, count: items)
    weekly = [Int64](repeating: 0, count: items * Figures.weeks)
    lastCustomer = [Int32](repeating: -1, count: items)
    self.end = end
  }

  mutating func count(
    _ customers: Range<Int>, of purchases: Purchases, into tally: CustomerTally
  ) {
    let items = purchases.items.buffer
    let times = purchases.times.buffer
    let quantities = purchases.quantities.buffer
    let prices = purchases.unitPrices.buffer
    let orderNumbers = purchases.orders.buffer
    let end = Int(end.seconds)
    let weeks = Figures.weeks
    buyers.withUnsafeMutableBufferPointer { buyers in
      recent.withUnsafeMutableBufferPointer { recent in
        weekly.withUnsafeMutableBufferPointer { weekly in
          lastCustomer.withUnsafeMutableBufferPointer { lastCustomer in
            for customer in customers {
              let lines = purchases.lines(ofCustomer: customer)
              var distinct: Int32 = 0
              var orders: Int32 = 0
              var spend = 0.0
              for line in lines {
                let item = Int(items[line])
                if lastCustomer[item] != Int32(customer) {
                  lastCustomer[item] = Int32(customer)
                  buyers[item] += 1
                  distinct += 1
                }
                let isSameOrder =
                  line > lines.lowerBound && orderNumbers[line] == orderNumbers[line - 1]
                  && (orderNumbers[line] >= 0 || times[line] == times[line - 1])
                if !isSameOrder { orders += 1 }
                let price = Double(prices[line])
                if !price.isNaN { spend += price * Double(quantities[line]) }
                let age = (end - Int(times[line].seconds)) / 86_400
                if age < weeks * 7 {
                  let units = Int64((Double(quantities[line]) * 1_000).rounded())
                  weekly[item * weeks + weeks - 1 - age / 7] += units
                  if age < Figures.recentDays { recent[item] += units }
                }
              }
              tally.set(
                customer, orders: orders, lines: Int32(lines.count), distinct: distinct,
                last: lines.isEmpty ? Timestamp(seconds: 0) : times[lines.upperBound - 1],
                spend: spend)
            }
          }
        }
      }
    }
  }
}
