import InventoryPlanning
import Testing

@Suite("The weeks ahead of an item")
struct OutlookTests {
  /// Two items, three weeks: the second sells in whole lots of weeks, or never.
  private var forecast: DemandForecast {
    DemandForecast(
      itemCount: 2, regionCount: 0, speedCount: 0, weeks: 3, weeklyMean: [4, 5, 0, 1, 10, 100],
      size: [.infinity, 0.5], regionShare: [], speedShare: [], hourShare: [])
  }

  @Test func everyWeekHasItsOwn() {
    let outlook = forecast.outlook(ofItem: 0, quantiles: [0.1, 0.5, 0.9])
    #expect(outlook.map(\.mean) == [4, 5, 0])
    // Poisson, by its tables.
    #expect(outlook.map(\.quantiles) == [[2, 4, 7], [2, 5, 8], [0, 0, 0]])
  }

  @Test func theItemIsTheRightOne() {
    let outlook = forecast.outlook(ofItem: 1, quantiles: [0.5, 0.9])
    #expect(outlook.map(\.mean) == [1, 10, 100])
    for (week, found) in outlook.enumerated() {
      let units = forecast.distribution(ofItem: 1, week: week)
      #expect(found.quantiles == [units.quantile(0.5), units.quantile(0.9)])
    }
  }

  @Test func noWeeksAheadIsNone() {
    let empty = DemandForecast(
      itemCount: 1, regionCount: 0, speedCount: 0, weeks: 0, weeklyMean: [], size: [1],
      regionShare: [], speedShare: [], hourShare: [])
    #expect(empty.outlook(ofItem: 0, quantiles: [0.5]).isEmpty)
  }
}
