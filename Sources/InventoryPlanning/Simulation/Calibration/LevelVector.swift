/// The levels of a policy as a list of numbers that may be changed: one for each item and facility
/// that it comes to, or, of a pool that is spread by weights, one for each item.
struct LevelVector {
  /// Of the policy that the levels are put into.
  private let policy: StockPolicy
  private let facilities: Int
  private let places: [Place]
  var units: [Int32]

  private struct Place {
    var item: Int
    /// Nil for a pool.
    var facility: Int?
    var litres: Double
  }

  init(_ policy: StockPolicy, _ world: SimulationWorld) {
    self.policy = policy
    facilities = world.facilityCount
    var places: [Place] = []
    var units: [Int32] = []
    for item in 0..<world.itemCount {
      let litres = world.volume.pointer[item]
      if !policy.weights.isEmpty {
        places.append(Place(item: item, facility: nil, litres: litres))
        units.append(Int32(policy.total(of: item, facilities: facilities)))
        continue
      }
      for facility in 0..<facilities
      where policy.sources[item * facilities + facility] != .none {
        places.append(Place(item: item, facility: facility, litres: litres))
        units.append(policy.levels[item * facilities + facility])
      }
    }
    self.places = places
    self.units = units
  }

  /// The policy with these levels.
  func applied() -> StockPolicy {
    var result = policy
    for (place, units) in zip(places, units) {
      let row = place.item * facilities
      if let facility = place.facility {
        result.levels[row + facility] = units
      } else {
        let weights = policy.weights[row..<row + facilities].map { Double($0) }
        result.levels.replaceSubrange(
          row..<row + facilities, with: StockPolicy.spread(units, in: weights))
      }
    }
    return result
  }

  /// What may be tried next, some units at a time: more or less of one, of two that only pay
  /// together, and one for another where they share an item or a room.
  func moves(by step: Int32) -> [[(place: Int, change: Int32)]] {
    var moves: [[(place: Int, change: Int32)]] = []
    for a in places.indices {
      moves.append([(a, step)])
      moves.append([(a, -step)])
    }
    for a in places.indices {
      for b in places.indices where a != b {
        let isOneItem = places[a].item == places[b].item
        guard isOneItem || places[a].facility == places[b].facility else { continue }
        moves.append([(a, step), (b, -step)])
        // What is larger needs the room of several.
        let ratio = (places[a].litres / max(places[b].litres, 1e-9)).rounded(.up)
        if ratio > 1, ratio < 100 { moves.append([(a, step), (b, -step * Int32(ratio))]) }
        if isOneItem, a < b {
          moves.append([(a, step), (b, step)])
          moves.append([(a, -step), (b, -step)])
        }
      }
    }
    return moves
  }

  /// Nil where a level would be below 0, or absurd.
  func moved(_ move: [(place: Int, change: Int32)]) -> LevelVector? {
    var result = self
    for (place, change) in move {
      result.units[place] += change
      guard (0...1_000_000).contains(result.units[place]) else { return nil }
    }
    return result
  }
}
