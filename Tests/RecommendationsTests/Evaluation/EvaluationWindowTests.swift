import RetailData
import Testing

@testable import Recommendations

@Suite struct EvaluationWindowTests {
  private let purchases = Shops.random(seed: 5, customers: 60, items: 30, lines: 900)

  @Test(arguments: [0, 3, 57, 120, 199, 400] as [UInt32])
  func whatWasKnownThenIsTheLinesUntilThen(day: UInt32) {
    let moment = Timestamp(seconds: day * Shops.day)
    let known = purchases.upTo(moment)
    let literal = Purchases(
      lines: Shops.lines(of: purchases).filter { $0.time <= moment }, customerCount: 60,
      itemCount: 30)
    #expect(Array(known.items) == Array(literal.items))
    #expect(Array(known.times) == Array(literal.times))
    #expect(Array(known.customerOffsets) == Array(literal.customerOffsets))
    #expect(Array(known.itemOffsets) == Array(literal.itemOffsets))
    #expect(Array(known.customersByItem) == Array(literal.customersByItem))
    #expect(Array(known.linesByItem) == Array(literal.linesByItem))
    #expect(Array(known.quantities) == Array(literal.quantities))
    #expect(Array(known.orders) == Array(literal.orders))
  }

  @Test func windowsTileTheEndOfTheData() throws {
    let windows = try EvaluationWindow.windows(of: purchases, count: 4, days: 14)
    let latest = try #require(purchases.times.max())
    #expect(windows.map(\.end) == windows.dropFirst().map(\.cutoff) + [latest])
    #expect(windows.allSatisfy { $0.end.days(since: $0.cutoff) == 14 })
    #expect(windows.allSatisfy { !$0.contains($0.cutoff) && $0.contains($0.end) })
    let before = EvaluationWindow.windows(
      before: windows[0].cutoff, in: purchases, count: 2, days: 14)
    #expect(before.map(\.end) == [before[1].cutoff, windows[0].cutoff])
  }

  /// Sets and filters, word by word.
  @Test(arguments: Mode.allCases)
  func whatIsToBeForetoldIsWhatWasBought(mode: Mode) throws {
    for window in try EvaluationWindow.windows(of: purchases, count: 3, days: 14) {
      let truth = WindowTruth(window, in: purchases)
      var customers: [Int32] = []
      for customer in 0..<60 {
        let lines = Shops.lines(of: purchases).filter { $0.customer == customer }
        let known = Set(lines.filter { $0.time <= window.cutoff }.map(\.item))
        let bought = Set(lines.filter { window.contains($0.time) }.map(\.item))
        if known.isEmpty || bought.isEmpty { continue }
        let wanted =
          switch mode {
          case .all: bought
          case .new: bought.subtracting(known)
          case .again: bought.intersection(known)
          }
        #expect(truth.items(of: customers.count, mode: mode) == wanted.sorted().map { Int32($0) })
        customers.append(Int32(customer))
      }
      #expect(truth.customers == customers)
    }
  }

  @Test func tooFewDaysAreNamed() {
    func problem(days: [UInt32], count: Int) -> EvaluationProblem? {
      let lines = days.map {
        PurchaseLine(customer: 0, item: 0, time: Timestamp(seconds: (20_000 + $0) * Shops.day))
      }
      let purchases = Purchases(lines: lines, customerCount: 1, itemCount: 1)
      do {
        _ = try EvaluationWindow.windows(of: purchases, count: count, days: 14)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(days: [], count: 4) == .noPurchases)
    #expect(
      problem(days: [0, 0], count: 4)
        == .tooShort(days: 0, windows: 4, windowDays: 14, fitting: 0))
    #expect(
      problem(days: [0, 40], count: 4)
        == .tooShort(days: 40, windows: 4, windowDays: 14, fitting: 2))
    #expect(problem(days: [0, 56], count: 4) == nil)
    #expect(
      problem(days: [0, 40], count: 4)?.description
        == "the purchases span 40 days, but 4 windows of 14 days need at least 56 days; "
        + "ask for 2 windows, or for shorter ones")
  }
}
