import RetailData
import TestSupport
import Testing

@testable import Workbench

struct FiguresTests {
  private let shop = Fixture.shop

  @Test func countsEqualWhatOneWouldCountByHand() throws {
    let figures = try Figures(counting: shop, work: WorkContext(threads: 1))
    let purchases = shop.purchases
    let end = try #require(shop.end)
    for item in 0..<shop.items.count {
      let lines = purchases.items.indices.filter { Int(purchases.items[$0]) == item }
      let buyers = Set(
        lines.map { line in
          (0..<shop.customers.count).first { purchases.lines(ofCustomer: $0).contains(line) }
        })
      #expect(Int(figures.buyers[item]) == buyers.count)
      let ages = lines.map { (Int(end.seconds) - Int(purchases.times[$0].seconds)) / 86_400 }
      let recent = zip(lines, ages).filter { $0.1 < 28 }.reduce(0) {
        $0 + Double(purchases.quantities[$1.0])
      }
      #expect(Double(figures.recentUnits[item]) == recent)
      for week in 0..<12 {
        let units = zip(lines, ages).filter { $0.1 / 7 == 11 - week }.reduce(0) {
          $0 + Double(purchases.quantities[$1.0])
        }
        #expect(Double(figures.weeklyUnits[item * 12 + week]) == units)
      }
      let stock = shop.network.inventory.filter { Int($0.item) == item }.reduce(0) {
        $0 + $1.onHand
      }
      #expect(figures.onHand.map { Double($0[item]) } == stock)
    }
    for customer in 0..<shop.customers.count {
      let lines = purchases.lines(ofCustomer: customer)
      #expect(Int(figures.lines[customer]) == lines.count)
      #expect(Int(figures.orders[customer]) == Set(lines.map { purchases.orders[$0] }).count)
      #expect(Int(figures.distinctItems[customer]) == Set(lines.map { purchases.items[$0] }).count)
      #expect(figures.lastPurchase[customer] == lines.map { purchases.times[$0] }.max())
      let spend = lines.reduce(0.0) {
        $0 + Double(purchases.unitPrices[$1]) * Double(purchases.quantities[$1])
      }
      #expect(abs(figures.spend[customer] - spend) < 1e-9)
    }
  }

  @Test func countsDoNotDependOnTheNumberOfThreads() throws {
    var generator = SeededGenerator(seed: 3)
    let lines = (0..<20_000).map { _ in
      PurchaseLine(
        customer: Int.random(in: 0..<3_000, using: &generator),
        item: Int.random(in: 0..<50, using: &generator),
        time: Timestamp(
          seconds: UInt32.random(in: 1_700_000_000...1_705_000_000, using: &generator)),
        quantity: Float(Int.random(in: 1...9_000, using: &generator)) / 1_000)
    }
    let shop = Dataset(
      name: "many", items: Fixture.shop.items, customers: Fixture.shop.customers,
      purchases: Purchases(lines: lines, customerCount: 3_000, itemCount: 50), network: Network())
    let one = try Figures(counting: shop, work: WorkContext(threads: 1))
    let four = try Figures(counting: shop, work: WorkContext(threads: 4))
    #expect(Array(one.weeklyUnits) == Array(four.weeklyUnits))
    #expect(Array(one.recentUnits) == Array(four.recentUnits))
    #expect(Array(one.buyers) == Array(four.buyers))
    #expect(Array(one.orders) == Array(four.orders))
  }
}
