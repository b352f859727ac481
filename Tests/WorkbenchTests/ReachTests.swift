import Foundation
import InventoryPlanning
import Recommendations
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// How soon recommendations could be there: today, once the plan has landed, and as a weight.
struct ReachTests {
  private static let sizes = [Bench.small, Bench.wide]

  private func customer(_ size: Size = Bench.wide, holdsWork: Bool = false) -> Bench {
    var bench = Bench.planning(size)
    bench.holdsWork = holdsWork
    bench.press(.character("3"), .enter)
    return bench
  }

  @Test(arguments: sizes) func snapshots(_ size: Size) {
    var bench = customer(size)
    bench.run("reach", "0.5")
    let name = "reach-\(size.columns)x\(size.rows)"
    expectSnapshot(bench.text(), name)
    bench.press(.right)
    expectSnapshot(bench.text(), "\(name)-why")
  }

  @Test func inASCII() {
    var bench = customer(Bench.small)
    bench.press(.right)
    let text = bench.text(.ascii)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("today: ") && text.contains("after the plan: "), "\(text)")
  }

  @Test func theColumnIsTheStockOfToday() throws {
    let bench = customer()
    let page = try #require(bench.model.customerInFront)
    let known = try #require(bench.model.answers.known(bench.model.recommendQuestion(page)))
    let column = try #require(known.value.source.column("reach"))
    let from = try #require(known.value.source.column("from"))
    // Only the facility in the north has anything today: items 0, 4 and 8 have nothing.
    for (row, recommendation) in known.value.list.enumerated() {
      let isShort = recommendation.item % 4 == 0
      #expect(column.values.text(row) == (isShort ? "short" : "same day ▪"))
      #expect(from.values.text(row) == (isShort ? "" : "North FC"))
    }
    #expect(known.value.list.contains { $0.item % 4 == 0 })
  }

  @Test func aWeightRanksAnewAndIsUndone() throws {
    var bench = customer()
    let before = bench.rows.compactMap { bench.item(at: $0) }
    bench.run("reach", "50")
    let after = bench.rows.compactMap { bench.item(at: $0) }
    #expect(Set(before) == Set(after) && before != after)
    let firstShort = try #require(after.firstIndex { $0 % 4 == 0 })
    #expect(after[firstShort...].allSatisfy { $0 % 4 == 0 })
    #expect(bench.text().contains("reach 50"))
    bench.press(.character("u"))
    #expect(bench.rows.compactMap { bench.item(at: $0) } == before)
    for refused in ["-1", "1000"] { bench.run("reach", refused) }
    #expect(bench.model.notice?.isProblem == true)
    #expect(bench.model.parameters.reach == 0)
  }

  @Test func contributionsAndReachAddUpOnScreen() throws {
    var bench = customer()
    bench.run("reach", "10")
    let customer = try #require(bench.model.customerInFront)
    let list = try #require(
      bench.model.answers.known(bench.model.recommendQuestion(customer))?.value.list)
    let first = try #require(list.first)
    #expect(first.added > 0)
    #expect(bench.text().contains("+ reach \(NumberText.decimal(first.added, places: 2))"))
  }

  @Test func beforeThereIsAPlanThatIsSaid() {
    var bench = Bench.planning(holdsWork: true)
    while bench.model.workspace?.analysis == nil { bench.finish(0) }
    bench.press(.character("3"), .enter)
    while bench.model.planning.figures == nil, !bench.waiting.isEmpty {
      if case .prepare = bench.waiting[0].work { break }
      if case .solve = bench.waiting[0].work { break }
      bench.finish(0)
    }
    #expect(bench.text().contains("today: "))
    #expect(bench.text().contains("after the plan: not known yet"), "\(bench.text())")
    bench.finishAll()
    #expect(!bench.text().contains("not known yet"))
    #expect(bench.text().contains("after the plan: "))
  }

  @Test func aStalePlanSaysSo() {
    var bench = customer()
    #expect(!bench.text().contains("(stale)"))
    bench.holdsWork = true
    bench.run("plan.set", "facility.north-fc.storage_l -50%")
    #expect(bench.text().contains("(stale)"))
    bench.finishAll()
    #expect(!bench.text().contains("(stale)"))
  }

  @Test func theSessionRemembersTheWeight() throws {
    var bench = customer()
    bench.run("reach", "7")
    let data = try JSONEncoder().encode(bench.model.session)
    let record = try JSONDecoder().decode(SessionRecord.self, from: data)
    let again = Bench(remembered: record)
    #expect(again.model.parameters.reach == 7)
  }

  @Test func sessionsOfEarlierVersionsAreUnderstood() throws {
    let old = """
      {"relatedness":{"metric":"cosine","score":"shrunk","kappa":3,"unit":"lines"},"mode":"new",
      "method":"bestsellers","listLength":20,"neighbours":9}
      """
    let parameters = try JSONDecoder().decode(Parameters.self, from: Data(old.utf8))
    #expect(parameters.reach == 0 && parameters.listLength == 20 && parameters.mode == .new)
    #expect(parameters.relatedness.kappa == 3 && parameters.neighbours == 9)
  }

  @Test(arguments: [
    (Double.nan, nil), (18, "18:00"), (18.5, "18:30"), (0.05, "0:03"), (23.999, "24:00"),
    (.infinity, nil),
  ])
  func hoursAreSaidAsClocksSayThem(hour: Double, text: String?) {
    #expect(ReachText.hour(hour) == text)
  }
}

extension Bench {
  /// The item of a row in front.
  fileprivate func item(at row: Int) -> Int? {
    model.scene(model.page.focus)?.source.subject(row)
  }
}
