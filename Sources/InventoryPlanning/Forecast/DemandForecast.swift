/// What is believed of coming demand: for every item a distribution of units per week, and how it
/// splits into regions, speeds and hours of the day.
///
/// The units of an item in week t are negative binomial with mean `weeklyMean` and size `size`
/// (variance = mean + mean² / size), weeks independent of each other. Given the item's total, its
/// units fall into regions, speeds and hours independently, by the shares.
public struct DemandForecast: Sendable, Equatable {
  public let itemCount: Int
  public let regionCount: Int
  public let speedCount: Int
  /// Weeks ahead, from the end of the data. After the last one its value goes on.
  public let weeks: Int
  /// Units: `[item × weeks + week]`.
  public var weeklyMean: [Float]
  /// Of the item's weekly total; infinite for a Poisson distribution. `[item]`.
  public var size: [Float]
  /// `[item × regionCount + region]`, adds to 1 for every item.
  public var regionShare: [Float]
  /// `[(handling × regionCount + region) × speedCount + speed]`, adds to 1 for every handling and
  /// region; handling is the raw value of `Handling`.
  public var speedShare: [Float]
  /// `[speed × 24 + hour]`, adds to 1 for every speed.
  public var hourShare: [Float]

  public init(
    itemCount: Int, regionCount: Int, speedCount: Int, weeks: Int, weeklyMean: [Float],
    size: [Float], regionShare: [Float], speedShare: [Float], hourShare: [Float]
  ) {
    precondition(weeklyMean.count == itemCount * weeks, "one mean an item and week")
    precondition(size.count == itemCount, "one size an item")
    precondition(regionShare.count == itemCount * regionCount, "one share an item and region")
    precondition(hourShare.count == speedCount * 24, "one share a speed and hour")
    self.itemCount = itemCount
    self.regionCount = regionCount
    self.speedCount = speedCount
    self.weeks = weeks
    self.weeklyMean = weeklyMean
    self.size = size
    self.regionShare = regionShare
    self.speedShare = speedShare
    self.hourShare = hourShare
  }
}
