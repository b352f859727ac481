import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// One whole alternative of every item, together within the room there is.
@Suite struct CaseChoiceTests {
  private struct Option {
    var money: Double
    var amounts: [Double]
  }

  private func choice(_ items: [[Option]], room: [Double], typical: Double) throws -> [Int] {
    let columns = items.map { options in
      var columns = ItemColumns()
      for (number, option) in options.enumerated() {
        let rows = option.amounts.indices.filter { option.amounts[$0] != 0 }
        columns.add(
          CaseColumn(
            // The first one decides nothing.
            units: [Double(number)], money: option.money, rows: rows.map { Int32($0) },
            amounts: rows.map { option.amounts[$0] }))
      }
      return columns
    }
    let work = WorkContext(threads: 1)
    var choice = CaseChoice(columns, room: room, typical: room.map { _ in typical })
    let prices = try choice.price(from: room.map { _ in 0 }, work: work)
    try choice.settle(prices, work: work)
    return items.indices.map { choice.choice(of: $0) }
  }

  private func money(_ items: [[Option]], _ chosen: [Int]) -> Double {
    zip(items, chosen).reduce(0) { $0 + $1.0[$1.1].money }
  }

  private func fits(_ items: [[Option]], _ chosen: [Int], room: [Double]) -> Bool {
    room.indices.allSatisfy { row in
      let used = zip(items, chosen).reduce(0) { $0 + $1.0[$1.1].amounts[row] }
      return used <= room[row] * (1 + 1e-8)
    }
  }

  /// Fifty items that are a hair too much for a row: one has to go, at whatever it costs. Nobody
  /// begins anew, where the first ones to come would take all there is for next to no gain.
  @Test func theLastHairCostsOneItem() throws {
    let options = [
      Option(money: 100, amounts: [0]), Option(money: 0, amounts: [1 + 2e-7]),
      Option(money: -0.001, amounts: [10]),
    ]
    let items = [[Option]](repeating: options, count: 50)
    let chosen = try choice(items, room: [50], typical: 1e-3)
    #expect(fits(items, chosen, room: [50]))
    #expect(money(items, chosen) <= 100)
  }

  /// Against every combination there is: never beyond a limit, never below what can be, and in all
  /// within a tenth of what the best ones save. (Measured: 1.6 %.)
  @Test func againstAllCombinations() throws {
    var generator = SeededGenerator(seed: 4)
    var (saved, possible) = (0.0, 0.0)
    for _ in 0..<60 {
      let items = (0..<6).map { _ in
        [Option(money: 10, amounts: [0, 0])]
          + (0..<2).map { _ in
            Option(
              money: .random(in: 0...9, using: &generator),
              amounts: (0..<2).map { _ in .random(in: 0...4, using: &generator) })
          }
      }
      let room = (0..<2).map { _ in Double.random(in: 0...12, using: &generator) }
      let chosen = try choice(items, room: room, typical: 1)
      #expect(fits(items, chosen, room: room))
      var best = Double.infinity
      for number in 0..<729 {
        let other = (0..<6).map { item in (0..<item).reduce(number) { rest, _ in rest / 3 } % 3 }
        if fits(items, other, room: room) { best = min(best, money(items, other)) }
      }
      #expect(money(items, chosen) >= best - 1e-9)
      saved += 60 - money(items, chosen)
      possible += 60 - best
    }
    #expect(saved >= 0.9 * possible, "\(saved) of \(possible)")
  }
}
