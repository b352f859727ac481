import RetailData
import Synchronization
import TestSupport

@testable import InventoryPlanning
@testable import Workbench

/// A shop small enough to be planned in a moment: ten items, two echelons, two regions, two speeds,
/// and a storage that is too small.
enum PlanFixture {
  static let items = 10

  static let shop = Dataset(
    name: "plan-shop", items: itemTable(), customers: customerTable(), purchases: purchases(),
    network: network())

  /// Solves once for all tests that ask for the same changes.
  static func end(of job: PlanJob) throws -> PlanEnd {
    if let known = solved.withLock({ $0[job.changes] }) {
      return job.end(known)
    }
    let end = try job.cold.run(WorkContext(threads: 1)) { _ in }
    solved.withLock { $0[job.changes] = end.outcome }
    return job.end(end.outcome)
  }

  /// A plan that nobody solved: what stands where follows from sales and room by simple shares.
  static func drawnUp(
    _ job: PlanJob, ending: PlanOutcome.Ending? = .gapReached, gap: Double = 0.006
  ) -> PlanFigures {
    let network = job.input.network
    let room = network.facilities.dropFirst().reduce(0) { $0 + $1.storage }
    var plan = Plan()
    for item in 0..<items {
      let sold = Double(item * 7 % 10) * 4 + 6
      for (number, facility) in network.facilities.enumerated() {
        let share = number == 0 ? 0.5 : min(1, facility.storage / room)
        let target = Float((sold * share).rounded())
        plan.positions.append(
          Plan.Position(
            item: Int32(item), facility: Int32(number),
            onHand: number == 1 ? Float(item % 4) * 3 : 0, inbound: 0, target: target,
            buy: number == 0 ? target : 0, transferIn: 0, transferOut: 0))
      }
      plan.purchases.append(
        Plan.PurchaseOrder(
          item: Int32(item), supply: Int32(item), onward: OnwardTransfers(item % 2 == 0 ? [] : [1]),
          units: Float(sold)))
      if item % 3 == 0 {
        plan.transfers.append(
          Plan.TransferOrder(item: Int32(item), transfer: 1, units: Float(item + 1)))
      }
    }
    plan.costs.procurement = 12.5
    plan.costs.transfers = 8
    plan.costs.delivery = 120.25
    plan.costs.holding = 9
    plan.costs.lostSales = 2_400 / room
    plan.service = [
      Plan.SpeedService(demand: 10, served: 10 * min(1, room / 700)),
      Plan.SpeedService(demand: 20, served: 19.5),
    ]
    plan.targets = zip(network.speeds, plan.service).enumerated().compactMap { number, pair in
      let (speed, service) = pair
      return speed.serviceTarget.isNaN
        ? nil
        : Plan.TargetService(
          category: -1, speed: Int32(number), share: speed.serviceTarget, demand: service.demand,
          served: service.served, price: 0.5)
    }
    plan.loads = network.facilities.map { facility in
      let isTight = facility.storage < 100
      return Plan.FacilityLoad(
        storage: Plan.ResourceLoad(
          used: isTight ? facility.storage : 180, capacity: facility.storage,
          price: isTight ? 6 / facility.storage : 0),
        inbound: Plan.ResourceLoad(used: 30, capacity: facility.inboundPerDay, price: 0),
        outbound: Plan.ResourceLoad(used: 45, capacity: facility.outboundPerDay, price: 0.25))
    }
    plan.deliveries = [Double](repeating: 2.5, count: network.deliveries.count)
    plan.transferFlows = [Double](repeating: 4, count: network.transfers.count)
    let made = plan
    let cost = made.costs.total
    let answer = PlanAnswer(
      iterations: 120, seconds: 0.2, bound: cost * (1 - gap), cost: cost, plan: made)
    return PlanFigures(
      id: PlanFigures.ID(solve: job.id, number: 0), changes: job.changes, input: job.input,
      answer: answer, seconds: 0.25, ending: ending)
  }

  private static let solved = Mutex<[PlanChanges: PlanOutcome]>([:])

