import Foundation
import RetailData

/// What a shop's purchases up to a moment say about being bought again: item by item, and for all
/// together.
struct RepeatTables: Sendable {
  let purchases: Purchases
  let end: Timestamp
  /// How long it is until an item is bought again, and until anything is.
  let gaps: GapModel
  let orderGaps: GapModel
  /// By item: the mean of its ln gaps.
  let itemMeans: Column<Double>
  /// By item: the share of its pairs that have a rhythm.
  let rhythms: Column<Double>
  /// By item: the share of its buyers who came back for it, as log-odds, mixed with the shop's.
  let repeatOdds: Column<Double>
  /// By item: ln(1 + lines in the last 14 days).
  let popularity: Column<Double>
  /// Purchase days per day that an item was known to a customer: of the modified Poisson-gamma
  /// model the prior's shape, and by item its rate.
  static let shape = 0.5
  let priorDays: Column<Double>

  init(_ purchases: Purchases, end: Timestamp, work: WorkContext) throws {
    self.purchases = purchases
    self.end = end
    var items = [GapModel.Sums](repeating: GapModel.Sums(), count: purchases.itemCount)
    var buyers = [Double](repeating: 0, count: purchases.itemCount)
    var repeaters = buyers
    var known = buyers
    var bought = buyers
    var estimation = GapModel.Estimation()
    var orders = GapModel.Estimation()
    var orderSums = GapModel.Sums()
    for customer in 0..<purchases.customerCount {
      if customer % 4_096 == 0 { try work.checkCancelled() }
      let history = RepeatHistory(of: customer, in: purchases, end: end)
      for pair in history.pairs {
        let item = Int(pair.item)
        estimation.add(pair)
        items[item].add(pair)
        buyers[item] += 1
        if pair.days > 1 { repeaters[item] += 1 }
        bought[item] += Double(pair.days)
        known[item] += max(end.days(since: pair.first), 1)
      }
      if let pair = history.orders {
        orders.add(pair)
        orderSums.add(pair)
      }
    }
    let gaps = estimation.model(items: items)
    self.gaps = gaps
    orderGaps = orders.model(items: [orderSums])
    rhythms = Column(estimation.itemShares(gaps.scatter, items: items.count))
    itemMeans = Column(items.map { gaps.itemMean($0) })
    let share =
      (repeaters.reduce(0, +) + 1) / (buyers.reduce(0, +) + 2)
    repeatOdds = Column(
      buyers.indices.map { item in
        let odds =
          (repeaters[item] + 8 * share) / (buyers[item] - repeaters[item] + 8 * (1 - share))
        return log(odds)
      })
    let rate = (bought.reduce(0, +) + 1) / (known.reduce(0, +) + 30)
    priorDays = Column(
      buyers.indices.map { item in
        let own = (bought[item] + 4 * rate * 90) / (known[item] + 4 * 90)
        return Self.shape / own
      })
    popularity = Column(
      buyers.indices.map { item in
        var recent = 0
        for position in purchases.positions(ofItem: item).reversed() {
          let time = purchases.times[Int(purchases.linesByItem[position])]
          if end.days(since: time) >= 14 { break }
          recent += 1
        }
        return log1p(Double(recent))
      })
  }

  /// The share of an item's buyers who came back for it.
  func repeatProbability(of item: Int32) -> Double { 1 / (1 + exp(-repeatOdds[Int(item)])) }

  func gap(of pair: RepeatPair) -> RepeatGap {
    gaps.gap(of: pair, itemMean: itemMeans[Int(pair.item)], itemShare: rhythms[Int(pair.item)])
  }
}
