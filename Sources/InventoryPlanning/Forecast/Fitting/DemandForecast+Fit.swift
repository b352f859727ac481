import Foundation
import RetailData

extension DemandForecast {
  /// Fits what the purchases of a data set say of the coming weeks.
  ///
  /// - **Level** of each item: exponentially weighted means of several half-lives, each weighted by
  ///   how well it would have forecast the item two weeks ahead, and each shrunk to what is usual in
  ///   the item's category, as far as its own history is short. History begins with the first sale.
  /// - **Trend**: recent growth by category, dying out ahead (`CategoryTrend`).
  /// - **Season**: a shape of the year by category, where there is a year of data (`SeasonalShape`).
  /// - **Spread**: negative binomial, its size by likelihood and shrunk to the category's
  ///   (`CellWeights`), with the doubt about the level itself.
  /// - **Regions, speeds, hours**: shares of units, sparse ones shrunk to the shop's.
  ///
  /// The result is the same for any number of threads.
  ///
  /// - Parameters:
  ///   - related: Where items with little history look for a level; without it, to their category.
  ///   - notices: Gets what the data lacks.
  /// - Throws: `CancellationError`.
  public static func fit(
    dataset: Dataset, options: ForecastOptions = ForecastOptions(), related: RelatedItems? = nil,
    notices: inout [Notice], work: WorkContext
  ) throws -> DemandForecast {
    precondition(options.weeks > 0 && options.historyWeeks > 0, "a week ahead and a week back")
    let end = options.end ?? dataset.end ?? Timestamp(seconds: 0)
    let history = try SalesHistory(
      dataset: dataset, end: end, maximumWeeks: options.historyWeeks, work: work)
    let levels = try ItemLevels(
      history, categories: dataset.items.categories, ahead: options.weeks, related: related,
      work: work)
    let regions = try RegionShares(history, work: work)
    notices += history.notices
    return DemandForecast(
      itemCount: history.itemCount, regionCount: history.regionCount,
      speedCount: history.speedCount, weeks: options.weeks, weeklyMean: levels.weeklyMean,
      size: levels.size, regionShare: regions.shares,
      speedShare: history.profile.speedShares(), hourShare: history.profile.hourShares())
  }

  /// The same, for a caller who has nobody to tell what the data lacks.
  public static func fit(
    dataset: Dataset, options: ForecastOptions = ForecastOptions(), related: RelatedItems? = nil,
    work: WorkContext
  ) throws -> DemandForecast {
    var notices: [Notice] = []
    return try fit(
      dataset: dataset, options: options, related: related, notices: &notices, work: work)
  }
}

extension SalesHistory {
  /// What a forecast from this history has to do without.
  var notices: [Notice] {
    var notices: [Notice] = []
    func note(_ message: String) { notices.append(Notice(file: "purchases.csv", message: message)) }
    let total = totalUnits.reduce(0, +)
    let known = regionUnits.reduce(0) { $0 + Double($1) }
    if itemCount > 0, total == 0 {
      note("no purchases: every item is forecast a unit a week")
      return notices
    }
    let unsold = lines.count { $0 == 0 }
    if unsold > 0 {
      note("\(unsold) items were never sold: they are forecast what is usual in their category")
    }
    if weeks < SeasonalShape.leastWeeks {
      note("\(weeks) weeks of purchases, too few to tell a season: none is forecast")
    }
    if regionCount > 0, known == 0 {
      note("no purchase has a region: demand is split evenly over the regions")
    } else if regionCount > 0, known < 0.999 * total {
      let percent = Int((100 * (1 - known / total)).rounded())
      note("\(percent) % of units have no region: they are taken to be spread as the others")
    }
    if speedCount > 0, !profile.knowsSpeeds {
      note("no purchase has a speed: all demand is taken to be for the slowest")
    }
    return notices
  }
}
