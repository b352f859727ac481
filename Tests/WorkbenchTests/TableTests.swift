import Foundation
import Recommendations
import RetailData
import TerminalUI
import Testing

@testable import Workbench

struct TableTests {
  @Test func sortingByAColumnStartsAtTheTopAndTurnsRound() {
    var bench = Bench()
    bench.press(.down, .down)
    bench.run("sort", "price")
    #expect(bench.model.page.table.selection == 0)
    let prices = bench.rows.map { Fixture.price($0) }
    #expect(prices == prices.sorted(by: >))
    bench.press(.character("S"))
    #expect(bench.rows.map { Fixture.price($0) } == prices.sorted())
    bench.run("sort", "title")
    let titles = bench.rows.map { Fixture.shop.items.titles[$0].lowercased() }
    #expect(titles == titles.sorted())
    bench.run("sort", "no-such-column")
    #expect(bench.model.notice?.isProblem == true)
  }

  @Test func columnsAreChosenWithTheArrows() {
    var bench = Bench()
    bench.press(.character("<"), .character("<"))
    #expect(bench.model.page.table.column == "brand")
    bench.press(.character("s"))
    #expect(bench.model.page.table.arrangement.sortColumn == "brand")
    for _ in 0..<20 { bench.press(.character(">")) }
    #expect(bench.model.page.table.column == "on_hand")
  }

  @Test func searchGoesRoundInBothDirections() {
    var bench = Bench()
    bench.run("sort", "id")
    bench.press(.character("/"))
    bench.type("mug")
    bench.press(.enter)
    #expect(bench.rows[bench.model.page.table.selection] == 5)
    bench.press(.character("n"), .character("n"))
    #expect(bench.rows[bench.model.page.table.selection] == 7)
    bench.press(.character("N"), .character("N"), .character("N"))
    #expect(bench.rows[bench.model.page.table.selection] == 9)
    bench.press(.character("n"))
    #expect(bench.rows[bench.model.page.table.selection] == 5)
  }

  @Test func searchIsTakenBackByEscape() {
    var bench = Bench()
    bench.press(.down, .down)
    let before = bench.model.page
    bench.press(.character("/"))
    bench.type("clock")
    #expect(bench.model.page.table.selection != 2)
    bench.press(.escape)
    #expect(bench.model.page == before)
  }

  @Test func filteringKeepsTheSelectedRowIfItPasses() {
    var bench = Bench()
    bench.run("sort", "id")
    for _ in 0..<7 { bench.press(.down) }
    bench.run("filter", "mug")
    #expect(bench.rows == [5, 6, 7, 8, 9])
    #expect(bench.rows[bench.model.page.table.selection] == 7)
    bench.press(.escape)
    #expect(bench.rows.count == Fixture.items)
    #expect(bench.rows[bench.model.page.table.selection] == 7)
    bench.run("filter", "lamp")
    #expect(bench.model.page.table.selection == 0)
  }

  @Test func aSlowSortLeavesTheTableInUse() {
    var bench = Bench()
    bench.holdsWork = true
    bench.run("sort", "price")
    #expect(bench.text().contains("sorting by price"))
    bench.press(.down, .down)
    #expect(bench.model.page.table.selection == 2)
    bench.finishAll()
    #expect(bench.text().contains("sorted by price"))
  }

  @Test func numbersAreNeverCut() {
    for columns in 80...200 {
      let bench = Bench(Size(columns: columns, rows: 30))
      let scene = bench.model.scene(0)
      let width = bench.model.panes[0].inner.columns
      let layout = TableLayout(
        columns: scene?.source.columns ?? [], width: width, sortColumn: "buyers")
      #expect(layout.slots.contains { $0.column.id == "buyers" })
      for slot in layout.slots where slot.column.isRightAligned {
        for row in 0..<Fixture.items {
          #expect(TextWidth.width(of: slot.column.text(row)) <= slot.width)
        }
        #expect(slot.start + slot.width <= width)
      }
    }
  }

  @Test func aSearchThatFindsNothingSaysSoAndHowToGetBack() {
    var bench = Bench(Bench.small)
    bench.press(.down, .down, .down)
    let before = bench.model.page
    let complaint = "no items match “lampz”; Esc clears the search"
    bench.press(.character("/"))
    bench.type("lampz")
    #expect(bench.lines[22].contains(complaint), "\(bench.lines[22])")
    bench.press(.enter)
    #expect(bench.lines[22].contains(complaint), "\(bench.lines[22])")
    #expect(bench.model.page.table.selection == before.table.selection)
    #expect(bench.text().contains("Esc clear"))
    bench.press(.character("n"))
    #expect(bench.model.notice?.text == complaint)
    bench.press(.escape)
    #expect(bench.model.page == before)
    // What is there is found without a word.
    bench.press(.character("/"))
    bench.type("lamp")
    bench.press(.enter)
    #expect(bench.model.notice == nil)
  }

  @Test func threeDotsInASCII() {
    let canvas = Canvas(size: Bench.small, glyphs: .ascii)
    #expect(canvas.signs("computing…") == "computing...")
    var narrow = Canvas(size: Size(columns: 10, rows: 2), glyphs: .ascii)
    narrow.write("computing…", row: 0)
    narrow.write("computing…", row: 1, width: 8)
    #expect(narrow.grid.text.split(separator: "\n").map(String.init) == ["computing~", "computi~"])
    var bench = Bench(holdsWork: true)
    bench.finish(0)
    #expect(bench.lines[38].contains("counting purchases…"))
    #expect(bench.text(.ascii).contains("counting purchases... "))
  }

  @Test func exportsWhatIsShown() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var bench = Bench()
    bench.writesFiles = true
    bench.run("sort", "price")
    bench.run("filter", "mug")
    let path = folder.appending(path: "mugs.csv").path
    bench.run("export", path)
    #expect(bench.model.notice?.text == "wrote 5 rows to \(path)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "id,title,category,brand,price,buyers,units_28d,weekly,on_hand")
    #expect(lines.count == 6)
    #expect(lines[1].hasPrefix("I106,\"Mug, blue\",Mugs,Acme,15.99,"))
    bench.run("export", folder.appending(path: "mugs.json").path)
    let data = try Data(contentsOf: folder.appending(path: "mugs.json"))
    let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(rows.count == 5)
    #expect(rows[0]["id"] as? String == "I106")
    #expect(rows[0]["brand"] as? String == "Acme")
    let weekly = try #require(rows[0]["weekly"] as? [Double])
    #expect(weekly == bench.model.scene(0)?.source.column("weekly")?.values.series(6))
    #expect(rows.contains { $0["brand"] is NSNull })
    bench.run("export", folder.appending(path: "no/such/folder/x.csv").path)
    let complaint = try #require(bench.model.notice)
    #expect(complaint.isProblem)
    #expect(complaint.text.hasSuffix("x.csv: not written: nothing there; check the path"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func quittingAsksOnlyWhileAnExportRuns() {
    var bench = Bench()
    bench.holdsWork = true
    bench.run("export", "/tmp/never-written.csv")
    bench.press(.character("q"))
    #expect(bench.model.prompt?.purpose == .confirmQuit)
    bench.press(.character("n"))
    #expect(bench.model.prompt == nil)
    #expect(bench.told.isEmpty)
    bench.press(.character("q"), .character("y"))
    #expect(bench.told.contains { if case .quit = $0 { true } else { false } })
  }

  @Test func copyingTakesTheSelectedRow() {
    var bench = Bench()
    bench.press(.character("y"))
    guard case .copy(let text)? = bench.told.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("I108\tMug, white\tMugs\t"))
  }
}
