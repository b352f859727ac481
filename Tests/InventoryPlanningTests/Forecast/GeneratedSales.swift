import Foundation
import RetailData
import TestSupport

@testable import InventoryPlanning

/// Purchases with planted rates, drawn by means that the forecast does not use.
struct GeneratedSales {
  static let end = Timestamp(seconds: 1_750_000_000)

  var lines: [PurchaseLine] = []
  var random: SeededGenerator
  let weeks: Int

  init(weeks: Int, seed: UInt64) {
    self.weeks = weeks
    random = SeededGenerator(seed: seed)
  }

  /// One line a week that holds the week's units, `daysBack` before the end; or one line a unit.
  mutating func add(
    item: Int, customer: Int = 0, units: Int, age: Int, daysBack: Double = 3, oneByOne: Bool = false
  ) {
    guard units > 0 else { return }
    let back = UInt32((Double(age) * 7 + daysBack) * 86_400)
    let line = PurchaseLine(
      customer: customer, item: item, time: Timestamp(seconds: Self.end.seconds - back),
      quantity: oneByOne ? 1 : Float(units))
    lines += [PurchaseLine](repeating: line, count: oneByOne ? units : 1)
  }

  /// Negative binomial by its definition: Poisson by counting exponential gaps, with a gamma mean
  /// (Marsaglia & Tsang 2000).
  mutating func negativeBinomial(mean: Double, size: Double) -> Int {
    poisson(size.isFinite ? mean * gamma(size) / size : mean)
  }

  mutating func poisson(_ mean: Double) -> Int {
    var count = -1
    var time = 0.0
    while time < mean {
      time -= log(Double.random(in: Double.leastNormalMagnitude..<1, using: &random))
      count += 1
    }
    return max(count, 0)
  }

  mutating func normal() -> Double {
    let radius = (-2 * log(Double.random(in: 1e-300..<1, using: &random))).squareRoot()
    return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &random))
  }

  private mutating func gamma(_ shape: Double) -> Double {
    if shape < 1 {
      return gamma(shape + 1) * pow(Double.random(in: 1e-300..<1, using: &random), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = pow(1 + c * x, 3)
      if v > 0,
        log(Double.random(in: 1e-300..<1, using: &random)) < 0.5 * x * x + d - d * v + d * log(v)
      {
        return d * v
      }
    }
  }

  /// - Parameter clock: Pins the end of the data with a purchase of its own item, the last one.
  func dataset(
    items: Int, categories: [String]? = nil, customerRegions: [Int32] = [-1],
    network: Network = Network(), speeds: [Int8]? = nil
  ) -> Dataset {
    var lines = lines
    lines.append(PurchaseLine(customer: 0, item: items, time: Self.end, quantity: 1))
    let ids = (0...items).map { "I\($0)" }
    let customers = customerRegions.indices.map { "C\($0)" }
    let floats = Column([Float](repeating: 1, count: items + 1))
    return Dataset(
      name: "generated",
      items: ItemTable(
        ids: Identifiers(ids), titles: StringColumn(ids),
        categories: CodedColumn(
          (categories ?? ids.map { _ in "all" }) + (categories == nil ? [] : ["clock"])),
        brands: CodedColumn(ids.map { _ in "" }), prices: floats, unitCosts: floats,
        volumes: floats, weights: floats,
        handling: Column([UInt8](repeating: 0, count: items + 1))),
      customers: CustomerTable(
        ids: Identifiers(customers), names: StringColumn(customers),
        regions: Column(customerRegions)),
      purchases: Purchases(
        lines: lines, customerCount: customers.count, itemCount: items + 1),
      network: network)
  }
}
