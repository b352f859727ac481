import RetailData

/// What a taste can be about: every item's category, its brand among those of its category, and its
/// price among the prices of its category.
public struct ItemTraits: Sendable {
  /// By item: its category; -1 where the data does not say.
  let categories: Column<Int32>
  /// By item: the pair of category and brand; -1 where either is unknown.
  let brands: Column<Int32>
  /// By item: 0 the cheapest third of its category, 1, 2 the dearest; -1 without a price, or where
  /// the category has fewer than three.
  let priceBands: Column<Int32>
  /// By pair of category and brand: the category.
  let categoryOfBrand: [Int32]
  let categoryCount: Int
  let brandCount: Int

  public static let priceBandCount = 3

  public init(_ items: ItemTable) {
    let categoryCount = items.categories.labels.count
    let brandCount = max(items.brands.labels.count, 1)
    let categories = (0..<items.count).map { item -> Int32 in
      // An empty word is no category.
      let code = items.categories.codes[item]
      return code >= 0 && !items.categories.labels[Int(code)].isEmpty ? code : -1
    }
    // Only pairs that there are get a number.
    var numbers: [Int: Int32] = [:]
    var categoryOfBrand: [Int32] = []
    let brands = (0..<items.count).map { item -> Int32 in
      let code = items.brands.codes[item]
      guard code >= 0, categories[item] >= 0, !items.brands.labels[Int(code)].isEmpty else {
        return -1
      }
      let pair = Int(categories[item]) * brandCount + Int(code)
      if let known = numbers[pair] { return known }
      numbers[pair] = Int32(categoryOfBrand.count)
      categoryOfBrand.append(categories[item])
      return Int32(categoryOfBrand.count - 1)
    }
    self.categories = Column(categories)
    self.brands = Column(brands)
    self.categoryCount = categoryCount
    self.brandCount = categoryOfBrand.count
    self.categoryOfBrand = categoryOfBrand
    priceBands = Column(Self.bands(items.prices, categories: categories, count: categoryCount))
  }

  /// Thirds of each category's prices; items without a category form one of their own.
  private static func bands(
    _ prices: Column<Float>, categories: [Int32], count: Int
  ) -> [Int32] {
    var members = [[Int]](repeating: [], count: count + 1)
    for item in categories.indices where prices[item].isFinite {
      members[Int(categories[item]) + 1].append(item)
    }
    var bands = [Int32](repeating: -1, count: categories.count)
    for items in members where items.count >= priceBandCount {
      let sorted = items.sorted { (prices[$0], $0) < (prices[$1], $1) }
      for (place, item) in sorted.enumerated() {
        // Equal prices are in one band: that of the first of them.
        if place > 0, prices[sorted[place - 1]] == prices[item] {
          bands[item] = bands[sorted[place - 1]]
        } else {
          bands[item] = Int32(place * priceBandCount / sorted.count)
        }
      }
    }
    return bands
  }
}
