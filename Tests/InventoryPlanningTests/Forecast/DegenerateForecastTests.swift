import RetailData
import Testing

@testable import InventoryPlanning

/// Shops with next to nothing in them, and what must not depend on the machine.
@Suite struct DegenerateForecastTests {
  private static var network: Network {
    var network = Network()
    network.regions = ["a", "b", "c"].map { Region(id: $0, name: $0, latitude: 0, longitude: 0) }
    network.speeds = ["fast", "slow"].map {
      Speed(id: $0, promiseHours: 1, lostSalePenalty: 1, serviceTarget: .nan)
    }
    return network
  }

  private func check(_ forecast: DemandForecast) {
    #expect(forecast.weeklyMean.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(forecast.size.allSatisfy { $0 > 0 })
    for shares in [forecast.regionShare, forecast.speedShare, forecast.hourShare] {
      #expect(shares.allSatisfy { $0.isFinite && $0 >= 0 })
    }
    func addsToOne(_ shares: [Float], by width: Int) -> Bool {
      guard width > 0 else { return true }
      for start in stride(from: 0, to: shares.count, by: width) {
        let sum: Float = shares[start..<start + width].reduce(0, +)
        if abs(sum - 1) > 1e-4 { return false }
      }
      return true
    }
    #expect(addsToOne(forecast.regionShare, by: forecast.regionCount))
    #expect(addsToOne(forecast.speedShare, by: forecast.speedCount))
    #expect(addsToOne(forecast.hourShare, by: 24))
    #expect(forecast.speedShare.count == 2 * forecast.regionCount * forecast.speedCount)
  }

  @Test func onePurchase() throws {
    let data = GeneratedSales(weeks: 1, seed: 1).dataset(items: 0, network: Self.network)
    var notices: [Notice] = []
    let forecast = try DemandForecast.fit(
      dataset: data, notices: &notices, work: WorkContext(threads: 1))
    check(forecast)
    #expect(forecast.itemCount == 1 && forecast.weeklyMean[0] > 0)
    let third: Float = 1.0 / 3
    #expect(forecast.regionShare.allSatisfy { abs($0 - third) < 1e-6 })
    let speeds: [Float] = forecast.speedShare
    #expect(speeds.indices.allSatisfy { speeds[$0] == Float($0 % 2) })
    #expect(notices.contains { $0.message.contains("no purchase has a region") })
    #expect(notices.contains { $0.message.contains("no purchase has a speed") })
  }

  @Test func noItemsAndNoRegions() throws {
    let none = [String]()
    let floats = Column<Float>()
    let data = Dataset(
      name: "none",
      items: ItemTable(
        ids: Identifiers(none), titles: StringColumn(none), categories: CodedColumn(none),
        brands: CodedColumn(none), prices: floats, unitCosts: floats, volumes: floats,
        weights: floats, handling: Column<UInt8>()),
      customers: CustomerTable(
        ids: Identifiers(none), names: StringColumn(none), regions: Column<Int32>()),
      purchases: Purchases(lines: [], customerCount: 0, itemCount: 0), network: Network())
    check(try DemandForecast.fit(dataset: data, work: WorkContext(threads: 2)))
  }

  @Test func oneDay() throws {
    var sales = GeneratedSales(weeks: 1, seed: 1)
    for item in 0..<30 { sales.add(item: item, units: 1 + item % 4, age: 0, daysBack: 0.5) }
    let data = sales.dataset(items: 40, network: Self.network)
    let forecast = try DemandForecast.fit(dataset: data, work: WorkContext(threads: 2))
    check(forecast)
    // Never sold, in a shop that has just begun.
    #expect(forecast.weeklyMean[35 * 13] > 0)
  }

  /// Wholesale: units that no single purchase of a household would have.
  @Test func hugeQuantities() throws {
    var sales = GeneratedSales(weeks: 30, seed: 1)
    for age in 0..<30 { sales.add(item: age % 5, units: age == 4 ? 80_000 : 3, age: age) }
    check(try DemandForecast.fit(dataset: sales.dataset(items: 5), work: WorkContext(threads: 1)))
  }

  @Test func threadsChangeNothing() throws {
    var sales = GeneratedSales(weeks: 60, seed: 9)
    for item in 0..<700 {
      for age in 0..<(item % 60) {
        let units = sales.negativeBinomial(mean: 1 + Double(item % 7), size: 1)
        sales.add(item: item, customer: (item + age) % 3, units: units, age: age)
      }
    }
    let data = sales.dataset(
      items: 700, categories: (0..<700).map { "c\($0 % 9)" }, customerRegions: [0, 2, -1],
      network: Self.network)
    let one = try DemandForecast.fit(dataset: data, work: WorkContext(threads: 1))
    check(one)
    for threads in [2, 3] {
      #expect(
        try DemandForecast.fit(dataset: data, work: WorkContext(threads: threads)) == one)
    }
  }

  /// What is sold after the moment that a forecast is made at is not seen.
  @Test func theFutureIsNotSeen() throws {
    var sales = GeneratedSales(weeks: 40, seed: 2)
    for item in 0..<20 {
      for age in 5..<40 { sales.add(item: item, units: sales.poisson(3), age: age) }
    }
    let origin = Timestamp(
      seconds: GeneratedSales.end.seconds - 5 * SalesHistory.secondsPerWeek)
    let options = ForecastOptions(end: origin)
    let before = try DemandForecast.fit(
      dataset: sales.dataset(items: 20), options: options, work: WorkContext(threads: 1))
    for item in 0..<20 {
      for age in 0..<5 { sales.add(item: item, units: 50, age: age) }
    }
    let after = try DemandForecast.fit(
      dataset: sales.dataset(items: 20), options: options, work: WorkContext(threads: 1))
    #expect(before == after)
  }
}