  private static func itemTable() -> ItemTable {
    let titles = ["Lamp", "Mug", "Cushion", "Candle", "Bowl"]
    return ItemTable(
      ids: Identifiers((0..<items).map { "P\($0)" }),
      titles: StringColumn((0..<items).map { "\(titles[$0 % 5]) \($0 / 5 + 1)" }),
      categories: CodedColumn((0..<items).map { $0 < 5 ? "small" : "large" }),
      brands: CodedColumn([String](repeating: "", count: items)),
      prices: Column((0..<items).map { Float($0) * 3 + 8 }),
      unitCosts: Column((0..<items).map { Float($0) * 1.5 + 4 }),
      volumes: Column((0..<items).map { Float($0 % 3 + 1) }),
      weights: Column([Float](repeating: 0.5, count: items)),
      handling: Column([UInt8](repeating: 0, count: items)))
  }

  private static func customerTable() -> CustomerTable {
    CustomerTable(
      ids: Identifiers((0..<20).map { "C\($0)" }),
      names: StringColumn((0..<20).map { "Customer \($0)" }),
      regions: Column((0..<20).map { Int32($0 % 2) }))
  }

  private static func purchases() -> Purchases {
    var generator = SeededGenerator(seed: 3)
    let end = CalendarDate(year: 2024, month: 3, day: 1).dayNumber
    let lines = (0..<600).map { line in
      PurchaseLine(
        customer: line % 20, item: Int.random(in: 0..<items, using: &generator),
        time: Timestamp(seconds: UInt32((end - 1 - line % 120) * 86_400 + 40_000)),
        quantity: Float(Int.random(in: 1...3, using: &generator)), unitPrice: 10)
    }
    return Purchases(lines: lines, customerCount: 20, itemCount: items)
  }

  private static func network() -> Network {
    var network = Network()
    network.regions = ["North", "South"].map {
      Region(id: $0.lowercased(), name: $0, latitude: .nan, longitude: .nan)
    }
    network.speeds = [
      Speed(id: "same_day", promiseHours: 12, lostSalePenalty: 2, serviceTarget: .nan),
      Speed(id: "standard", promiseHours: 72, lostSalePenalty: 1, serviceTarget: .nan),
    ]
    let places: [(String, FacilityKind, Double)] = [
      ("Depot", .distributionCenter, 4_000), ("North FC", .fulfillmentCenter, 60),
      ("South FC", .fulfillmentCenter, 500),
    ]
    network.facilities = places.map { name, kind, litres in
      Facility(
        id: name.lowercased().replacing(" ", with: "-"), name: name, kind: kind, latitude: .nan,
        longitude: .nan, storage: litres, inboundPerDay: 60, outboundPerDay: 60,
        holdingCost: 0.01)
    }
    network.transfers = [1, 2].map {
      Transfer(from: 0, to: $0, leadTimeDays: 1, costPerUnit: 0.2, costPerLitre: 0.01)
    }
    for facility in 0..<3 {
      for region in 0..<2 {
        for speed in 0..<2 where facility > 0 || speed == 1 {
          network.deliveries.append(
            Delivery(
              facility: Int32(facility), region: Int32(region), speed: Int32(speed),
              cutoffHour: speed == 0 ? 12 : 20,
              costPerUnit: facility == 0 ? 4 : facility - 1 == region ? 1 : 3, costPerKilogram: 0.1)
          )
        }
      }
    }
    network.vendors = [Vendor(id: "V1", name: "Vendor")]
    network.supply = (0..<items).map { item in
      Supply(
        vendor: 0, item: Int32(item), facility: 0, unitCost: Double(item) * 1.5 + 4,
        leadTimeMeanDays: 6, leadTimeSDDays: 1, minimumOrder: 0, caseQuantity: 1)
    }
    for item in 0..<items {
      network.inventory.append(
        Stock(facility: 1, item: Int32(item), onHand: Double(item % 4) * 3, inbound: 0))
    }
    return network
  }
}

extension PlanJob {
  /// From nothing, so that the result does not depend on what was solved before.
  /// As after a solve with one answer, that took the same time whenever it is done.
  fileprivate func end(_ outcome: PlanOutcome) -> PlanEnd {
    let answer = outcome.answer
    let point = PlanPoint(
      seconds: 0.25, iterations: answer.iterations, bound: answer.bound, cost: answer.cost)
    return PlanEnd(
      outcome: outcome, figures: figures(of: outcome, seconds: 0.25, course: [point]),
      seconds: 0.25)
  }

  fileprivate var cold: PlanJob {
    PlanJob(
      id: id, changes: changes, input: input, forecast: forecast, goal: PlanGoal(gap: 0.02),
      start: nil)
  }
}
