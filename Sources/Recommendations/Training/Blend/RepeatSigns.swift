import Foundation
import RetailData

/// What a customer's own purchases say of buying an item again: how often, how lately, and whether
/// it is due.
struct RepeatSigns {
  /// By distinct item, in the order of item numbers.
  let items: [(item: Int32, signs: SIMD8<Float>)]

  /// Of the customer's purchases up to a moment.
  init(of customer: Int, in purchases: Purchases, at moment: Timestamp) {
    var lines: [(item: Int32, day: Int, time: Timestamp)] = []
    var days: Set<Int> = []
    for line in purchases.lines(ofCustomer: customer) {
      let time = purchases.times[line]
      if time > moment { break }
      lines.append((purchases.items[line], time.day, time))
      days.insert(time.day)
    }
    lines.sort { ($0.item, $0.time) < ($1.item, $1.time) }
    var items: [(item: Int32, signs: SIMD8<Float>)] = []
    var start = 0
    for end in lines.indices {
      guard end + 1 == lines.count || lines[end + 1].item != lines[end].item else { continue }
      let times = lines[start...end]
      items.append((lines[start].item, Self.signs(times, orderDays: days.count, at: moment)))
      start = end + 1
    }
    self.items = items
  }

  /// The signs of one item, from its lines in order of time; the first two places are those of
  /// `BlendCase`.
  private static func signs(
    _ lines: ArraySlice<(item: Int32, day: Int, time: Timestamp)>, orderDays: Int,
    at moment: Timestamp
  ) -> SIMD8<Float> {
    guard let first = lines.first, let last = lines.last else { return .zero }
    var bought = 0
    var day = -1
    for line in lines where line.day != day {
      bought += 1
      day = line.day
    }
    let age = moment.days(since: last.time)
    var signs = SIMD8<Float>.zero
    signs[2] = 1
    signs[3] = Float(log(Double(bought)))
    signs[4] = Float(bought) / Float(max(orderDays, 1))
    signs[5] = Float(log(1 + age / 7))
    if bought > 1 {
      // The middle of the two weeks ahead, in intervals since the last time.
      let interval = last.time.days(since: first.time) / Double(bought - 1)
      let due = log((age + 7) / max(interval, 1))
      signs[6] = Float(-due * due)
    }
    return signs
  }
}
