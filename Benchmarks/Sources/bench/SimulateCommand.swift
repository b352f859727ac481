import ArgumentParser
import InventoryPlanning
import RetailData

/// Times the simulator: a shop's items at all facilities, many times over; or two stages in a row,
/// as the peer runs them.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "simulate")

  @OptionGroup var data: DataOptions
  @Option(help: "Days that are measured.") var days = 180
  @Option(help: "Replications.") var replications = 32
  @Flag(help: "Simulate two stages in a row in place of the shop.") var serial = false

  func run() throws {
    var settings = SimulationSettings()
    settings.days = days
    settings.replications = replications
    if serial {
      settings.warmUpDays = 100
      settings.unserved = .backordered
      try time(SerialSystem().simulator(settings), serial: true)
      return
    }
    let dataset = try data.open()
    var notices: [Notice] = []
    var input = PlanInput(dataset: dataset, notices: &notices)
    input.settings.mode = .target
    let forecast = try DemandForecast.fit(dataset: dataset, work: data.work)
    try time(Simulator(input: input, forecast: forecast, settings: settings), serial: false)
  }

  private func time(_ simulator: Simulator, serial: Bool) throws {
    var policy = simulator.localPolicy()
    if serial { policy.levels = [10, 8] }
    let watch = Stopwatch()
    let result = try simulator.compare([("local", policy)], work: data.work)
    emit([
      ("seconds", watch.seconds), ("cpu_seconds", watch.processorSeconds),
      ("days", Double(days + simulator.warmUpDays)), ("replications", Double(replications)),
      ("stock", result.interval(.stock, of: 0).mean),
      ("backlog", result.interval(.backlog, of: 0).mean),
      ("cost_per_order", result.interval(.costPerOrder, of: 0).mean),
      ("peak_bytes", peakResidentBytes()),
    ])
  }
}

/// Two stages in a row: Poisson demand of two a day at the lower one, customers who wait. An order
/// of an evening is there the lead time and one morning later, so lead times are a day shorter than
/// where the day of the order counts.
private struct SerialSystem {
  func simulator(_ settings: SimulationSettings) throws -> Simulator {
    var network = Network()
    network.speeds = [
      Speed(id: "any", promiseHours: 24, lostSalePenalty: 10, serviceTarget: .nan)
    ]
    network.regions = [Region(id: "r", name: "r", latitude: 0, longitude: 0)]
    network.vendors = [Vendor(id: "v", name: "v")]
    network.facilities = ["upper", "lower"].map {
      Facility(
        id: $0, name: $0, kind: .distributionCenter, latitude: 0, longitude: 0,
        storage: .infinity, inboundPerDay: .infinity, outboundPerDay: .infinity, holdingCost: 1)
    }
    network.transfers = [
      Transfer(from: 0, to: 1, leadTimeDays: 1, costPerUnit: 0, costPerLitre: 0)
    ]
    network.deliveries = [
      Delivery(
        facility: 1, region: 0, speed: 0, cutoffHour: .nan, costPerUnit: 0, costPerKilogram: 0)
    ]
    network.supply = [
      Supply(
        vendor: 0, item: 0, facility: 0, unitCost: 1, leadTimeMeanDays: 3, leadTimeSDDays: 0,
        minimumOrder: 0, caseQuantity: 1)
    ]
    var plan = PlanSettings()
    plan.mode = .target
    plan.reviewDays = 1
    let input = PlanInput(
      items: ItemFigures(
        price: [2], unitCost: [1], volume: [1], weight: [0], handling: [.sortable],
        category: [0]), network: network, settings: plan)
    let forecast = DemandForecast(
      itemCount: 1, regionCount: 1, speedCount: 1, weeks: 1, weeklyMean: [14], size: [.infinity],
      regionShare: [1], speedShare: [Float](repeating: 1, count: Handling.allCases.count),
      hourShare: [Float](repeating: 1 / 24, count: 24))
    return try Simulator(input: input, forecast: forecast, settings: settings)
  }
}
