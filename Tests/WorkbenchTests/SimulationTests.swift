import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// The simulation screen: running, stopping, looking at what came of it, and replaying days.
struct SimulationTests {
  private static let sizes = [Bench.small, Bench.wide]

  private func name(_ base: String, _ size: Size) -> String {
    "\(base)-\(size.columns)x\(size.rows)"
  }

  private func onSimulation(_ size: Size = Bench.wide) -> Bench {
    var bench = Bench.planning(size, byHand: true)
    bench.press(.character("7"))
    return bench
  }

  private func job(_ bench: Bench) -> (id: WorkID, work: Work)? {
    bench.waiting.first { if case .simulate = $0.work { true } else { false } }
  }

  @Test(arguments: sizes) func screens(_ size: Size) throws {
    var bench = onSimulation(size)
    expectSnapshot(bench.text(), name("simulation-before", size))
    bench.holdsWork = true
    bench.press(.character("r"))
    let id = try #require(job(bench)?.id)
    bench.send(
      .progress(
        id, WorkProgress(stage: "calibrating", done: 4, total: 10, unit: "items")))
    expectSnapshot(bench.text(), name("simulation-running", size))
    bench.holdsWork = false
    bench.finishAll()
    expectSnapshot(bench.text(), name("simulation", size))
    bench.press(.tab)
    #expect(bench.model.screen != .simulation)
  }

  @Test(arguments: sizes) func replays(_ size: Size) {
    var bench = onSimulation(size)
    bench.press(.character("r"), .right, .right, .down, .enter)
    #expect(bench.model.page.place == .replay(.facility(1)))
    bench.press(.down, .down, .down)
    expectSnapshot(bench.text(), name("replay-facility", size))
    bench.press(.escape, .character("G"), .enter)
    guard case .replay(.item) = bench.model.page.place else {
      Issue.record("no replay of an item")
      return
    }
    bench.press(.down, .down)
    expectSnapshot(bench.text(), name("replay-item", size))
    let before = bench.text()
    bench.press(.character("v"))
    #expect(bench.text() != before)
    bench.press(.character("V"))
    #expect(bench.text() == before)
    bench.press(.character("x"))
    #expect(bench.text().contains("run 2"))
  }

  @Test func asciiAndNoColour() {
    var bench = onSimulation(Bench.small)
    bench.press(.character("r"))
    let text = bench.text(.ascii)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    bench.press(.right, .right, .down, .enter)
    #expect(bench.text(.ascii).utf8.allSatisfy { $0 < 0x80 })
  }

  /// Nothing runs by itself; Esc stops it; a change makes what is there one of other figures.
  @Test func runsWhenAskedAndStops() throws {
    var bench = onSimulation()
    #expect(bench.model.simulation.result == nil && bench.model.simulation.run == nil)
    bench.holdsWork = true
    bench.press(.character("r"))
    #expect(bench.model.simulation.run != nil)
    bench.press(.escape)
    #expect(bench.model.simulation.run == nil && job(bench) == nil)
    bench.holdsWork = false
    bench.press(.character("r"))
    #expect(bench.model.isSimulationCurrent)
    bench.run("plan.set", "facility.north-fc.storage_l 50")
    #expect(!bench.model.isSimulationCurrent)
    bench.press(.character("7"))
    #expect(bench.text().contains("of other figures"))
    bench.press(.character("r"))
    #expect(bench.model.isSimulationCurrent)
  }

  @Test func aFailureIsShown() throws {
    var bench = onSimulation()
    bench.holdsWork = true
    bench.press(.character("r"))
    let id = try #require(job(bench)?.id)
    bench.drop(id)
    bench.send(.finished(id, .failed(Failure("the storage of North FC is no number"))))
    #expect(bench.text().contains("the storage of North FC is no number"))
    #expect(bench.model.canSimulate)
  }

  @Test func withoutANetworkThereIsNothingToRun() {
    var bench = Bench(Bench.wide)
    bench.press(.character("7"), .character("r"))
    #expect(bench.model.simulation.run == nil)
    #expect(bench.text().contains("no plan"))
  }
}
