import TerminalUI
import Testing

@testable import Workbench

struct NavigationTests {
  @Test func comingBackFindsThePlaceAsItWasLeft() {
    var bench = Bench(Bench.small)
    bench.press(.pageDown, .down, .down, .character("s"))
    bench.press(.pageDown, .down)
    let before = bench.model.page
    let screen = bench.text()
    bench.press(.enter)
    #expect(bench.model.depth == 2)
    bench.press(.down, .enter, .down, .enter)
    #expect(bench.model.depth == 4)
    bench.press(.escape, .backspace, .escape)
    #expect(bench.model.page == before)
    #expect(bench.text() == screen)
  }

  @Test func everyScreenKeepsItsOwnPages() {
    var bench = Bench()
    bench.press(.down, .enter, .down)
    let item = bench.text()
    bench.press(.character("3"), .enter)
    let customer = bench.text()
    bench.press(.character("2"))
    #expect(bench.text() == item)
    bench.press(.tab)
    #expect(bench.text() == customer)
    bench.press(.backTab, .backTab)
    #expect(bench.model.screen == .overview)
    bench.press(.backTab)
    #expect(bench.model.screen == ScreenName.allCases.last)
    bench.press(.tab, .tab)
    #expect(bench.model.screen == .items)
  }

  @Test func enterOnAnItemLeadsToItsPageFromAnywhere() {
    var bench = Bench()
    bench.press(.character("1"), .down, .enter)
    #expect(bench.model.page.place == .item(6))
    bench.press(.escape, .right, .down, .enter)
    #expect(bench.model.page.place == .facility(1), "the notice about full storage names Hill")
    bench.press(.escape, .down, .down, .enter)
    #expect(bench.model.page.place == .item(10), "the notice about silent items names I110")
    bench.press(.escape, .down, .enter)
    #expect(bench.model.page.place == .customer(1), "the notice about heavy buyers names C11")
    bench.press(.left, .enter)
    guard case .item = bench.model.page.place else {
      Issue.record("a purchase leads to its item, not to \(bench.model.page.place)")
      return
    }
    bench.press(.escape, .character("m"), .right, .down, .enter)
    guard case .item = bench.model.page.place else {
      Issue.record("a method's recommendation leads to its item")
      return
    }
  }

  @Test func aNoticeOpensInFullAndLeadsBack() {
    var bench = Bench(Bench.small)
    bench.press(.character("1"), .right, .end)
    let overview = bench.text()
    bench.press(.enter)
    #expect(bench.model.page.place == .notice(0))
    #expect(bench.text().contains("echelon check /data/corner-shop"))
    #expect(bench.text().contains("rows without a customer were skipped"))
    bench.press(.down, .character("s"), .character("f"), .enter, .escape)
    #expect(bench.text() == overview)
  }

  @Test func headingsAreNotCounted() throws {
    var bench = Bench(Bench.small)
    bench.press(.character("3"), .enter, .left, .end)
    let scene = try #require(bench.model.scene(0))
    let lines = scene.source.rowCount - scene.source.headings.count
    #expect(lines < scene.source.rowCount)
    #expect(bench.model.positionText == "\(lines) of \(lines)")
    bench.press(.home)
    #expect(bench.model.positionText == "1 of \(lines)")
  }

  @Test func thePartsOutOfSightAreNamed() {
    var bench = Bench()
    bench.press(.character("3"), .enter)
    #expect(bench.text().contains("← history"))
    bench.press(.left)
    #expect(bench.text().contains("why →"))
    bench.send(.event(.resize(Size(columns: 160, rows: 40))))
    #expect(!bench.text().contains("why →"))
    bench.press(.character("p"))
    #expect(bench.text().contains("why →"), "the panel takes the room of the third")
  }

  @Test func movementStaysInsideTheTable() {
    var bench = Bench(Bench.small)
    bench.press(.up)
    #expect(bench.model.page.table.selection == 0)
    bench.press(.character("G"))
    #expect(bench.model.page.table.selection == Fixture.items - 1)
    #expect(bench.model.page.table.top == Fixture.items - 20)
    bench.press(.down, .pageDown)
    #expect(bench.model.page.table.selection == Fixture.items - 1)
    bench.press(.control("u"))
    #expect(bench.model.page.table.selection == Fixture.items - 1 - 10)
    bench.press(.home, .character("j"), .character("k"), .control("d"))
    #expect(bench.model.page.table.selection == 10)
  }

  @Test func headingsAreNeverSelected() {
    var bench = Bench(Bench.small)
    bench.press(.character("3"), .enter, .left)
    for key in [Key.home, .end, .pageDown, .pageUp, .down, .down, .down, .down, .down, .up, .up] {
      bench.press(key)
      #expect(bench.model.selectedRow != nil, "after \(key.label)")
    }
  }

  @Test func theMouseSelectsOpensScrollsAndSorts() {
    var bench = Bench(Bench.small)
    bench.send(.event(.mouse(Mouse(.press, at: Point(column: 10, row: 5)))))
    #expect(bench.model.page.table.selection == 3)
    bench.send(.event(.mouse(Mouse(.wheelDown, at: Point(column: 10, row: 5)))))
    #expect(bench.model.page.table.selection == 6)
    bench.send(.event(.mouse(Mouse(.press, at: Point(column: 31, row: 1)))))
    #expect(bench.model.page.table.arrangement.sortColumn == "price")
    #expect(bench.rows.first.map { Fixture.price($0) } == 15.99)
    bench.send(.event(.mouse(Mouse(.doublePress, at: Point(column: 10, row: 4)))))
    #expect(bench.model.depth == 2)
  }

  @Test func resizingKeepsTheSelectionInSight() {
    var bench = Bench()
    bench.press(.character("G"))
    bench.send(.event(.resize(Bench.small)))
    let state = bench.model.page.table
    #expect((state.top..<state.top + 20).contains(state.selection))
  }
}
