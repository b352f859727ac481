import RetailData
import TestSupport

/// A small shop made in code, the same every time: families of items that are bought together,
/// two heavy customers, three regions, three buildings.
enum Fixture {
  static let items = 40
  static let customers = 30
  /// Midnight of 1 March 2024.
  static let end = CalendarDate(year: 2024, month: 3, day: 1).dayNumber

  static let shop = make(seed: 1)

  static func make(
    seed: UInt64,
    notices: [Notice] = [
      Notice(file: "purchases.csv", message: "rows without a customer were skipped", rows: 3)
    ]
  ) -> Dataset {
    var generator = SeededGenerator(seed: seed)
    var lines: [PurchaseLine] = []
    var orders: [String] = []
    for customer in 0..<customers {
      let visits = customer < 2 ? 24 : 3 + customer % 5
      for visit in 0..<visits {
        let day = end - 1 - (visit * 11 + customer * 3) % 180
        let time = Timestamp(seconds: UInt32(day * 86_400 + 36_000 + customer * 60))
        let family = (customer + visit / 3) % 8
        orders.append("O\(1_000 + orders.count)")
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let isFamily = Int.random(in: 0..<4, using: &generator) > 0
          let item =
            isFamily
            ? family * 5 + Int.random(in: 0..<5, using: &generator)
            : Int.random(in: 0..<items, using: &generator)
          lines.append(
            PurchaseLine(
              customer: customer, item: item, time: time,
              quantity: Float(Int.random(in: 1...6, using: &generator)),
              unitPrice: price(item), order: orders.count - 1))
        }
      }
    }
    return Dataset(
      name: "corner-shop", items: itemTable(), customers: customerTable(),
      purchases: Purchases(
        lines: lines, customerCount: customers, itemCount: items, orderIDs: orders),
      network: network(), notices: notices)
  }

  static func price(_ item: Int) -> Float { Float(item % 7) * 2.5 + 0.99 }

  private static func itemTable() -> ItemTable {
    let kinds = ["Lamp", "Mug", "Cushion", "Candle", "Bowl", "Frame", "Basket", "Clock"]
    let colours = ["red", "blue", "green", "white", "ochre"]
    return ItemTable(
      ids: Identifiers((0..<items).map { "I\(100 + $0)" }),
      titles: StringColumn((0..<items).map { "\(kinds[$0 / 5]), \(colours[$0 % 5])" }),
      categories: CodedColumn((0..<items).map { kinds[$0 / 5] + "s" }),
      brands: CodedColumn((0..<items).map { ["Acme", "Nord", ""][$0 % 3] }),
      prices: Column((0..<items).map { price($0) }),
      unitCosts: Column((0..<items).map { price($0) / 2 }),
      volumes: Column((0..<items).map { $0 == 7 ? .nan : Float($0 % 4 + 1) }),
      weights: Column([Float](repeating: 0.5, count: items)),
      handling: Column([UInt8](repeating: 0, count: items)))
  }

  private static func customerTable() -> CustomerTable {
    CustomerTable(
      ids: Identifiers((0..<customers).map { "C\(10 + $0)" }),
      names: StringColumn((0..<customers).map { "Customer \($0 + 1)" }),
      regions: Column((0..<customers).map { Int32($0 % 4) - 1 }))
  }

  private static func network() -> Network {
    var network = Network()
    network.regions = ["North", "South", "Islands"].map {
      Region(id: $0.lowercased(), name: $0, latitude: .nan, longitude: .nan)
    }
    let places: [(name: String, litres: Double)] = [
      ("Harbour", 900), ("Hill", 400), ("Station", 60),
    ]
    network.facilities = places.map { place in
      Facility(
        id: place.name.lowercased(), name: place.name, kind: .fulfillmentCenter, latitude: .nan,
        longitude: .nan, storage: place.litres, inboundPerDay: 100, outboundPerDay: 100,
        holdingCost: 0.01)
    }
    for item in 0..<items {
      for facility in 0..<3 {
        let number = item * 3 + facility
        let stock = Stock(
          facility: Int32(facility), item: Int32(item), onHand: Double(number * 7 % 11),
          inbound: Double(number % 2))
        network.inventory.append(stock)
      }
    }
    return network
  }
}
