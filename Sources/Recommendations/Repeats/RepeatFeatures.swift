import Foundation
import RetailData

/// What speaks for a customer's buying an item again within the horizon, as numbers that a
/// logistic regression weighs.
///
/// They are the parts of the models of Bhagat, Muralidharan, Lobzhanidze and Vishwanath, "Buy It
/// Again: Modeling Repeat Purchase Recommendations", KDD 2018 (repeat-customer probability,
/// log-normal times, Poisson-gamma rates), and how active the customer and the item are.
struct RepeatFeatures {
  static let count = 22

  private let tables: RepeatTables
  private let history: RepeatHistory
  private let horizon: Double
  private let orderDue: Double

  init(_ tables: RepeatTables, history: RepeatHistory, horizon: Double) {
    self.tables = tables
    self.history = history
    self.horizon = horizon
    orderDue =
      history.orders.map { orders in
        tables.orderGaps.gap(
          of: orders, itemMean: tables.orderGaps.mean, itemShare: tables.orderGaps.scatter.share
        )
        .whenDue(age: tables.end.days(since: orders.last), horizon: horizon)
      } ?? 0
  }

  /// Finite for every probability.
  private static func logOdds(_ probability: Double) -> Double {
    let bounded = min(max(probability, 0.001), 0.999)
    return log(bounded / (1 - bounded))
  }

  /// Writes the features of one of the customer's pairs.
  func write(_ pair: RepeatPair, to row: UnsafeMutableBufferPointer<Double>) {
    let item = Int(pair.item)
    let age = max(tables.end.days(since: pair.last), 0)
    let gap = tables.gap(of: pair)
    let due = Self.logOdds(gap.whenDue(age: age, horizon: horizon))
    let lateness = min(max(gap.regular.lateness(age: age), -4), 4)
    let drift = min(max(gap.irregular.lateness(age: age), -4), 4)
    let next = gap.regular.survival(age: max(age, 0.5) + horizon)
    let soon = Self.logOdds(1 - next / max(gap.regular.survival(age: age), 1e-12))
    let rhythm = gap.regularity
    let times = log(Double(pair.days))
    let orders = Double(max(history.orderDays(since: pair.first), 1))
    let silence = history.orders.map { max(tables.end.days(since: $0.last), 0) } ?? 0
    let rate =
      (Double(pair.days - 1) + RepeatTables.shape)
      / (max(tables.end.days(since: pair.first), 0) + tables.priorDays[item])
    row[0] = 1
    row[1] = times
    row[2] = tables.repeatOdds[item]
    row[3] = log1p(age)
    row[4] = due
    row[5] = due * times
    row[6] = rhythm * lateness
    row[7] = rhythm * lateness * lateness
    row[8] = log1p(Double(history.recentOrders))
    row[9] = log1p(silence)
    row[10] = log(Double(pair.days) / orders)
    row[11] = tables.popularity[item]
    row[12] = log(rate)
    row[13] = log(max(history.basket, 1))
    row[14] = log(max(orderDue, 1e-6))
    row[15] = log(orders)
    row[16] = rhythm
    row[20] = rhythm * times
    row[21] = rhythm * soon * times
    row[17] = rhythm * soon
    row[18] = (1 - rhythm) * drift
    row[19] = (1 - rhythm) * drift * drift
  }
}
