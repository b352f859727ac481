import RetailData
import Testing

@testable import Workbench

struct FilterTests {
  private let source = TableSource.items(of: Fixture.shop, figures: nil)

  private func rows(_ text: String) throws -> [Int] {
    let rows = try Arranger.rows(of: source, Arrangement(filter: text))
    return rows?.map { Int($0) } ?? Array(0..<source.rowCount)
  }

  private func expected(_ passes: (Int) -> Bool) -> [Int] {
    (0..<Fixture.items).filter(passes)
  }

  private func title(_ item: Int) -> String { Fixture.shop.items.titles[item] }

  @Test func freeWordsLookIntoEveryTextColumn() throws {
    #expect(try rows("lamp") == expected { title($0).hasPrefix("Lamp") })
    #expect(try rows("LAMP red") == [0])
    #expect(try rows("acme") == expected { $0 % 3 == 0 })
    #expect(try rows("I105") == [5])
    #expect(try rows("nothing-like-it").isEmpty)
  }

  @Test func aMinusExcludes() throws {
    #expect(try rows("lamp -red") == [1, 2, 3, 4])
  }

  @Test func quotesHoldWordsTogether() throws {
    #expect(try rows("\"mug, blue\"") == [6])
    #expect(try rows("\"mug, bl") == [6])
  }

  @Test(
    arguments: ["price>5", "price > 5", "price>=5.99", "price<=3.49", "price=0.99", "price!=0.99"])
  func numbersCompare(_ text: String) throws {
    let expected = expected { item in
      let price = Fixture.price(item)
      return switch text {
      case "price>5", "price > 5": price > 5
      case "price>=5.99": price >= 5.99
      case "price<=3.49": price <= 3.49
      case "price=0.99": price == 0.99
      default: price != 0.99
      }
    }
    #expect(try rows(text) == expected)
    #expect(!expected.isEmpty)
  }

  @Test func textColumnsCompareToo() throws {
    #expect(try rows("brand=acme") == expected { $0 % 3 == 0 })
    #expect(try rows("brand!=acme") == expected { $0 % 3 != 0 })
    #expect(
      try rows("title~mug price>8") == expected { (5..<10).contains($0) && Fixture.price($0) > 8 })
  }

  @Test func termsMustAllHold() throws {
    #expect(
      try rows("lamp price>5 brand=nord")
        == expected {
          $0 < 5 && Fixture.price($0) > 5 && $0 % 3 == 1
        })
  }

  @Test func datesCompareByDay() throws {
    let figures = try Figures(counting: Fixture.shop)
    let customers = TableSource.customers(of: Fixture.shop, figures: figures)
    let rows = try Arranger.rows(of: customers, Arrangement(filter: "last>=2024-02-20"))
    let start = CalendarDate(year: 2024, month: 2, day: 20).dayNumber
    let expected = (0..<Fixture.customers).filter { figures.lastPurchase[$0].day >= start }
    #expect(rows?.map { Int($0) } == expected)
    #expect((1..<Fixture.customers).contains(expected.count))
  }

  @Test func problemsSayWhatIsWrong() {
    func problem(_ text: String) -> String? {
      do {
        _ = try Filter(text, columns: source.columns)
        return nil
      } catch {
        return error.message
      }
    }
    #expect(
      problem("prise>5")?.hasPrefix("no column “prise”; there are id, title, category") == true)
    #expect(problem("price>cheap") == "“cheap” is not a number, which “price” needs")
    #expect(problem("price>") == "nothing stands after “price>”")
    #expect(problem(">5") == "nothing stands before “>”")
    #expect(problem("price~5") == "“price” holds numbers; ~ is for text")
    #expect(problem("lamp price>5") == nil)
  }
}

extension FilterTests {
  /// Shares are typed as they are shown.
  @Test(arguments: [
    ("used>=95%", [1, 2]), ("used=100%", [2]), ("used<50%", [0]), ("used>0.5", [1, 2]),
    ("used!=100%", [0, 1]),
  ])
  func sharesArePerCent(_ text: String, _ expected: [Int32]) throws {
    let source = TableSource(
      key: TableKey(name: "shares"), rowCount: 3,
      columns: [
        TableColumn(
          "used", "Used", .doubles(Column([0.4, 0.96, 0.997])), .bar, width: 12...14, priority: 0)
      ], noun: "facility")
    #expect(try Arranger.rows(of: source, Arrangement(filter: text)) == expected)
    let items = self.source
    #expect(throws: Filter.Problem.self) { try Filter("price>5%", columns: items.columns) }
  }

  @Test(arguments: [
    ("facility", "facilities"), ("item", "items"), ("way", "ways"), ("day", "days"),
  ])
  func nounsInThePlural(_ noun: String, _ plural: String) {
    #expect(inPlural(noun) == plural)
  }
}
