import RetailData
import Testing

@testable import InventoryPlanning

@Suite("Explanations while the solve goes on, and how certain prices are")
struct PreliminaryExplanationTests {
  private struct Seen {
    let answer: PlanAnswer
    let items: [[MarginalExplanation]]
    let facilities: [FacilityExplanation?]

    init(_ answer: PlanAnswer, _ plan: RandomPlan) {
      self.answer = answer
      items = (0..<plan.input.items.count).map { answer.explain(item: $0) }
      facilities = plan.input.network.facilities.indices.map { answer.explain(facility: $0) }
    }
  }

  /// Who keeps an answer can explain it later: what the solver went on to does not show.
  @Test(arguments: 0..<4)
  func answersStayAsTheyWere(seed: UInt64) throws {
    let plan = RandomPlan(seed: seed)
    let work = WorkContext(threads: 2)
    let planner = try Planner(input: plan.input, draws: plan.source, work: work)
    var seen: [Seen] = []
    let outcome = try planner.solve(PlanGoal(gap: 1e-4, iterationLimit: 600), work: work) {
      seen.append(Seen($0, plan))
    }
    try #require(seen.count > 3)
    for early in seen {
      let late = Seen(early.answer, plan)
      #expect(late.items == early.items && late.facilities == early.facilities)
    }
    // And keeping them changes nothing of the solve.
    let alone = try planner.solve(PlanGoal(gap: 1e-4, iterationLimit: 600), work: work)
    #expect(Seen(alone.answer, plan).items == Seen(outcome.answer, plan).items)
    #expect(seen[0].items != seen[seen.count - 1].items)
  }

  /// The price that proves the bound lies in its range. Exact prices do in most cases: prices need
  /// not be unique, and those of a solve come from one side, so that not all can be asked for.
  @Test func rangesHoldThePrices() throws {
    var (inside, binding) = (0, 0)
    var options = RandomPlan.Options()
    options.items = 2...4
    for seed in 0..<12 as Range<UInt64> {
      let rough = try SolvedPlan(seed: seed, options, gap: 0.01)
      let exact = try SolvedPlan(seed: seed, options, gap: 2e-4, iterations: 4_000)
      let cost = rough.outcome.answer.cost
      for facility in rough.plan.input.network.facilities.indices {
        let found = try #require(rough.outcome.explain(facility: facility))
        let truth = try #require(exact.outcome.explain(facility: facility))
        for (charge, sharp) in [
          (found.storage, truth.storage), (found.inbound, truth.inbound),
          (found.outbound, truth.outbound),
        ] {
          #expect(charge.priceRange.contains(charge.price) && charge.priceRange.lowerBound >= 0)
          // Prices that matter: their row comes to more than what the gap leaves open.
          guard sharp.total > 0.02 * cost else { continue }
          binding += 1
          let slack = 0.02 * sharp.price
          if charge.priceRange.lowerBound - slack <= sharp.price,
            sharp.price <= charge.priceRange.upperBound + slack
          {
            inside += 1
          }
        }
      }
    }
    #expect(binding > 10)
    #expect(Double(inside) >= 0.6 * Double(binding), "\(inside) of \(binding)")
  }
}
