/// The items of the sample shop, in flat columns by item number.
///
/// An item's row depends on the seed and its own number only.
struct SampleCatalogue {
  let seed: UInt64
  /// Index into `CategoryPlan.all`.
  private(set) var category: [Int32] = []
  /// Index into `Brands.names`.
  private(set) var brand: [Int32] = []
  /// 0 cheap, 1 middling, 2 dear, within its category.
  private(set) var priceBand: [UInt8] = []
  private(set) var priceCents: [Int32] = []
  private(set) var costCents: [Int32] = []
  private(set) var millilitres: [Int32] = []
  private(set) var grams: [Int32] = []
  private(set) var handling: [Handling] = []
  /// Days after which a unit is used up; 0 where it is not.
  private(set) var rhythmDays: [Float] = []
  /// How often an item is bought unplanned, relative to others of its category.
  private(set) var popularity: [Double] = []

  var count: Int { category.count }

  init(count: Int, seed: UInt64) {
    self.seed = seed
    let categories = AliasTable(weights: CategoryPlan.all.map(\.share))
    let brands = CategoryPlan.all.indices.map { Brands.ofCategory($0, seed: seed) }
    for item in 0..<count {
      var stream = KeyedStream(seed: seed, purpose: .itemTraits, key: item)
      let number = categories.draw(&stream)
      let plan = CategoryPlan.all[number]
      category.append(Int32(number))
      brand.append(brands[number][stream.below(Brands.perCategory)])
      appendPrice(plan, &stream)
      appendSize(plan, &stream)
      rhythmDays.append(Float(plan.rhythm.map { stream.uniform($0).rounded() } ?? 0))
      let rarity = max(stream.uniform(), 1.0 / 512)
      // A few items sell far better than the rest, and cheap ones better than dear ones.
      let relativePrice = Double(priceCents[item]) / (100 * plan.price.lowerBound)
      popularity.append(
        PortableMath.power(rarity, -0.6) * PortableMath.power(relativePrice, -0.4))
    }
  }

  private mutating func appendPrice(_ plan: CategoryPlan, _ stream: inout KeyedStream) {
    let place = stream.uniform()
    priceBand.append(UInt8(place * 3))
    let span = plan.price.upperBound / plan.price.lowerBound
    let price = plan.price.lowerBound * PortableMath.power(span, place)
    let cents = SampleCatalogue.shelfPrice(price)
    priceCents.append(cents)
    costCents.append(max(1, Int32((Double(cents) * stream.uniform(0.46...0.68)).rounded())))
  }

  private mutating func appendSize(_ plan: CategoryPlan, _ stream: inout KeyedStream) {
    let bulky = stream.chance(plan.nonSortable)
    let place = stream.uniform()
    let span = plan.volume.upperBound / plan.volume.lowerBound
    // What does not fit a conveyor comes from the upper end of its category.
    let litres =
      plan.volume.lowerBound * PortableMath.power(span, bulky ? 0.6 + 0.4 * place : 0.85 * place)
    millilitres.append(max(10, Int32(litres * 100) * 10))
    grams.append(max(5, Int32(litres * plan.density * stream.uniform(800...1200))))
    handling.append(bulky ? .nonSortable : .sortable)
  }

  /// Prices end as prices do: 2.79, 14.49, 129.00.
  private static func shelfPrice(_ price: Double) -> Int32 {
    if price < 10 { return Int32((price * 10).rounded()) * 10 - 1 }
    if price < 100 { return Int32((price * 2).rounded()) * 50 - 1 }
    return Int32(price.rounded()) * 100
  }

  /// What a person calls the item: `Fjordmark Dark Roast Espresso Beans, 500 g`.
  func title(of item: Int) -> String {
    let kinds = CategoryPlan.all[Int(category[item])].products
    var stream = KeyedStream(seed: seed, purpose: .itemTitle, key: item)
    let kind = kinds[stream.below(kinds.count)]
    let quality = kind.qualities[stream.below(kind.qualities.count)]
    let noun = kind.nouns[stream.below(kind.nouns.count)]
    let variant = kind.variants[stream.below(kind.variants.count)]
    return "\(Brands.names[Int(brand[item])]) \(quality) \(noun), \(variant)"
  }

  /// Percent off the shelf price on a day: each item has a few weeks of promotion.
  func discountPercent(of item: Int, week: Int) -> Int {
    var stream = KeyedStream(seed: seed, purpose: .itemPromotions, key: item &* 64 &+ week)
    return stream.chance(0.06) ? 5 * (1 + stream.below(5)) : 0
  }
}
