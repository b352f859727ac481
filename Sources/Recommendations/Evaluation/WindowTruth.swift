import RetailData

/// What was bought in a window by the customers who had bought before it.
public struct WindowTruth: Sendable {
  /// The customers, ascending.
  public let customers: [Int32]
  /// One more than customers: positions in `items`.
  private let offsets: [Int]
  /// The distinct items that each customer bought in the window, ascending.
  private let items: [Int32]
  /// Beside `items`: whether the customer had bought it before the window.
  private let isRepeat: [Bool]

  public init(_ window: EvaluationWindow, in purchases: Purchases) {
    var customers: [Int32] = []
    var offsets = [0]
    var items: [Int32] = []
    var isRepeat: [Bool] = []
    for customer in 0..<purchases.customerCount {
      let lines = purchases.lines(ofCustomer: customer)
      // Lines are in order of time: before, within, after.
      guard let first = lines.first, purchases.times[first] <= window.cutoff else { continue }
      let within = lines.filter { window.contains(purchases.times[$0]) }
      guard let start = within.first else { continue }
      let before = Set((lines.lowerBound..<start).map { purchases.items[$0] })
      for item in Set(within.map { purchases.items[$0] }).sorted() {
        items.append(item)
        isRepeat.append(before.contains(item))
      }
      customers.append(Int32(customer))
      offsets.append(items.count)
    }
    self.customers = customers
    self.offsets = offsets
    self.items = items
    self.isRepeat = isRepeat
  }

  /// What the customer at a place of `customers` is to be foretold in a mode: what was bought, as
  /// far as the mode may recommend it. Ascending; empty where there is nothing to foretell.
  public func items(of place: Int, mode: Mode) -> [Int32] {
    (offsets[place]..<offsets[place + 1]).filter { index in
      switch mode {
      case .all: true
      case .new: !isRepeat[index]
      case .again: isRepeat[index]
      }
    }.map { items[$0] }
  }
}
