import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// The plan screen: what the keys do, and that no figure is ever shown as more than it is.
struct PlanScreenTests {
  private let storage = "facility.north-fc.storage_l"

  private func onPlan(_ size: Size = Bench.wide) -> Bench {
    var bench = Bench.planning(size, byHand: true)
    bench.press(.character("5"))
    return bench
  }

  /// Chooses a figure as an analyst would.
  private func choose(_ path: String, _ bench: inout Bench) {
    bench.press(.character("/"))
    bench.type(path)
    bench.press(.enter)
    #expect(bench.model.chosenParameter?.path == path)
  }

  @Test func figuresAreSteppedTypedAndRestored() {
    var bench = onPlan()
    choose(storage, &bench)
    bench.press(.character("+"), .character("+"), .character("-"))
    #expect(bench.model.planning.changes.value(of: storage) == "62")
    bench.press(.character("="))
    bench.type("-10%")
    bench.press(.enter)
    #expect(bench.model.planning.changes.value(of: storage) == "55.8")
    bench.press(.character("="))
    bench.type("lots")
    bench.press(.enter)
    #expect(bench.lines[38].contains("cannot be \"lots\""), "\(bench.lines[38])")
    bench.press(.character("0"))
    #expect(bench.model.planning.changes.isEmpty)
    bench.press(.character("u"), .character("u"))
    #expect(bench.model.planning.changes.value(of: storage) == "62")
  }

  @Test func theChosenFigureStaysChosenWhereTheOrderFollowsTheValues() {
    var bench = onPlan()
    bench.run("filter", "storage_l")
    bench.run("sort", "value")
    choose("facility.south-fc.storage_l", &bench)
    for _ in 0..<250 { bench.press(.character("-")) }
    #expect(bench.model.planning.changes.list.map(\.path) == ["facility.south-fc.storage_l"])
    #expect(bench.model.chosenParameter?.path == "facility.south-fc.storage_l")
    #expect(bench.model.page.table.selection == 2, "it is the smallest now")
  }

  @Test(arguments: [Bench.small, Bench.wide])
  func whatBelongsToOlderFiguresSaysSo(_ size: Size) {
    var bench = onPlan(size)
    choose(storage, &bench)
    bench.holdsWork = true
    for _ in 0..<20 {
      bench.press(.character("-"))
      #expect(bench.text().contains("before the change"))
      #expect(bench.lines[size.rows - 2].contains("plan stale"))
      #expect(!bench.text().contains("current"))
      #expect(bench.text().contains(size == Bench.small ? "storage" : "Figures"))
    }
    let grid = view(bench.model, glyphs: .unicode)
    let line = bench.lines[1]
    let column = line.distance(
      from: line.startIndex, to: line.firstRange(of: "154")?.lowerBound ?? line.startIndex)
    #expect(column > 0 && grid[column, 1].style.role == .stale, "\(line)")
    bench.finishAll()
    #expect(!bench.text().contains("before the change"))
    #expect(bench.lines[size.rows - 2].contains("current"))
  }

  @Test func whatMovedNamesItemsPlacesAndCauses() throws {
    var bench = onPlan()
    bench.run("plan.set", "\(storage) -50%")
    let moved = try #require(bench.model.planDifferences)
    #expect(moved.isCurrent && moved.value.moved.rowCount > 5)
    let because = try #require(moved.value.moved.column("because"))
    let facility = try #require(moved.value.moved.column("facility"))
    for row in 0..<moved.value.moved.rowCount where facility.text(row) == "North FC" {
      #expect(because.text(row).contains("storage price +0.1 to 0.2"), "\(because.text(row))")
    }
    #expect(because.text(0) == "storage price +0.1 to 0.2; at South FC instead")
    bench.press(.character("d"))
    #expect(bench.model.page.place == .planDifferences)
    bench.press(.enter)
    guard case .item = bench.model.page.place else {
      Issue.record("\(bench.model.page.place)")
      return
    }
    bench.press(.escape, .escape, .character("b"))
    #expect(bench.text().contains("differences are now against this plan"))
    #expect(bench.model.planDifferences?.value.moved.rowCount == 0)
  }

  /// A solve goes on with fractions; its baseline has been made whole, which costs something else.
  @Test func likeIsComparedWithLike() throws {
    let bench = Bench.planning()
    let whole = try #require(bench.model.planning.newest)
    let answer = try #require(whole.answer)
    let fractional = try #require(whole.fractionalCost)
    #expect(whole.plan.isInteger && fractional != whole.cost)
    let running = PlanFigures(
      id: whole.id, changes: whole.changes, input: whole.input,
      answer: PlanAnswer(
        iterations: 1, seconds: 0, bound: answer.bound, cost: fractional, plan: Plan()),
      seconds: 0)
    #expect(running.comparable(of: whole.light).cost == fractional)
    #expect(running.comparable(of: whole.light).plan.isInteger == false)
    #expect(whole.comparable(of: whole.light).cost == whole.cost)
  }

