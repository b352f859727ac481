import InventoryPlanning
import RetailData
import TestSupport

/// A planning problem drawn at random, small enough for a general solver, with everything in it
/// that makes real ones awkward: two hops of transfers, cut-offs, promises that nobody keeps, items
/// that nobody sells or wants, holding that costs more upstream, limits that bind and limits that
/// are none.
struct RandomPlan {
  var input: PlanInput
  var draws: [ItemDraws]

  /// What a test wants to be certain of; the rest is drawn.
  struct Options {
    var items = 3...10
    var scenarios = 5...10
    var mode: PlanMode?
    var basis: StorageBasis?
    var hasTargets: Bool?
    /// Of the flow or stock that would be there without limits, what a limit allows.
    var tightness = 0.1...0.6
    var hasLimits = true
  }

  init(seed: UInt64, _ options: Options = Options()) {
    var random = SeededGenerator(seed: seed)
    var settings = PlanSettings()
    settings.mode = options.mode ?? (Bool.random(using: &random) ? .state : .target)
    settings.storageBasis =
      options.basis ?? (Int.random(in: 0..<4, using: &random) == 0 ? .shelf : .position)
    settings.scenarios = Int.random(in: options.scenarios, using: &random)
    settings.reviewDays = random.of([3.5, 7, 7, 10])
    settings.servicePriceFactor = random.of([2, 5, 5])

    let count = Int.random(in: options.items, using: &random)
    let items = random.items(count)
    var network = random.network()
    network.supply = random.supply(of: items, network)
    if settings.mode == .state { network.inventory = random.inventory(of: items, network) }
    let hasTargets = options.hasTargets ?? (Int.random(in: 0..<5, using: &random) < 3)
    if hasTargets {
      for speed in network.speeds.indices where Int.random(in: 0..<3, using: &random) > 0 {
        network.speeds[speed].serviceTarget = Double.random(in: 0.5...0.99, using: &random)
      }
    }
    draws = (0..<count).map { random.draws(of: $0, network, settings) }
    if options.hasLimits {
      random.limit(&network, items, draws, settings, options.tightness)
    }
    var targets: [ServiceTarget] = []
    if hasTargets {
      for category in Set(items.category).sorted()
      where category >= 0 && Bool.random(using: &random) {
        targets.append(
          ServiceTarget(
            category: category,
            speed: Int32(Int.random(in: network.speeds.indices, using: &random)),
            share: Double.random(in: 0.6...1, using: &random)))
      }
    }
    input = PlanInput(
      items: items, network: network, settings: settings, serviceTargets: targets)
  }

  var oracle: OracleProgram { OracleProgram(input, draws: draws) }

  var source: FixedDraws { FixedDraws(items: draws) }
}

extension SeededGenerator {
  mutating func of<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  /// Eighths of a day are exact in binary, so that a landing day may equal an epoch's end.
  mutating func days(_ range: ClosedRange<Double>) -> Double {
    (Double.random(in: range, using: &self) * 8).rounded() / 8
  }

  fileprivate mutating func items(_ count: Int) -> ItemFigures {
    let price = (0..<count).map { _ in Double.random(in: 5...50, using: &self) }
    return ItemFigures(
      price: price,
      // The last one is sold below cost: its worth may be nothing.
      unitCost: price.map { $0 * Double.random(in: 0.4...1.1, using: &self) },
      volume: price.map { _ in Double.random(in: 0.2...8, using: &self) },
      weight: price.map { _ in Double.random(in: 0.1...5, using: &self) },
      handling: price.map { _ in chance(0.65) ? .sortable : .nonSortable },
      category: price.map { _ in of([-1, 0, 0, 1, 2]) })
  }

  /// To one to three facilities, from two vendors; one item in ten is sold by nobody.
  fileprivate mutating func supply(of items: ItemFigures, _ network: Network) -> [Supply] {
    var rows: [Supply] = []
    for item in 0..<items.count where !chance(0.1) {
      var places = network.facilities.indices.filter {
        network.facilities[$0].kind.takes(items.handling[item])
      }
      places.shuffle(using: &self)
      for facility in places.prefix(of([1, 2, 2, 3])) {
        let mean = days(2...14)
        rows.append(
          Supply(
            vendor: of([0, 1]), item: Int32(item), facility: Int32(facility),
            unitCost: items.price[item] * Double.random(in: 0.4...0.7, using: &self),
            leadTimeMeanDays: mean, leadTimeSDDays: mean / 4, minimumOrder: 0, caseQuantity: 1))
      }
    }
    return rows.shuffled(using: &self)
  }

  fileprivate mutating func inventory(of items: ItemFigures, _ network: Network) -> [Stock] {
    var rows: [Stock] = []
    for item in 0..<items.count {
      for facility in network.facilities.indices
      where network.facilities[facility].kind.takes(items.handling[item]) && chance(0.6) {
        rows.append(
          Stock(
            facility: Int32(facility), item: Int32(item),
            onHand: chance(0.3) ? 0 : Double(Int.random(in: 0...60, using: &self)),
            inbound: chance(0.5) ? 0 : Double(Int.random(in: 0...40, using: &self))))
      }
    }
    return rows.shuffled(using: &self)
  }
}

extension FacilityKind {
  /// Only the generator's: the oracle and the planner each have their own.
  fileprivate func takes(_ handling: Handling) -> Bool {
    switch self {
    case .distributionCenter: return true
    case .fulfillmentCenter, .sameDaySite: return handling == .sortable
    case .nonSortableCenter: return handling == .nonSortable
    }
  }
}
