/// Everything that is the same for all customers.
struct ShopModel {
  let seed: UInt64
  let catalogue: SampleCatalogue
  let families: ItemFamilies
  let choice: ItemChoice
  let calendar: ShopCalendar
  /// By category: the numbers of its brands.
  let brands: [[Int32]]

  init(items: Int, seed: UInt64) {
    self.seed = seed
    catalogue = SampleCatalogue(count: items, seed: seed)
    families = ItemFamilies(catalogue: catalogue)
    calendar = ShopCalendar()
    choice = ItemChoice(catalogue: catalogue, calendar: calendar)
    brands = CategoryPlan.all.indices.map { Brands.ofCategory($0, seed: seed) }
  }
}
