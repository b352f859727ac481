import Foundation
import RetailData
import Testing

@testable import Recommendations

/// What was planted in the sample is found again, by looking at purchases alone.
@Suite struct PlantedTruthTests {
  private static let sample = Result { try PlantedSample() }
  private static let counts = Result {
    try CoPurchases(sample.get().dataset.purchases, work: WorkContext(threads: 2))
  }
  private let sample: PlantedSample
  private let counts: CoPurchases

  init() throws {
    sample = try Self.sample.get()
    counts = try Self.counts.get()
  }

  /// Of the first related items of an item, as many as its family has others, nearly half are of the
  /// family; by chance 1 in 100 would be.
  @Test func familiesComeTogether() throws {
    let families = Dictionary(grouping: sample.rows("families")) { $0["family_id"] }.values
      .map { $0.compactMap { sample.item($0["item_id"]) } }
    var (found, all) = (0, 0)
    for family in families {
      for item in family where counts.buyerCount(of: item) >= 10 {
        let list = counts.related(to: item, by: Relatedness(), limit: family.count - 1)
        found += list.count { family.contains(Int($0.item)) }
        all += family.count - 1
      }
    }
    #expect(all > 300)
    let share = Double(found) / Double(all)
    #expect(share > 0.4, "\(share)")
  }

  /// Of the eight brands of a category the preferred one comes first for many of the loyal. By
  /// chance it would for one in eight. A third of the lines is bought whatever the brand.
  @Test func loyalAccountsPreferTheirBrand() throws {
    let dataset = sample.dataset
    let model = PreferenceModel(dataset.purchases, traits: ItemTraits(dataset.items))
    let loyal = Set(
      sample.ordinary.filter { $0.row["brand_loyalty"] == "0.88" }.map(\.customer))
    var (first, all) = (0, 0)
    for row in sample.rows("brands") {
      guard let customer = sample.customer(row["customer_id"]), loyal.contains(customer),
        let category = row["category"]
      else { continue }
      let members = (0..<dataset.items.count).filter { dataset.items.categories[$0] == category }
      let lines = dataset.purchases.lines(ofCustomer: customer).filter {
        dataset.items.categories[Int(dataset.purchases.items[$0])] == category
      }
      guard lines.count >= 5 else { continue }
      let affinities = model.affinities(of: customer)
      let best = members.max {
        affinities.brand(of: Int32($0)) < affinities.brand(of: Int32($1))
      }
      all += 1
      if best.flatMap({ dataset.items.brands[$0] }) == row["brand"] { first += 1 }
    }
    #expect(all > 150)
    let share = Double(first) / Double(all)
    #expect(share > 0.35, "\(share)")
  }

  /// Thirds by price, so a third by chance.
  @Test func accountsPreferTheirPriceBand() throws {
    let dataset = sample.dataset
    let traits = ItemTraits(dataset.items)
    let model = PreferenceModel(dataset.purchases, traits: traits)
    var (right, all) = (0, 0)
    for (customer, row) in sample.ordinary
    where dataset.purchases.lines(ofCustomer: customer).count >= 30 {
      let affinities = model.affinities(of: customer)
      let best = (0..<dataset.items.count).filter { traits.priceBands[$0] >= 0 }.max {
        affinities.priceBand(of: Int32($0)) < affinities.priceBand(of: Int32($1))
      }
      all += 1
      if best.map({ "\(traits.priceBands[$0])" }) == row["price_band"] { right += 1 }
    }
    #expect(all > 100)
    let share = Double(right) / Double(all)
    #expect(share > 0.48, "\(share)")
  }

  /// Accounts are split by person, and those of one person seldom.
  @Test func personasAreThePeople() {
    let people = sample.people()
    var indices: [Double] = []
    var (split, single) = (0, 0)
    for (customer, row) in sample.ordinary where indices.count < 40 || single < 40 {
      // Few enough to be quick; the number of pairs of items is what takes its time.
      guard let owners = people[customer], owners.count >= 8,
        sample.dataset.purchases.lines(ofCustomer: customer).count <= 40,
        row["persons"] == "1" ? single < 40 : indices.count < 40
      else { continue }
      let personas = Personas(of: customer, in: counts)
      if row["persons"] == "1" {
        single += 1
        if personas.groups.count > 1 { split += 1 }
        continue
      }
      let items = owners.keys.sorted().filter { personas.group(of: $0) != nil }
      indices.append(
        adjustedRandIndex(
          items.map { personas.group(of: $0) ?? -1 }, items.map { owners[$0] ?? -1 }))
    }
    #expect(indices.count == 40 && single == 40)
    let mean = indices.reduce(0, +) / Double(indices.count)
    #expect(mean > 0.4, "adjusted Rand index \(mean)")
    #expect(split <= 12, "\(split) of \(single)")
  }
}
