import Foundation
import RetailData

/// What customers prefer, as far as their purchases show: brands among those of a category,
/// categories, and price bands.
///
/// An affinity is ln of how much more often the customer chooses something than all customers do,
/// with `shrinkage` purchases of an average customer mixed in: 0 for somebody of whom nothing is
/// known, above 0 for what is preferred, below for what is passed over.
///
///     affinity = ln ( (n + κ q) / (N + κ) / q )
///
/// n of the customer's N purchases of the category, or of all, are of this kind; q is the share
/// among all customers.
public struct PreferenceModel: Sendable {
  public let traits: ItemTraits
  /// κ.
  public let shrinkage: Double
  private let purchases: Purchases
  /// Shares among all customers: of a brand in its category, of a category, of a price band.
  private let brandShares: [Double]
  private let categoryShares: [Double]
  private let bandShares: [Double]

  /// Counts the lines of all customers.
  public init(_ purchases: Purchases, traits: ItemTraits, shrinkage: Double = 5) {
    self.purchases = purchases
    self.traits = traits
    self.shrinkage = shrinkage
    var tally = Tally(traits)
    for item in purchases.items.buffer { tally.add(Int(item), traits) }
    brandShares = tally.brands.indices.map { brand in
      tally.brands[brand] / max(tally.ofBrandedCategory[Int(tally.categoryOfBrand[brand])], 1)
    }
    categoryShares = tally.categories.map { $0 / max(tally.categorized, 1) }
    bandShares = tally.bands.map { $0 / max(tally.banded, 1) }
  }

  /// A customer's affinities.
  public func affinities(of customer: Int) -> Affinities {
    var tally = Tally(traits)
    for line in purchases.lines(ofCustomer: customer) {
      tally.add(Int(purchases.items[line]), traits)
    }
    return Affinities(
      traits: traits,
      brands: tally.brands.indices.map { brand in
        affinity(
          tally.brands[brand],
          of: tally.ofBrandedCategory[Int(tally.categoryOfBrand[brand])], brandShares[brand])
      },
      categories: tally.categories.indices.map {
        affinity(tally.categories[$0], of: tally.categorized, categoryShares[$0])
      },
      bands: tally.bands.indices.map { affinity(tally.bands[$0], of: tally.banded, bandShares[$0]) }
    )
  }

  /// What nobody ever bought is neither preferred nor passed over.
  private func affinity(_ count: Double, of all: Double, _ share: Double) -> Double {
    guard share > 0 else { return 0 }
    return log((count + shrinkage * share) / ((all + shrinkage) * share))
  }
}

/// What one customer prefers.
public struct Affinities: Sendable {
  let traits: ItemTraits
  private let brands: [Double]
  private let categories: [Double]
  private let bands: [Double]

  init(traits: ItemTraits, brands: [Double], categories: [Double], bands: [Double]) {
    self.traits = traits
    self.brands = brands
    self.categories = categories
    self.bands = bands
  }

  /// To an item's brand, among those of its category; 0 where nothing is known of it.
  public func brand(of item: Int32) -> Double { Self.value(brands, traits.brands[Int(item)]) }

  public func category(of item: Int32) -> Double {
    Self.value(categories, traits.categories[Int(item)])
  }

  public func priceBand(of item: Int32) -> Double {
    Self.value(bands, traits.priceBands[Int(item)])
  }

  /// The largest of each kind that any item has.
  var most: PreferenceWeights {
    PreferenceWeights(
      brand: max(brands.max() ?? 0, 0), category: max(categories.max() ?? 0, 0),
      price: max(bands.max() ?? 0, 0))
  }

  private static func value(_ values: [Double], _ code: Int32) -> Double {
    code >= 0 ? values[Int(code)] : 0
  }
}

/// What each kind of preference counts, in units of a method's score.
public struct PreferenceWeights: Hashable, Sendable, Codable {
  public var brand: Double
  public var category: Double
  public var price: Double

  public init(brand: Double = 0, category: Double = 0, price: Double = 0) {
    self.brand = brand
    self.category = category
    self.price = price
  }

  public var isZero: Bool { brand == 0 && category == 0 && price == 0 }
}

/// Purchase lines by what they are of.
private struct Tally {
  var brands: [Double]
  var categories: [Double]
  var bands = [Double](repeating: 0, count: ItemTraits.priceBandCount)
  /// By category: lines whose brand is known.
  var ofBrandedCategory: [Double]
  var categorized = 0.0
  var banded = 0.0
  let categoryOfBrand: [Int32]

  init(_ traits: ItemTraits) {
    brands = [Double](repeating: 0, count: traits.brandCount)
    categories = [Double](repeating: 0, count: traits.categoryCount)
    ofBrandedCategory = categories
    categoryOfBrand = traits.categoryOfBrand
  }

  mutating func add(_ item: Int, _ traits: ItemTraits) {
    let category = traits.categories[item]
    if category >= 0 {
      categories[Int(category)] += 1
      categorized += 1
    }
    if traits.brands[item] >= 0 {
      brands[Int(traits.brands[item])] += 1
      ofBrandedCategory[Int(category)] += 1
    }
    if traits.priceBands[item] >= 0 {
      bands[Int(traits.priceBands[item])] += 1
      banded += 1
    }
  }
}
