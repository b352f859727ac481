import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// What the planning screens say where there is little room for it.
struct PlanLooksTests {
  private static let widths = [80, 104, 112, 120, 140, 180]

  private func onPlan(_ columns: Int) -> Bench {
    var bench = Bench.planning(Size(columns: columns, rows: 40), byHand: true)
    bench.press(.character("5"))
    return bench
  }

  @Test(arguments: widths) func oldFiguresSaySoInFull(_ columns: Int) {
    var bench = onPlan(columns)
    bench.holdsWork = true
    bench.run("plan.set", "facility.north-fc.storage_l -10%")
    #expect(bench.lines.contains { $0.contains("cost") && $0.contains("before the change") })
    bench.finishAll()
    #expect(!bench.text().contains("before the change"))
  }

  @Test(arguments: widths.filter { $0 >= 120 })
  func whatWasChangedIsReadToItsEnd(_ columns: Int) {
    var bench = onPlan(columns)
    bench.run("plan.set", "facility.north-fc.outbound_units_per_day 13.25")
    #expect(bench.text().contains("facility.north-fc.outbound_units_per_day 13.25"))
    bench.run("plan.set", "facility.north-fc.storage_l 55")
    let isCounted = bench.text().contains(
      "2 changes: facility.north-fc.outbound_units_per_day 13.25")
    let isWhole = bench.text().contains("units_per_day 13.25, facility.north-fc.storage_l 55")
    #expect(isCounted || isWhole)
  }

  /// Whether the plan is of now comes before how a table is arranged, which its header says too.
  @Test(arguments: [80, 104, 120]) func thePlanIsReadToItsEndInTheStatusLine(_ columns: Int) {
    var bench = Bench.planning(Size(columns: columns, rows: 24), byHand: true)
    bench.press(.character("2"))
    bench.run("filter", "title!=\(String(repeating: "a", count: columns / 2))")
    bench.run("sort", "title")
    let status = bench.lines[22]
    #expect(status.contains("plan certified") && status.contains("· current "))
    #expect(status.hasSuffix("1 of 10 (of 10)"))
  }

  @Test func aFigureKeepsItsPerCentSign() {
    let canvas = Canvas(size: Bench.small, glyphs: .unicode)
    let text = "each with its 95 % interval"
    for width in 4...27 {
      let lines = canvas.wrapped(text, to: width)
      #expect(lines.joined(separator: " ") == text)
      #expect(lines.allSatisfy { !$0.hasPrefix("%") }, "\(lines)")
    }
    #expect(canvas.wrapped("% of all", to: 80) == ["% of all"])
  }

  @Test(arguments: [
    ("price +0.0034 to 0.25", 20, "price +0.0034 to …"), ("price +0.0034", 10, "price …"),
    ("price +0.0034", 13, "price +0.0034"), ("80 pieces", 5, "80 p…"), ("123456", 4, "123…"),
    ("pack of 12, blue", 11, "pack of 12…"), ("pack of 12", 0, ""),
  ])
  func noNumberIsCutInATable(_ text: String, _ width: Int, _ shown: String) {
    let canvas = Canvas(size: Bench.small, glyphs: .unicode)
    #expect(canvas.beginning(of: text, in: width) == shown)
  }

  @Test(arguments: [Bench.small, Bench.wide])
  func everyPlanningPageIsWrittenInASCII(_ size: Size) {
    var bench = Bench.planning(size, byHand: true)
    bench.run("plan.set", "facility.north-fc.storage_l -50%")
    var seen: Set<String> = []
    // Each screen, and what its keys lead to.
    for way in ["1", "2", "2E", "2Eb", "4", "4E", "4EE", "5", "5d", "5o", "5t", "8"] {
      for key in way { bench.press(key == "E" ? .enter : .character(key)) }
      bench.finishAll()
      let text = bench.text(.ascii)
      let other = text.first { !$0.isASCII }
      #expect(other == nil, "\(way) shows \(other ?? " ")")
      #expect(seen.insert(text).inserted, "\(way) shows what was shown before")
      for _ in way.dropFirst() { bench.press(.escape) }
    }
  }

  /// A building with more stock than room: the plan counts with what stands there.
  @Test(arguments: [Bench.small, Bench.wide])
  func whereMoreStandsThanFitsNoPriceIsPromised(_ size: Size) throws {
    var bench = Bench.planning(size)
    let load = try #require(bench.model.planning.newest).plan.loads[1].storage
    #expect(load.capacity == 69, "the fixture has room for 60")
    bench.press(.character("5"), .character("/"))
    bench.type("facility.north-fc.storage_l")
    bench.press(.enter)
    #expect(bench.text().contains("69 l stand there today: planned with as much"))
    func storage() throws -> String {
      bench.press(.character("4"))
      let line = try #require(bench.model.page.tables.first).selection
      if line == 0 { bench.press(.down) }
      bench.press(.enter)
      bench.finishAll()
      defer { bench.press(.escape) }
      return try #require(bench.lines.first { $0.hasPrefix(" storage") })
    }
    let full = try storage()
    #expect(full.contains(size == Bench.small ? "more saves from 69 on" : "saves from 69 on"))
    #expect(!full.contains("one more saves") && !full.contains("+1 saves"), "\(full)")
    let figures = try #require(bench.model.planning.newest)
    #expect(figures.overfull == [1])
    func network(_ bench: Bench) -> TableSource? {
      bench.model.planned(NetworkQuestion(plan: bench.model.planKey))?.value.flat
    }
    func price(_ table: TableSource?) throws -> Double {
      try #require(table?.column("storage_price")).values.number(1)
    }
    func charges() throws -> [Double] {
      let worth = try #require(bench.model.facilityFigures(1)).value.items
      return try ["charged", "net"].flatMap { id in
        let values = try #require(worth.column(id)).values
        return (0..<worth.rowCount).map(values.number)
      }
    }
    #expect(try price(network(bench)).isNaN)
    #expect(try charges().allSatisfy(\.isNaN))
    bench.run("plan.set", "facility.north-fc.storage_l 100")
    #expect(try price(network(bench)) >= 0)
    let roomy = try storage()
    #expect(try charges().contains { $0.isFinite })
    #expect(roomy.contains("one more saves") || roomy.contains("+1 saves"), "\(roomy)")
  }
}
