/// The sample's year and its seasons: 365 days from 1 October 2024, a Tuesday.
struct ShopCalendar {
  static let dayCount = 365
  static let firstDay = CalendarDate(year: 2024, month: 10, day: 1).dayNumber

  /// By category and day: factor on sales, relative to 1 for a steady category on a weekday.
  private let factors: [Float]
  /// By category: the largest factor of the year.
  private let peaks: [Float]
  /// Running sum by day of the whole shop's factor; `dayCount + 1` values from 0.
  private let cumulative: [Double]
  /// Running sum by hour of the day: 25 values from 0 to 1.
  private let hours: [Double]

  init() {
    var factors: [Float] = []
    var shop = [Double](repeating: 0, count: ShopCalendar.dayCount)
    for plan in CategoryPlan.all {
      for day in 0..<ShopCalendar.dayCount {
        let factor = ShopCalendar.factor(of: plan.season, day: day)
        factors.append(Float(factor))
        shop[day] += factor * plan.share
      }
    }
    self.factors = factors
    peaks = CategoryPlan.all.indices.map { category in
      factors[category * ShopCalendar.dayCount..<(category + 1) * ShopCalendar.dayCount].max() ?? 1
    }
    cumulative = ShopCalendar.runningSum(shop)
    let perHour = [
      9, 5, 3, 2, 2, 4, 12, 26, 38, 46, 52, 54, 58, 52, 46, 46, 50, 58, 70, 88, 100, 92, 58, 26,
    ]
    let total = Double(perHour.reduce(0, +))
    hours = ShopCalendar.runningSum(perHour.map { Double($0) / total })
  }

  /// How probable it is that a wish for the category is followed on that day, 0 … 1.
  func appetite(category: Int, day: Int) -> Double {
    Double(factors[category * ShopCalendar.dayCount + day] / peaks[category])
  }

  /// The year's mean of `appetite`.
  func meanAppetite(category: Int) -> Double {
    let days = 0..<ShopCalendar.dayCount
    return days.reduce(0) { $0 + appetite(category: category, day: $1) } / Double(days.count)
  }

  /// A day within `days`, busy days more often.
  func drawDay(in days: Range<Int>, _ stream: inout KeyedStream) -> Int {
    let low = cumulative[days.lowerBound]
    let target = low + (cumulative[days.upperBound] - low) * stream.uniform()
    return ShopCalendar.place(of: target, in: cumulative, days)
  }

  /// A second of the day, most of them in the evening.
  func drawSecond(_ stream: inout KeyedStream) -> Int {
    let hour = ShopCalendar.place(of: stream.uniform(), in: hours, 0..<24)
    return hour * 3600 + stream.below(3600)
  }

  /// Share of the day's orders in an hour.
  func share(ofHour hour: Int) -> Double { hours[hour + 1] - hours[hour] }

  static func timestamp(day: Int, second: Int) -> UInt32 {
    UInt32((firstDay + day) * 86_400 + second)
  }

  /// The last index in `range` whose running sum is at most `target`.
  private static func place(of target: Double, in sums: [Double], _ range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if sums[middle] <= target { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func runningSum(_ values: [Double]) -> [Double] {
    var sums = [0.0]
    for value in values { sums.append(sums[sums.count - 1] + value) }
    return sums
  }

  private static func factor(of season: Season, day: Int) -> Double {
    // 1 October is day 273 of the year; 1970-01-01 was a Thursday.
    let dayOfYear = Double((day + 273) % 365)
    let swing = PortableMath.cosine(turns: (dayOfYear - season.peakDay) / 365)
    let toChristmas = 347 - dayOfYear
    let gifts = toChristmas > -10 && toChristmas < 35 ? 1 - abs(toChristmas) / 35 : 0
    let growth = 1 + season.trend * (Double(day) / Double(dayCount) - 0.5)
    let isWeekend = (firstDay + day + 3) % 7 >= 5
    return (1 + season.amplitude * swing + season.gifts * gifts) * growth
      * (isWeekend ? season.weekend : 1)
  }
}
