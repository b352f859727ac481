import RetailData

/// How a forecast is fitted.
public struct ForecastOptions: Sendable, Equatable {
  /// Weeks ahead.
  public var weeks: Int = 13
  /// At most so many weeks of history are looked at.
  public var historyWeeks: Int = 156
  /// Purchases after this moment are not looked at: "now". Nil: the moment of the latest purchase.
  public var end: Timestamp?

  public init(weeks: Int = 13, historyWeeks: Int = 156, end: Timestamp? = nil) {
    self.weeks = weeks
    self.historyWeeks = historyWeeks
    self.end = end
  }
}

/// Which items go with which, and how closely: where items that have hardly been sold look for
/// what to expect. Plain numbers, so that any source of relatedness can fill them.
public struct RelatedItems: Sendable, Equatable {
  /// `items + 1` positions: item i has `offsets[i] ..< offsets[i + 1]`.
  public let offsets: [Int32]
  public let items: [Int32]
  /// How closely, above 0; only their proportions count.
  public let weights: [Float]

  public init(offsets: [Int32], items: [Int32], weights: [Float]) {
    precondition(offsets.first == 0 && offsets.last == Int32(items.count), "offsets of all items")
    precondition(items.count == weights.count, "one weight a related item")
    self.offsets = offsets
    self.items = items
    self.weights = weights
  }

  /// - Parameter related: By item, the items that go with it and how closely.
  public init(_ related: [[(item: Int32, weight: Float)]]) {
    var offsets: [Int32] = [0]
    for list in related { offsets.append(offsets[offsets.count - 1] + Int32(list.count)) }
    self.init(
      offsets: offsets, items: related.flatMap { $0.map(\.item) },
      weights: related.flatMap { $0.map(\.weight) })
  }
}
