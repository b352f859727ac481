/// What the sample's shop sells in one category, and how people buy it.
struct CategoryPlan {
  let name: String
  let department: Department
  /// Weight of the category in everybody's unplanned shopping, and in the number of items.
  let share: Double
  /// Money per unit, cheapest to dearest item.
  let price: ClosedRange<Double>
  /// Litres per unit.
  let volume: ClosedRange<Double>
  /// Kilograms per litre.
  let density: Double
  /// Share of items too large or heavy for a sorting conveyor.
  var nonSortable = 0.0
  /// Days after which the item is used up; nil where it is not used up.
  var rhythm: ClosedRange<Double>?
  let season: Season
  let products: [ProductKind]
}

/// Words that make sense together in a title: each list is written as `one|two|three`.
struct ProductKind {
  let qualities: [String]
  let nouns: [String]
  let variants: [String]

  init(_ qualities: String, _ nouns: String, _ variants: String) {
    self.qualities = words(qualities)
    self.nouns = words(nouns)
    self.variants = words(variants)
  }
}

/// When a category sells: every factor is relative to the category's own mean.
struct Season {
  /// Day of the year (0 = 1 January) on which sales peak.
  var peakDay = 0.0
  /// 0 … 1: sales swing between 1 − amplitude and 1 + amplitude.
  var amplitude = 0.0
  /// Added in the weeks before Christmas, at its height in mid December.
  var gifts = 0.0
  /// Factor on Saturdays and Sundays.
  var weekend = 1.0
  /// Growth over the year: sales go from 1 − trend/2 to 1 + trend/2.
  var trend = 0.15

  static let steady = Season()
}

/// Groups of categories whose items are bought together, and the taste of one person.
enum Department: Int, CaseIterable {
  case kitchen, pantry, household, children, pets, care, garden, sport, electronics, home
}
