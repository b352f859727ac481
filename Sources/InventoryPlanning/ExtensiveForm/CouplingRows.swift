import RetailData

/// The rows that items share: capacities and fill targets, with their limits.
struct CouplingRows {
  struct Row {
    let name: String
    var limit: Double
    var isAtLeast = false
  }

  struct Target {
    let number: Int
    let target: ServiceTarget
    /// Units per day.
    var demand = 0.0

    var name: String { "target\(number)" }
  }

  private let network: Network
  private let priceFactor: Double
  private(set) var targets: [Target]
  /// Litres that stand somewhere, or come there, whatever is decided.
  private var takenStorage: [Double]
  private var demand = 0.0
  private var worth = 0.0

  init(_ input: PlanInput) {
    network = input.network
    priceFactor = input.settings.servicePriceFactor
    targets = Self.targets(of: input).enumerated().map { Target(number: $0, target: $1) }
    takenStorage = [Double](repeating: 0, count: network.facilities.count)
  }

  /// Those of the speeds, then those of the input: a target of nothing is none.
  static func targets(of input: PlanInput) -> [ServiceTarget] {
    let ofSpeeds = input.network.speeds.enumerated().map { number, speed in
      ServiceTarget(category: nil, speed: Int32(number), share: speed.serviceTarget)
    }
    return (ofSpeeds + input.serviceTargets).filter { $0.share > 0 }
  }

  mutating func add(_ program: ItemProgram) {
    for (facility, litres) in program.takenStorage.enumerated() { takenStorage[facility] += litres }
    for (speed, units) in program.demand.enumerated() {
      demand += units
      worth += units * program.worth[speed]
    }
    for number in targets.indices
    where targets[number].target.category.map({ $0 == program.category }) ?? true {
      targets[number].demand += program.demand[Int(targets[number].target.speed)]
    }
  }

  /// Money per unit that is missing from a target: a multiple of the mean worth of a sale.
  var missingPrice: Double { demand > 0 ? priceFactor * worth / demand : 0 }

  /// Capacities that have an end, then targets.
  var rows: [Row] {
    var rows: [Row] = []
    for (number, facility) in network.facilities.enumerated() {
      // What stands there already has room: or nothing could be planned.
      rows.append(
        Row(
          name: "storage\(number)",
          limit: max(0, facility.storage - takenStorage[number])))
      rows.append(Row(name: "inbound\(number)", limit: facility.inboundPerDay))
      rows.append(Row(name: "outbound\(number)", limit: facility.outboundPerDay))
    }
    return rows.filter { $0.limit < .infinity }
      + targets.map {
        Row(name: $0.name, limit: min($0.target.share, 1) * $0.demand, isAtLeast: true)
      }
  }
}