  /// What the solver left open and what whole cases add stand apart, wherever a gap is shown.
  @Test func theGapOfTheSolverAndTheCostOfWholeCasesStandApart() throws {
    let bench = Bench.planning()
    let whole = try #require(bench.model.planning.newest)
    func figures(cost: Double) -> PlanFigures {
      PlanFigures(
        id: whole.id, changes: whole.changes, input: whole.input,
        answer: PlanAnswer(
          iterations: 1, seconds: 0, bound: 99.5, cost: cost, plan: whole.plan),
        seconds: 0.25, fractionalCost: 100, ending: .gapReached)
    }
    let (gap, cases) = figures(cost: 104).certificate
    let added = try #require(cases)
    #expect(abs(gap - 0.005) < 1e-12 && abs(added - 4.0 / 104) < 1e-12)
    var model = bench.model
    model.planning.newest = figures(cost: 104)
    let status = try #require(model.planStatus)
    #expect(status.text == "plan certified 0.5 % + cases 3.8 % · 0.25 s · current")
    for screen in ["screen.plan", "screen.network"] {
      _ = update(&model, .command(name: screen, argument: nil))
      let text = view(model, glyphs: .unicode).text
      #expect(text.contains("gap 0.5 % + cases 3.8 %"), "\(text)")
    }
    // Cases that happen to cost nothing are no part of it.
    #expect(figures(cost: 100).certificate.cases == nil)
  }

  /// Less room may seem to save money, where whole cases fall better by chance: that is said.
  @Test func roundingAloneMayTurnADifferenceRound() throws {
    let whole = try #require(Bench.planning().model.planning.newest)
    let fractional = try #require(whole.fractionalCost)
    func other(cost: Double, fractional: Double) -> PlanFigures {
      PlanFigures(
        id: whole.id, changes: whole.changes, input: whole.input,
        answer: PlanAnswer(
          iterations: 1, seconds: 0, bound: whole.bound, cost: cost, plan: whole.plan),
        seconds: 0, fractionalCost: fractional, ending: .gapReached)
    }
    let cheaper = other(cost: whole.cost - 3, fractional: fractional + 2)
    let turned = try #require(cheaper.differenceOfRounding(from: whole.light))
    #expect(abs(turned - 2) < 1e-9)
    let dearer = other(cost: whole.cost + 3, fractional: fractional + 2)
    #expect(dearer.differenceOfRounding(from: whole.light) == nil)
  }

  /// A session that was left with other figures.
  private var changedSession: SessionRecord {
    var session = SessionRecord()
    var data = SessionRecord.DataRecord()
    data.screen = .plan
    data.plan = PlanChanges([PlanChange(path: storage, value: "30")])
    session.data["/data/corner-shop"] = data
    return session
  }

  @Test func otherFiguresFromTheStartGetABaselineToo() {
    let bench = Bench.planning(byHand: true, remembered: changedSession)
    #expect(bench.model.planning.figures?.isCurrent == true)
    #expect(bench.model.planning.newest?.input.network.facilities[1].storage == 30)
    #expect(bench.model.planning.baseline?.input.network.facilities[1].storage == 60)
    #expect(bench.model.planDifferences?.value.moved.rowCount ?? 0 > 0)
  }

  @Test func aChangeWhileTheBaselineIsSolvedIsOnItsWayAtOnce() {
    var bench = Bench.planning(holdsWork: true, byHand: true, remembered: changedSession)
    while bench.model.planning.solve?.isForBaseline != true, !bench.waiting.isEmpty {
      bench.finish(0)
    }
    #expect(bench.model.planning.solve?.isForBaseline == true)
    bench.run("plan.set", "\(storage) 29")
    #expect(bench.model.planning.solve?.isForBaseline == true, "it has not let go yet")
    #expect(bench.model.planning.status?.text.contains("re-solving") == true)
  }

  @Test func escapeStopsTheSolveWhereThereIsNothingNearer() {
    var bench = onPlan()
    choose(storage, &bench)
    bench.holdsWork = true
    bench.press(.character("-"), .escape)
    #expect(bench.model.planning.isSolving, "the search is nearer")
    bench.press(.escape)
    #expect(!bench.model.planning.isSolving && bench.model.planning.isStopped)
    bench.finishAll()
    bench.press(.character("r"))
    #expect(bench.solves.count == 1)
  }

  @Test func sectionsAreSkippedThrough() {
    var bench = onPlan()
    var seen: [String] = []
    for _ in 0..<4 {
      bench.press(.character("]"))
      seen.append(bench.model.chosenParameter?.path ?? "")
    }
    #expect(seen.map { $0.prefix { $0 != "." } } == ["facility", "speed", "transfer", "delivery"])
    bench.press(.down, .character("["), .character("["))
    #expect(bench.model.chosenParameter?.path == seen[2])
  }

  @Test func theFormShowsEveryFigureAsItIs() throws {
    var bench = onPlan()
    bench.run("plan.set", "facility.*.storage_l +10%")
    bench.run("plan.set", "delivery.*.*.*.cutoff_hour none")
    bench.run("plan.set", "mode target")
    let form = try #require(bench.model.planning.form)
    let ground = try #require(bench.model.planning.ground)
    let input = try #require(bench.model.planning.input)
    for row in 0..<form.rowCount {
      let parameter = try #require(form.parameter(row))
      #expect(form.row(of: parameter.path) == row)
      #expect(form.paths[row] == parameter.path)
      let value = ground.catalogue.value(of: parameter, in: input)
      #expect(form.words[row] == value.word)
      #expect(form.values[row] == value.number || value.number.isNaN)
      #expect((form.changes[row] != nil) == (value != parameter.defaultValue))
    }
    bench.press(.character("u"), .character("u"), .character("u"))
    #expect(bench.model.planning.form?.changes.isEmpty == true)
  }
}
