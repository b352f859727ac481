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
  public var prices: [Pair<Resource, StoredPlan.Price>] = []
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
  /// Positions that are listed where nothing else is said.
  public static let mostPositions = 500

  /// - Parameters:
  ///   - leftPlan: The whole plan of `left`; nil where there is none. So is `rightPlan` of `right`.
  ///   - positionLimit: So many of the positions that differ are listed.
  public init(
    left: SavedScenario, _ leftPlan: StoredPlan?, right: SavedScenario, _ rightPlan: StoredPlan?,
    positionLimit: Int = mostPositions
  ) {
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
    compare(prices: leftPlan?.prices ?? [], rightPlan?.prices ?? [])
    guard let leftPlan, let rightPlan else { return }
    let differing = Self.pairs(
      leftPlan.positions.map(Self.placed), rightPlan.positions.map(Self.placed)
    ).filter { $0.difference != 0 }
    differingPositions = differing.count
    // What only one of them has counts as 0 in the other.
    positions = differing.sorted {
      ($1.difference, $0.key) < ($0.difference, $1.key)
    }.prefix(positionLimit).map { Pair(key: $0.key, left: $0.left ?? 0, right: $0.right ?? 0) }
  }

  private static func placed(_ position: StoredPlan.Position) -> (Place, Double) {
    (Place(itemID: position.itemID, facilityID: position.facilityID), position.target)
  }

  private mutating func compare(prices left: [StoredPlan.Price], _ right: [StoredPlan.Price]) {
    let pairs = Self.pairs(left.map(Self.priced), right.map(Self.priced))
    // Facilities keep their order where prices differ equally much.
    func difference(_ pair: Pair<Resource, StoredPlan.Price>) -> Double {
      abs((pair.right?.price ?? 0) - (pair.left?.price ?? 0))
    }
    prices = pairs.enumerated()
      .filter { $0.element.left?.price ?? 0 != 0 || $0.element.right?.price ?? 0 != 0 }
      .sorted { (difference($1.element), $0.offset) < (difference($0.element), $1.offset) }
      .map(\.element)
  }

  private static func priced(_ price: StoredPlan.Price) -> (Resource, StoredPlan.Price) {
    (Resource(facilityID: price.facilityID, resource: price.resource), price)
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

extension ScenarioComparison.Pair where Figure == Double {
  fileprivate var difference: Double { abs((right ?? 0) - (left ?? 0)) }
}

extension ScenarioComparison.Place: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.itemID, left.facilityID) < (right.itemID, right.facilityID)
  }
}
