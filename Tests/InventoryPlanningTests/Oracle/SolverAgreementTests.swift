import InventoryPlanning
import RetailData
import TestSupport
import Testing

/// The judge is judged first: two solvers that share nothing must agree about the extensive form.
@Suite("Two external solvers")
struct SolverAgreementTests {
  @Test(arguments: 0..<6)
  func agreeOnTheOptimum(seed: UInt64) throws {
    var options = RandomPlan.Options()
    options.items = 1...2
    options.scenarios = 2...4
    let form = RandomPlan(seed: seed, options).oracle
    let costs = try ExternalSolver.allCases.map { try $0.solve(form.program).cost }
    // Both stop at dual infeasibilities of 1e-7 at most, relative to costs of about 1.
    #expect(abs(costs[0] - costs[1]) <= 1e-6 * max(1, abs(costs[0])), "\(costs)")
  }

  @Test func agreeThatThereIsNoAnswer() throws {
    var program = LinearProgram()
    let row = program.addRow("r", .atLeast, 2)
    _ = program.addColumn("x", cost: 1, upper: 1, entries: [(row, 1)])
    for solver in ExternalSolver.allCases {
      #expect(throws: ExternalSolver.Failure.self) { try solver.solve(program) }
    }
  }
}
