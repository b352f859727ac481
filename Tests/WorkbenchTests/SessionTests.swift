import Foundation
import Recommendations
import RetailData
import TerminalUI
import Testing

@testable import Workbench

struct SessionTests {
  private func leave(_ bench: inout Bench) -> SessionRecord? {
    bench.press(.character("q"))
    for case .saveSession(let record) in bench.told.reversed() { return record }
    return nil
  }

  @Test func theNextSessionBeginsWhereThisOneEnded() throws {
    var bench = Bench()
    bench.run("sort", "price")
    bench.run("filter", "price>3")
    bench.press(.down, .down, .down)
    bench.run("kappa", "42")
    bench.run("theme", "light")
    bench.press(.character("3"))
    let screen = bench.lines
    let record = try #require(leave(&bench))
    let next = Bench(remembered: record)
    // The footer may differ: there is nothing to undo yet.
    #expect(next.lines.dropLast() == screen.dropLast())
    #expect(next.model.parameters.relatedness.kappa == 42)
    #expect(record.theme == .light)
    var items = next
    items.press(.character("2"))
    bench.press(.character("2"))
    #expect(items.model.page.table == bench.model.page.table)
  }

  @Test func otherDataKeepsItsOwnRecord() throws {
    var bench = Bench()
    bench.run("kappa", "42")
    var record = try #require(leave(&bench))
    record.data["/data/other"] = SessionRecord.DataRecord()
    var next = Bench(remembered: record)
    #expect(leave(&next)?.data["/data/other"] == SessionRecord.DataRecord())
  }

  @Test func whatTheDataNoLongerHasIsForgotten() {
    var record = SessionRecord()
    var data = SessionRecord.DataRecord()
    var state = TableState(selection: 9_999, top: -4)
    state.arrangement = Arrangement(sortColumn: "gone", isDescending: true, filter: "gone>5")
    data.tables[.items] = state
    data.parameters.relatedness.kappa = .nan
    data.parameters.listLength = 0
    record.data["/data/corner-shop"] = data
    let bench = Bench(remembered: record)
    #expect(bench.model.page.table.arrangement.isNatural)
    #expect(bench.model.page.table.selection == Fixture.items - 1)
    var expected = Parameters()
    expected.listLength = 1
    #expect(bench.model.parameters == expected)
  }

  @Test func theSessionIsKeptAMomentAfterTheLastKey() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = SessionStore(directory: folder)
    var keeper = SessionKeeper(store, of: "/data/corner-shop")
    #expect(keeper.wait == nil)
    keeper.note(.progress(1, WorkProgress(stage: "reading", done: 1, total: 2, unit: "bytes")))
    #expect(keeper.wait == nil, "what happens in the background is nothing to remember")
    keeper.note(.event(.key(.down)))
    let wait = try #require(keeper.wait)
    #expect(wait > 0 && wait <= 1)
    let record = Bench().model.session
    keeper.keep(record)
    #expect(keeper.wait == nil)
    keeper.finish()
    #expect(store.read() == record)
  }

  @Test func aSessionThatCannotBeKeptIsSaid() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var keeper = SessionKeeper(SessionStore(directory: file), of: "/data/corner-shop")
    keeper.keep(Bench().model.session)
    #expect(keeper.finish()?.contains("could not be kept in \(file.path)") == true)
  }

  @Test func twoWorkbenchesOnDifferentDataKeepBothSessions() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = SessionStore(directory: folder)
    let bench = Bench()
    var one = SessionKeeper(store, of: "/data/corner-shop")
    one.keep(bench.model.session)
    one.finish()
    var other = SessionKeeper(store, of: "/data/other")
    var record = SessionRecord()
    record.data["/data/other"] = SessionRecord.DataRecord()
    other.keep(record)
    other.finish()
    let kept = try #require(store.read())
    #expect(kept.data.keys.sorted() == ["/data/corner-shop", "/data/other"])
  }

  @Test func controlCQuitsAndSavesWhereQDoes() {
    var bench = Bench()
    bench.press(.character("3"), .control("c"))
    guard case .quit? = bench.told.last, case .saveSession(let record)? = bench.told.dropLast().last
    else {
      Issue.record("Ctrl-C saves and quits")
      return
    }
    #expect(record.data["/data/corner-shop"]?.screen == .customers)
  }

  @Test func theFileIsReadBackAndDamageIsNoError() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = SessionStore(directory: folder.appending(path: "echelon"))
    #expect(store.read() == nil)
    var bench = Bench()
    bench.run("half-life", "30")
    let record = try #require(leave(&bench))
    try store.write(record)
    #expect(store.read() == record)
    try Data("{\"theme\": 7".utf8).write(to: store.file)
    #expect(store.read() == nil)
    try store.write(record)
    #expect(store.read() == record)
  }
}
