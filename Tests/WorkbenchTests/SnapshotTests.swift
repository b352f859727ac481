import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// Every screen and state as text, at the smallest size and at one with two panes.
struct SnapshotTests {
  private static let sizes = [Bench.small, Bench.wide]

  private func name(_ base: String, _ size: Size) -> String {
    "\(base)-\(size.columns)x\(size.rows)"
  }

  @Test(arguments: sizes) func overview(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("1"))
    expectSnapshot(bench.text(), name("overview", size))
  }

  @Test(arguments: sizes) func items(_ size: Size) {
    var bench = Bench(size)
    bench.press(.down, .down)
    expectSnapshot(bench.text(), name("items", size))
  }

  @Test(arguments: sizes) func item(_ size: Size) {
    var bench = Bench(size)
    bench.press(.enter)
    expectSnapshot(bench.text(), name("item", size))
  }

  @Test(arguments: sizes) func customers(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("3"))
    expectSnapshot(bench.text(), name("customers", size))
  }

  @Test(arguments: sizes) func customer(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("3"), .enter)
    expectSnapshot(bench.text(), name("customer", size))
  }

  @Test(arguments: sizes) func history(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("3"), .enter, .left)
    expectSnapshot(bench.text(), name("customer-history", size))
  }

  @Test(arguments: sizes) func why(_ size: Size) {
    var bench = Bench(size)
    bench.run("half-life", "30")
    bench.press(.character("3"), .enter, .right)
    expectSnapshot(bench.text(), name("customer-why", size))
  }

  @Test(arguments: sizes) func whyNot(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("3"), .enter, .character("w"))
    bench.type("frame")
    expectSnapshot(bench.text(), name("why-not-prompt", size))
    bench.press(.down, .enter)
    expectSnapshot(bench.text(), name("why-not", size))
  }

  @Test(arguments: sizes) func methods(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("3"), .enter, .character("m"))
    expectSnapshot(bench.text(), name("methods", size))
  }

  @Test(arguments: sizes) func parameters(_ size: Size) {
    var bench = Bench(size)
    bench.press(.enter, .character("p"), .down, .down, .character("+"))
    expectSnapshot(bench.text(), name("parameters", size))
  }

  @Test func parametersBesideTheBody() {
    var bench = Bench(Size(columns: 160, rows: 40))
    bench.press(.character("3"), .enter, .character("p"))
    expectSnapshot(bench.text(), "parameters-160x40")
  }

  @Test func threePanes() {
    var bench = Bench(Size(columns: 160, rows: 40))
    bench.press(.character("3"), .enter)
    expectSnapshot(bench.text(), "customer-160x40")
  }

  @Test(arguments: sizes) func palette(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character(":"))
    bench.type("mug")
    expectSnapshot(bench.text(), name("palette", size))
  }

  @Test(arguments: sizes) func help(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("?"))
    expectSnapshot(bench.text(), name("help", size))
  }

  @Test(arguments: sizes) func filtered(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("f"))
    bench.type("lamp price>3")
    expectSnapshot(bench.text(), name("filtering", size))
    bench.press(.enter)
    expectSnapshot(bench.text(), name("filtered", size))
  }

  @Test(arguments: sizes) func nothingMatches(_ size: Size) {
    var bench = Bench(size)
    bench.run("filter", "zeppelin")
    expectSnapshot(bench.text(), name("no-match", size))
  }

  @Test(arguments: sizes) func loading(_ size: Size) {
    var bench = Bench(size, holdsWork: true)
    expectSnapshot(bench.text(), name("loading-first", size))
    let progress = WorkProgress(
      stage: "reading purchases.csv", done: 12_345_678, total: 45_000_000, unit: "bytes")
    bench.send(.progress(bench.model.lastWork, progress))
    expectSnapshot(bench.text(), name("loading", size))
  }

  @Test(arguments: sizes) func cannotBeOpened(_ size: Size) {
    let bench = Bench(size) { _ in
      throw DataProblem(
        file: "shop/purchases.csv", line: 12, column: 31, found: "\"2011-02-30\"",
        expected: "a date that exists, such as 2011-02-28",
        advice: "correct the row, or open with --skip-bad-rows to leave such rows out")
    }
    expectSnapshot(bench.text(), name("error", size))
  }

  @Test(arguments: sizes) func empty(_ size: Size) {
    let empty = Dataset(
      name: "empty", items: ItemTable.none, customers: CustomerTable.none,
      purchases: Purchases(lines: [], customerCount: 0, itemCount: 0), network: Network())
    var bench = Bench(size) { _ in empty }
    expectSnapshot(bench.text(), name("empty-items", size))
    bench.press(.character("1"))
    expectSnapshot(bench.text(), name("empty-overview", size))
  }

  @Test func waitingForFigures() {
    var bench = Bench(Bench.wide, holdsWork: true)
    bench.finish(0)
    expectSnapshot(bench.text(), "items-before-figures-120x40")
  }

  @Test func tooSmall() {
    var bench = Bench(Size(columns: 60, rows: 12))
    expectSnapshot(bench.text(), "too-small-60x12")
    bench.send(.event(.resize(Bench.small)))
    #expect(bench.text().contains("Items"))
  }

  @Test func inASCII() {
    var bench = Bench(Bench.small)
    expectSnapshot(bench.text(.ascii), "items-ascii-80x24")
    bench.press(.character("3"), .enter)
    expectSnapshot(bench.text(.ascii), "customer-ascii-80x24")
    bench.press(.character("?"))
    expectSnapshot(bench.text(.ascii), "help-ascii-80x24")
    #expect(bench.text(.ascii).utf8.allSatisfy { $0 < 0x80 })
  }
}

extension ItemTable {
  fileprivate static let none = ItemTable(
    ids: Identifiers([String]()), titles: StringColumn([String]()),
    categories: CodedColumn([String]()), brands: CodedColumn([String]()), prices: Column([]),
    unitCosts: Column([]), volumes: Column([]), weights: Column([]), handling: Column([]))
}

extension CustomerTable {
  fileprivate static let none = CustomerTable(
    ids: Identifiers([String]()), names: StringColumn([String]()), regions: Column([]))
}
