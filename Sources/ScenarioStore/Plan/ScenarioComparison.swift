/// Two scenarios side by side: what differs in their parameters, and what their plans make of it.
public struct ScenarioComparison: Sendable, Equatable {
  public var left: SavedScenario
  public var right: SavedScenario
  /// Every parameter that either changes, the last value of each; in the order of the left one,
  /// then of the right one. Those that both set alike are among them.
  public var changes: [Pair<String, String>] = []
  /// Money per day, by component. Empty where no plan was kept of either.
  public var costs: [Pair<String, Double>] = []
  /// Shares served in time, by speed.
  public var service: [Pair<String, Double>] = []
  /// Those that are not 0 in both, the most different first.
  public var prices: [Pair<Resource, Double>] = []
  /// Positions after what is decided now, those that differ, the most different first. Empty
  /// where one of the two has no plan.
  public var positions: [Pair<Place, Double>] = []
  /// How many differ, those that are not listed among them.
  public var differingPositions = 0

  /// A figure of both; nil where one of them has none.
  public struct Pair<Key: Hashable & Sendable, Figure: Hashable & Sendable>: Sendable, Hashable {
    public var key: Key
    public var left: Figure?
    public var right: Figure?
  }

  public struct Resource: Sendable, Hashable {
    public var facilityID: String
    /// `storage`, `inbound` or `outbound`.
    public var resource: String
  }

  public struct Place: Sendable, Hashable {
    public var itemID: String
    public var facilityID: String
  }
}

extension ScenarioComparison {
  init(left: SavedScenario, right: SavedScenario) {
    self.left = left
    self.right = right
    changes = Self.pairs(
      left.scenario.changes.map { ($0.path, $0.value) },
      right.scenario.changes.map { ($0.path, $0.value) })
    costs = Self.pairs(
      (left.plan?.costs ?? []).map { ($0.component, $0.cost) },
      (right.plan?.costs ?? []).map { ($0.component, $0.cost) })
    service = Self.pairs(
      (left.plan?.service ?? []).map { ($0.speed, $0.fillRate) },
      (right.plan?.service ?? []).map { ($0.speed, $0.fillRate) })
  }

  mutating func compare(prices left: [StoredPlan.Price], _ right: [StoredPlan.Price]) {
    let pairs = Self.pairs(left.map(Self.priced), right.map(Self.priced))
    // Facilities keep their order where prices differ equally much.
    prices = pairs.enumerated().filter { $0.element.left ?? 0 != 0 || $0.element.right ?? 0 != 0 }
      .sorted {
        ($1.element.difference, $0.offset) < ($0.element.difference, $1.offset)
      }
      .map(\.element)
  }

  private static func priced(_ price: StoredPlan.Price) -> (Resource, Double) {
    (Resource(facilityID: price.facilityID, resource: price.resource), price.price)
  }

  /// By keys, in the order of the first list, then what only the second has.
  private static func pairs<Key, Figure>(
    _ left: [(Key, Figure)], _ right: [(Key, Figure)]
  ) -> [Pair<Key, Figure>] {
    var pairs: [Pair<Key, Figure>] = []
    var places: [Key: Int] = [:]
    for (isLeft, list) in [(true, left), (false, right)] {
      for (key, figure) in list {
        let place = places[key] ?? pairs.count
        if place == pairs.count {
          places[key] = place
          pairs.append(Pair(key: key))
        }
        if isLeft { pairs[place].left = figure } else { pairs[place].right = figure }
      }
    }
    return pairs
  }
}

extension ScenarioComparison.Pair<ScenarioComparison.Resource, Double> {
  fileprivate var difference: Double { abs((right ?? 0) - (left ?? 0)) }
}
