/// Where customers live: regions by their population.
struct CustomerRegions {
  private let seed: UInt64
  private let table = AliasTable(weights: Place.regions.map(\.weight))

  init(seed: UInt64) { self.seed = seed }

  func region(of customer: Int) -> Int {
    var stream = KeyedStream(seed: seed, purpose: .customerRegion, key: customer)
    return table.draw(&stream)
  }
}
