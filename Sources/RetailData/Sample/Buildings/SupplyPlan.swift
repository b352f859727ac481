/// Who delivers which item where, at what price and how soon.
struct SupplyPlan {
  struct Row {
    let vendor: Int
    let item: Int
    let facility: Int
    let costCents: Int
    /// Tenths of days.
    let leadTimeMean: Int
    let leadTimeSD: Int
    let minimumOrder: Int
    let caseQuantity: Int
  }

  struct Source {
    let name: String
    /// Tenths of days.
    let leadTimeMean: Int
    let leadTimeSD: Int
  }

  let vendors: [Source]
  private let seed: UInt64
  private let catalogue: SampleCatalogue
  private let dailyUnits: [Double]
  private let centers: [Int]
  private let sites: [SampleNetwork.Site]

  init(shop: ShopModel, network: SampleNetwork, dailyUnits: [Double]) {
    seed = shop.seed
    catalogue = shop.catalogue
    self.dailyUnits = dailyUnits
    sites = network.sites
    centers = network.sites.indices.filter { network.sites[$0].kind == .distributionCenter }
    let suffixes = ["GmbH", "S.A.", "B.V.", "S.p.A.", "s.r.o.", "Ltd"]
    vendors = Brands.names.indices.map { number in
      var stream = KeyedStream(seed: shop.seed, purpose: .vendor, key: number)
      // Two vendors in three make their goods nearby.
      let mean = stream.chance(0.66) ? stream.uniform(4...12) : stream.uniform(22...42)
      let spread = stream.uniform(0.15...0.45)
      return Source(
        name: Brands.names[number] + " " + suffixes[stream.below(suffixes.count)],
        leadTimeMean: Int(mean * 10), leadTimeSD: Int(mean * spread * 10))
    }
  }

  /// Tenths of days until the item's cheapest vendor delivers, on average.
  func leadTime(of item: Int) -> Int { vendors[Int(catalogue.brand[item])].leadTimeMean }

  /// The supply rows of an item, its own maker at a distribution centre first.
  func rows(of item: Int) -> [Row] {
    var stream = KeyedStream(seed: seed, purpose: .supply, key: item)
    let maker = Int(catalogue.brand[item])
    let cost = Int(catalogue.costCents[item])
    let units = cost < 1_000 ? 12 : cost < 4_000 ? 6 : cost < 15_000 ? 2 : 1
    let caseQuantity = stream.chance(0.3) ? units * 2 : units
    let days = stream.uniform(4...24)
    let cases = max(1, Int(dailyUnits[item] * days / Double(caseQuantity)))
    func row(_ vendor: Int, _ facility: Int, percent: Int, cases: Int) -> Row {
      Row(
        vendor: vendor, item: item, facility: facility,
        costCents: max(1, (cost * percent + 50) / 100), leadTimeMean: vendors[vendor].leadTimeMean,
        leadTimeSD: vendors[vendor].leadTimeSD, minimumOrder: cases * caseQuantity,
        caseQuantity: caseQuantity)
    }
    let home = stream.below(centers.count)
    var rows = [row(maker, centers[home], percent: 100, cases: cases)]
    if centers.count > 1, stream.chance(0.45) {
      rows.append(
        row(maker, centers[(home + 1) % centers.count], percent: 101, cases: cases))
    }
    // Some makers also deliver to the next echelon, in small lots and dearer.
    if stream.chance(0.3) {
      let kind: FacilityKind =
        catalogue.handling[item] == .sortable ? .fulfillmentCenter : .nonSortableCenter
      for facility in sites.indices where sites[facility].kind == kind {
        rows.append(row(maker, facility, percent: 103, cases: max(1, cases / 3)))
      }
    }
    // A wholesaler in reserve: dearer.
    if stream.chance(0.12) {
      let other = (maker + 1 + stream.below(vendors.count - 1)) % vendors.count
      rows.append(row(other, centers[home], percent: 107, cases: 1))
    }
    return rows
  }
}
