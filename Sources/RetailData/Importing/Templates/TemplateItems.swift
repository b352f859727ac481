/// Figures of items that no export of purchases has.
struct TemplateItems {
  /// Money per unit.
  let unitCosts: [Double]
  /// Litres and kilograms.
  let volumes: [Double]
  let weights: [Double]
  let handling: [Handling]
  /// Relative to the median price, by item.
  let priceLevels: [Double]
  /// Money that a unit sells for in the mean, by units sold: what all costs are measured in.
  let moneyPerUnit: Double

  static let costShare = 0.5
  /// Litres of an item of the median price, and kilograms of a litre.
  static let medianVolume = 1.6
  static let density = 0.25
  /// Litres above which an item does not fit a conveyor.
  static let mostSortable = 5.0
  /// Price of an item where no item has any.
  private static let assumedPrice = 10.0

  init(_ dataset: Dataset, demand: TemplateDemand) {
    let known = dataset.items.prices.filter { $0 > 0 }.sorted()
    let median = known.isEmpty ? Self.assumedPrice : Double(known[known.count / 2])
    let prices = dataset.items.prices.map { $0 > 0 ? Double($0) : median }
    let levels = prices.map { $0 / median }
    var volumes: [Double] = []
    var weights: [Double] = []
    for (item, level) in levels.enumerated() {
      // By the item's id: what others the shop has must not matter.
      var stream = KeyedStream(
        seed: 0, purpose: .templateItem, key: dataset.items.ids.templateKey(of: item))
      let volume =
        Self.medianVolume * PortableMath.power(min(max(level, 0.01), 100), 0.6)
        * stream.logNormal(sigma: 0.5)
      volumes.append(Rounded.to(0.01, max(0.05, min(volume, 60))))
      let weight = volumes[item] * Self.density * stream.logNormal(sigma: 0.3)
      weights.append(Rounded.to(0.01, max(0.01, weight)))
    }
    self.volumes = volumes
    self.weights = weights
    handling = volumes.map { $0 > Self.mostSortable ? .nonSortable : .sortable }
    unitCosts = prices.map { Rounded.to(0.01, max(0.01, $0 * Self.costShare)) }
    priceLevels = levels
    var money = 0.0
    var units = 0.0
    for (price, rate) in zip(prices, demand.rates) {
      money += price * rate
      units += rate
    }
    moneyPerUnit = units > 0 ? money / units : median
  }
}

extension Identifiers {
  /// The same for the same id in any data set.
  func templateKey(of number: Int) -> Int {
    Int(truncatingIfNeeded: Identifiers.hash(names.utf8(at: number)))
  }
}

/// Numbers as a person would write them.
enum Rounded {
  /// The nearest multiple of `unit`, which is 1 or a negative power of ten.
  static func to(_ unit: Double, _ value: Double) -> Double {
    let perOne = (1 / unit).rounded()
    return (value * perOne).rounded() / perOne
  }

  /// Up to two significant digits.
  static func up(_ value: Double) -> Double {
    var scale = 1.0
    while value / scale >= 100 { scale *= 10 }
    return (value / scale).rounded(.up) * scale
  }
}
