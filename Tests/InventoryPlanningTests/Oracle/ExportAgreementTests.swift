import InventoryPlanning
import RetailData
import Testing

/// What `--export-lp` writes and what the tests' own writer makes of the same input are two readings
/// of the model: their optima are one.
@Suite("The exported program and the oracle's")
struct ExportAgreementTests {
  @Test(arguments: 0..<30)
  func haveOneOptimum(seed: UInt64) throws {
    let plan = RandomPlan(seed: seed)
    var bytes: [UInt8] = []
    try ExtensiveForm(input: plan.input, draws: plan.source)
      .write(work: WorkContext(threads: 1)) { bytes += $0 }
    let exported = try ExternalSolver.clp.solve(freeMPS: String(decoding: bytes, as: UTF8.self))
    let own = try ExternalSolver.clp.solve(plan.oracle.program)
    // CLP's tolerances of 1e-9 leave differences of that order, times the size of the numbers.
    #expect(abs(exported.cost - own.cost) <= 1e-7 * max(1, abs(own.cost)))
  }
}
