import Workbench
import InventoryPlanning
import RetailData

extension Session {
  /// What customers will ask for, as their purchases say. Items that are new take after those that
  /// their first buyers buy.
  ///
  /// - Parameters:
  ///   - weeks: Weeks ahead.
  ///   - end: What came later is not known; nil: all is.
  func demandForecast(
    of dataset: Dataset, weeks: Int = ForecastOptions().weeks, end: Timestamp? = nil
  ) throws -> DemandForecast {
    var notices: [Notice] = []
    let forecast = try DemandForecast.fit(
      dataset: dataset, options: ForecastOptions(weeks: weeks, end: end),
      related: try (end ?? dataset.end).flatMap {
        try dataset.relatedItemsOfNewcomers(at: $0, work: work)
      },
      notices: &notices, work: work)
    progress.clear()
    for notice in notices { note("\(notice.file): \(notice.message)") }
    return forecast
  }
}
