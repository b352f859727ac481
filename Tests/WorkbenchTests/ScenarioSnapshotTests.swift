import TerminalUI
import Testing

@testable import Workbench

/// The scenarios screen and its comparison as text.
struct ScenarioSnapshotTests {
  private static let sizes = [Bench.small, Bench.wide]
  private let file = ScenarioFile()

  private func name(_ base: String, _ size: Size) -> String {
    "\(base)-\(size.columns)x\(size.rows)"
  }

  private func bench(_ size: Size) -> Bench {
    var bench = Bench.planning(size, scenarios: file.store)
    bench.press(.character("8"))
    bench.run("plan.set", "facility.north-fc.storage_l 50")
    bench.run("scenario.save", "less room in the north")
    bench.run("plan.set", "demand_factor 1.5")
    bench.run("scenario.save", "and half as much demand again")
    bench.press(.character("m"), .down)
    return bench
  }

  @Test(arguments: sizes) func empty(_ size: Size) {
    var bench = Bench.planning(size, scenarios: file.store)
    bench.press(.character("8"))
    expectSnapshot(bench.text(), name("scenarios-empty", size))
  }

  @Test(arguments: sizes) func list(_ size: Size) {
    expectSnapshot(bench(size).text(), name("scenarios", size))
  }

  @Test(arguments: sizes) func comparison(_ size: Size) {
    var bench = bench(size)
    bench.press(.character("v"))
    expectSnapshot(bench.text(), name("scenario-comparison", size))
    bench.press(.right)
    expectSnapshot(bench.text(), name("scenario-positions", size))
  }

  @Test(arguments: sizes) func deleting(_ size: Size) {
    var bench = bench(size)
    bench.press(.character("d"))
    expectSnapshot(bench.text(), name("scenario-delete", size))
  }

  @Test func inASCII() {
    let text = bench(Bench.small).text(.ascii)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    expectSnapshot(text, "scenarios-ascii-80x24")
  }
}
