import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// From a promise that is not kept to the figure that can be changed about it, and back.
struct PromiseWarningTests {
  private static let path = "speed.standard.service_target"

  /// The overview of a plan that keeps 97.5 % of a promise of 99 %, on the warning of it.
  private func onTheWarning(_ size: Size = Bench.wide) throws -> Bench {
    var bench = Bench.planning(size, byHand: true)
    bench.run("plan.set", "\(Self.path) 0.99")
    bench.press(.character("1"), .right)
    let entries = try #require(bench.model.warningsQuestion.flatMap { bench.model.planned($0) })
      .value.entries
    let row = try #require(entries.firstIndex { $0.kind == "promise" })
    bench.run("select", String(row + 1))
    return bench
  }

  @Test(arguments: [Bench.small, Bench.wide])
  func enterChoosesTheFigureOfTheSpeed(_ size: Size) throws {
    var bench = try onTheWarning(size)
    let plan = size == Bench.small ? "" : " under the plan"
    #expect(
      bench.text().contains(
        "standard: 97.5 % in time\(plan), 99 % asked for; 0.5 units a day are not"))
    bench.press(.enter)
    #expect(bench.model.screen == .plan)
    #expect(bench.model.chosenParameter?.path == Self.path)
    // It is on the screen, with the penalty beside it, and its keys work at once.
    #expect(bench.text().contains("speed.standard.lost_sale_penalty"))
    bench.press(.character("-"))
    #expect(bench.model.planning.changes.value(of: Self.path) == "0.98")
  }

  @Test(arguments: [Key.escape, .left, .backspace]) func theWayBack(_ key: Key) throws {
    var bench = try onTheWarning()
    let overview = bench.model.page
    bench.press(.enter, key)
    #expect(bench.model.screen == .overview)
    #expect(bench.model.page == overview)
    // It is gone once: there is nothing further back.
    #expect(!bench.model.canEscape)
  }

  @Test func pagesOfThePlanComeFirst() throws {
    var bench = try onTheWarning()
    bench.press(.enter, .character("t"))
    #expect(bench.model.page.place == .planTransfers)
    bench.press(.escape)
    #expect(bench.model.page.place == .plan)
    bench.press(.escape)
    #expect(bench.model.page.place == .overview)
  }

  @Test func leftPassesThePanesFirst() throws {
    var bench = try onTheWarning()
    bench.press(.enter, .right)
    #expect(bench.model.page.focus == PlanPage.moved)
    bench.press(.left)
    #expect(bench.model.screen == .plan)
    bench.press(.left)
    #expect(bench.model.screen == .overview)
  }

  /// Esc stops a solve, as everywhere on the plan screen; the next one leads back.
  @Test func aSolveIsStoppedFirst() throws {
    var bench = try onTheWarning()
    bench.press(.enter)
    bench.holdsWork = true
    bench.press(.character("+"))
    #expect(bench.model.planning.isSolving)
    #expect(bench.text().contains("Esc stop"))
    bench.press(.escape)
    #expect(bench.model.screen == .plan)
    #expect(bench.model.planning.isStopped)
    bench.finishAll()
    #expect(bench.text().contains("Esc back"))
    bench.press(.escape)
    #expect(bench.model.screen == .overview)
  }

  /// Who comes to a screen by its own key came from nowhere.
  @Test(arguments: [[Key.character("4"), .character("5")], [.tab, .backTab], [.character("5")]])
  func aKeyOfItsOwnForgetsTheWay(_ keys: [Key]) throws {
    var bench = try onTheWarning()
    bench.press(.enter)
    for key in keys { bench.press(key) }
    #expect(bench.model.screen == .plan)
    bench.press(.escape, .left, .backspace)
    #expect(bench.model.screen == .plan)
  }

  @Test(arguments: ["vendor", "path:facility", ""], [nil, "value", "path"])
  func anArrangedFormShowsTheFigure(_ filter: String, _ sort: String?) throws {
    var bench = try onTheWarning()
    bench.press(.character("5"))
    if let sort { bench.run("sort", sort) }
    if !filter.isEmpty { bench.run("filter", filter) }
    bench.press(.character("1"), .enter)
    #expect(bench.model.chosenParameter?.path == Self.path)
    #expect(bench.lines.contains { $0.contains(Self.path) })
    #expect(bench.model.page.table.arrangement.filter.isEmpty)
    #expect(bench.model.page.table.arrangement.sortColumn == sort)
    bench.press(.escape)
    #expect(bench.model.screen == .overview)
  }

  @Test func theMouseLeadsThereToo() throws {
    var bench = try onTheWarning()
    let pane = try #require(bench.model.panes.first { $0.content == .table(1) })
    let scene = try #require(bench.model.scene(1))
    let at = Point(
      column: pane.inner.column + 3,
      row: pane.inner.row + 1 + scene.state.selection - scene.state.top)
    bench.send(.event(.mouse(Mouse(.press, at: at))))
    #expect(bench.model.chosenParameter?.path == Self.path)
  }

  /// Whoever replays the session lands on the figure as well.
  @Test func aReplayFindsTheFigure() throws {
    var bench = try onTheWarning()
    bench.press(.enter, .character("+"))
    let log = bench.model.log.lines
    #expect(log.contains("open"))
    let replayed = Bench.planning(byHand: true, replay: log)
    #expect(replayed.model.planning.changes == bench.model.planning.changes)
    #expect(replayed.model.screen == .plan)
    #expect(replayed.model.planning.changes.value(of: Self.path) == "1")
  }
}
