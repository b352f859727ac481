import Foundation
import RetailData

/// Turns what a customer had bought by some moment into the sparse input of the network.
///
/// Each purchase line counts 2^(−age/h), for each half-life h in an input of the item's own; the
/// values of a customer are scaled to a length of 1, so that those who buy much do not shout.
struct HistoryEncoder: Sendable {
  let purchases: Purchases
  /// By item: its place, or -1.
  private let places: Column<Int32>
  /// By place: the item.
  let items: Column<Int32>
  private let halfLives: [Double]

  /// One input and its value.
  struct Entry {
    let input: Int32
    var value: Float
  }

  init(_ purchases: Purchases, items: Column<Int32>, halfLives: [Double]) {
    self.purchases = purchases
    self.items = items
    self.halfLives = halfLives
    var places = [Int32](repeating: -1, count: purchases.itemCount)
    for (place, item) in items.enumerated() { places[Int(item)] = Int32(place) }
    self.places = Column(places)
  }

  /// Inputs of the network.
  var inputCount: Int { items.count * halfLives.count }

  /// What a value less than this says is not worth its time.
  private static let leastValue = 0.01

  /// Appends the inputs of a customer at a moment.
  ///
  /// - Parameter keeps: Asked once for each line, in order; a line that is not kept is left out.
  func append(
    customer: Int, at moment: Timestamp, to entries: inout [Entry], keeps: () -> Bool
  ) {
    let start = entries.count
    var square: Float = 0
    let (times, lines) = (purchases.times.buffer, purchases.items.buffer)
    for line in purchases.lines(ofCustomer: customer) {
      // Lines are in order of time.
      if times[line] > moment { break }
      let place = places[Int(lines[line])]
      guard place >= 0, keeps() else { continue }
      let age = moment.days(since: times[line])
      for (channel, halfLife) in halfLives.enumerated() {
        let value = exp2(-age / halfLife)
        if value < Self.leastValue { continue }
        entries.append(
          Entry(input: Int32(channel * items.count) + place, value: Float(value)))
        square += Float(value * value)
      }
    }
    guard square > 0 else { return }
    let scale = 1 / square.squareRoot()
    for index in start..<entries.count { entries[index].value *= scale }
  }

  /// Appends the places of the distinct items that a customer bought after one moment and up to
  /// another, ascending.
  func appendBought(
    by customer: Int, after start: Timestamp?, upTo end: Timestamp, to targets: inout [Int32]
  ) {
    let first = targets.count
    let (times, lines) = (purchases.times.buffer, purchases.items.buffer)
    for line in purchases.lines(ofCustomer: customer) {
      if times[line] > end { break }
      if let start, times[line] <= start { continue }
      let place = places[Int(lines[line])]
      if place >= 0 { targets.append(place) }
    }
    targets[first...].sort()
    var kept = first
    for index in first..<targets.count where index == first || targets[index] != targets[kept - 1] {
      targets[kept] = targets[index]
      kept += 1
    }
    targets.removeLast(targets.count - kept)
  }
}
