import InventoryPlanning
import RetailData
import Testing

/// Input that nobody plans with, but that people type: a clear answer, which an external solver
/// confirms, or a clear error; never NaN, never an endless search.
@Suite("Absurd input")
struct AbsurdInputTests {
  private let work = WorkContext(threads: 1)

  private func small(_ seed: UInt64, _ mode: PlanMode? = nil) -> RandomPlan {
    var options = RandomPlan.Options()
    options.items = 2...5
    options.mode = mode
    return RandomPlan(seed: seed, options)
  }

  @discardableResult
  private func checked(
    _ input: PlanInput, _ draws: [ItemDraws], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> PlanAnswer {
    let planner = try Planner(input: input, draws: FixedDraws(items: draws), work: work)
    let goal = PlanGoal(gap: 0.001, iterationLimit: 6_000, fractional: true)
    let outcome = try planner.solve(goal, work: work)
    #expect(outcome.ending == .gapReached, sourceLocation: sourceLocation)
    let answer = outcome.answer
    let oracle = OracleProgram(input, draws: draws)
    let optimum =
      draws.isEmpty ? 0 : try ExternalSolver.clp.solve(oracle.program).cost
    let rounding = 1e-7 * max(1, abs(optimum), oracle.program.constant)
    #expect(answer.bound <= optimum + rounding, sourceLocation: sourceLocation)
    #expect(answer.cost >= optimum - rounding, sourceLocation: sourceLocation)
    #expect(
      answer.cost - answer.bound <= 0.001 * abs(answer.cost) + rounding,
      sourceLocation: sourceLocation)
    expectNumbers(answer.plan, sourceLocation)
    return answer
  }

  private func expectNumbers(_ plan: Plan, _ location: SourceLocation) {
    for load in plan.loads {
      for resource in [load.storage, load.inbound, load.outbound] {
        #expect(resource.used.isFinite && resource.price.isFinite, sourceLocation: location)
        #expect(!resource.capacity.isNaN, sourceLocation: location)
      }
    }
    for service in plan.service {
      #expect(service.fillRate >= 0 && service.fillRate <= 1, sourceLocation: location)
    }
    for position in plan.positions {
      #expect(position.target.isFinite && position.buy.isFinite, sourceLocation: location)
    }
    for flow in plan.deliveries + plan.transferFlows {
      #expect(flow.isFinite, sourceLocation: location)
    }
    #expect(plan.costs.total.isFinite, sourceLocation: location)
  }

  @Test(arguments: PlanMode.allCases)
  func noCapacityAnywhere(mode: PlanMode) throws {
    let plan = small(400, mode)
    var input = plan.input
    for facility in input.network.facilities.indices {
      input.network.facilities[facility].storage = 0
      input.network.facilities[facility].inboundPerDay = 0
      input.network.facilities[facility].outboundPerDay = 0
    }
    let answer = try checked(input, plan.draws)
    #expect(answer.plan.service.allSatisfy { $0.served < 1e-9 })
    #expect(answer.plan.purchases.isEmpty)
  }

  @Test(arguments: PlanMode.allCases)
  func capacityWithoutEnd(mode: PlanMode) throws {
    let plan = small(401, mode)
    for capacity in [1e6, .infinity] {
      var input = plan.input
      for facility in input.network.facilities.indices {
        input.network.facilities[facility].storage = capacity
        input.network.facilities[facility].inboundPerDay = capacity
        input.network.facilities[facility].outboundPerDay = capacity
      }
      let answer = try checked(input, plan.draws)
      for load in answer.plan.loads {
        // 1e6 litres at a price are more than any gap.
        #expect(load.storage.price < 1e-6)
        #expect(load.inbound.price < 1e-6)
        #expect(load.outbound.price < 1e-6)
      }
    }
  }

  @Test(arguments: PlanMode.allCases)
  func everythingIsToBeServed(mode: PlanMode) throws {
    let plan = small(402, mode)
    var input = plan.input
    for speed in input.network.speeds.indices { input.network.speeds[speed].serviceTarget = 1 }
    input.serviceTargets = [ServiceTarget(category: 0, speed: 0, share: 1)]
    let answer = try checked(input, plan.draws)
    #expect(answer.plan.targets.count == input.network.speeds.count + 1)
  }

  @Test func nobodyDeliversToAnyCustomer() throws {
    let plan = small(403)
    var input = plan.input
    // One row remains, to a region where nobody lives: without any there is no network.
    input.network.regions.append(Region(id: "void", name: "", latitude: 0, longitude: 0))
    input.network.deliveries = Array(input.network.deliveries.prefix(1))
    input.network.deliveries[0].region = Int32(input.network.regions.count - 1)
    let answer = try checked(input, plan.draws)
    #expect(answer.plan.unreachable > 0)
    #expect(answer.plan.service.allSatisfy { $0.served == 0 })

    input.network.deliveries = []
    #expect(throws: PlanningProblemError.noNetwork) {
      try Planner(input: input, draws: plan.source, work: work)
    }
  }

  @Test func oneItemAndNone() throws {
    var options = RandomPlan.Options()
    options.items = 1...1
    let plan = RandomPlan(seed: 404, options)
    try checked(plan.input, plan.draws)

    var network = plan.input.network
    network.supply = []
    network.inventory = []
    let items = ItemFigures(
      price: [], unitCost: [], volume: [], weight: [], handling: [], category: [])
    let input = PlanInput(items: items, network: network, settings: plan.input.settings)
    let answer = try checked(input, [])
    #expect(answer.cost == 0)
    #expect(answer.plan.positions.isEmpty)
  }

  @Test func nobodyWantsAnything() throws {
    for mode in PlanMode.allCases {
      var plan = small(405, mode)
      for item in plan.draws.indices { plan.draws[item].orders = [] }
      let answer = try checked(plan.input, plan.draws)
      #expect(answer.plan.purchases.isEmpty)
    }
  }

  @Test func nothingIsWorthAnything() throws {
    let plan = small(406)
    var items = plan.input.items
    items.price = items.price.map { _ in 0 }
    var network = plan.input.network
    for speed in network.speeds.indices { network.speeds[speed].lostSalePenalty = 0 }
    let input = PlanInput(
      items: items, network: network, settings: plan.input.settings,
      serviceTargets: plan.input.serviceTargets)
    try checked(input, plan.draws)
  }

  @Test func badNumbersAreNamed() throws {
    let plan = small(407)
    func expectBad(_ change: (inout Network) -> Void) {
      var input = plan.input
      change(&input.network)
      #expect(throws: PlanningProblemError.self) {
        try Planner(input: input, draws: plan.source, work: work)
      }
    }
    expectBad { $0.supply[0].leadTimeMeanDays = -1 }
    expectBad { $0.transfers[0].leadTimeDays = -1 }
    expectBad { $0.facilities[0].storage = .nan }
    expectBad { $0.facilities[0].outboundPerDay = -5 }
    expectBad { $0.deliveries[0].costPerUnit = .infinity }
    expectBad { $0.transfers.append($0.transfers[0].reversed) }
    var input = plan.input
    input.settings.reviewDays = 0
    #expect(throws: PlanningProblemError.self) {
      try Planner(input: input, draws: plan.source, work: work)
    }
  }
}

extension Transfer {
  fileprivate var reversed: Transfer {
    Transfer(
      from: to, to: from, leadTimeDays: leadTimeDays, costPerUnit: costPerUnit,
      costPerLitre: costPerLitre)
  }
}
