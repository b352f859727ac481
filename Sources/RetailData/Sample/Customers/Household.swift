/// One account: how much it buys, and who the people behind it are.
struct Household {
  /// One of the people who share the account.
  struct Person {
    let department: Int
    /// Categories of the department, the favourite first; one may stand twice.
    let categories: [Int32]
    /// Planted item families this person buys from.
    let families: [Int32]
  }

  /// A consumable this account buys again and again.
  struct Habit {
    let item: Int32
    let periodDays: Double
    let person: UInt8
  }

  let isHeavy: Bool
  let people: [Person]
  let habits: [Habit]
  /// 0 … 2: the price band it prefers.
  let priceBand: UInt8
  /// Probability of passing over an item that is not of the preferred brand.
  let brandLoyalty: Double
  /// Days of the sample's year on which the account is in use.
  let days: Range<Int>

  /// How much an account buys, and from when on.
  struct Spending {
    /// Relative number of lines, mean about 1 for an account of a whole year. Two accounts in a
    /// hundred buy a fifth of everything.
    let weight: Double
    let isHeavy: Bool
    /// Three accounts in ten are opened during the year.
    let firstDay: Int

    init(customer: Int, seed: UInt64) {
      var stream = KeyedStream(seed: seed, purpose: .customerSpending, key: customer)
      isHeavy = stream.chance(0.02)
      let whole =
        isHeavy ? 10 * stream.logNormal(sigma: 0.5) : 0.816 * stream.logNormal(sigma: 0.8)
      firstDay = stream.chance(0.7) ? 0 : stream.below(ShopCalendar.dayCount * 4 / 5)
      weight = whole * Double(ShopCalendar.dayCount - firstDay) / Double(ShopCalendar.dayCount)
    }
  }

  /// The brand an account prefers in a category: a place among the category's brands.
  static func preferredBrand(customer: Int, category: Int, seed: UInt64) -> Int {
    var stream = KeyedStream(
      seed: seed, purpose: .brandLoyalty, key: customer &* 256 &+ category)
    return stream.below(Brands.perCategory)
  }
}

extension Household {
  /// - Parameter lines: how many purchase lines the account will have: habits take at most a third.
  init(customer: Int, lines: Int, shop: ShopModel) {
    var stream = KeyedStream(seed: shop.seed, purpose: .customerTaste, key: customer)
    let spending = Spending(customer: customer, seed: shop.seed)
    isHeavy = spending.isHeavy
    let size = stream.uniform()
    let people = Household.drawPeople(
      count: size < 0.68 ? 1 : size < 0.87 ? 2 : size < 0.96 ? 3 : 4, shop: shop, &stream)
    self.people = people
    priceBand = UInt8(stream.below(3))
    brandLoyalty = stream.chance(0.4) ? 0.88 : 0.25
    let days = spending.firstDay..<ShopCalendar.dayCount
    self.days = days
    habits = Household.drawHabits(people, lines: lines, days: days, shop: shop, &stream)
  }

  private static func drawPeople(
    count: Int, shop: ShopModel, _ stream: inout KeyedStream
  ) -> [Person] {
    var departments = shop.choice.departments
    return (0..<min(count, departments.count)).map { place in
      departments.swapAt(place, place + stream.below(departments.count - place))
      let department = departments[place]
      let categories = (0..<3).map { _ in
        shop.choice.drawCategory(department: department, &stream)
      }
      var families: [Int32] = []
      for _ in 0..<2 + stream.below(3) {
        guard let family = shop.families.draw(department: department, &stream) else { break }
        if !families.contains(family) { families.append(family) }
      }
      return Person(department: department, categories: categories, families: families)
    }
  }

  private static func drawHabits(
    _ people: [Person], lines: Int, days: Range<Int>, shop: ShopModel, _ stream: inout KeyedStream
  ) -> [Habit] {
    let pace = stream.uniform(0.75...1.35)
    var room = Double(lines) * 0.33
    var habits: [Habit] = []
    for _ in 0..<24 where habits.count < 12 {
      let person = stream.below(people.count)
      // Everybody buys household and pantry goods; the rest is to one's own taste.
      let own = people[person].categories[stream.below(3)]
      let category = stream.chance(0.5) ? Int(own) : shop.choice.drawCategory(&stream)
      let item = shop.choice.drawItem(category: category, &stream)
      let period = Double(shop.catalogue.rhythmDays[item]) * pace
      if period == 0 || habits.contains(where: { $0.item == item }) { continue }
      let times = Double(days.count) / period
      if times < 3 || times > room { continue }
      room -= times
      habits.append(Habit(item: Int32(item), periodDays: period, person: UInt8(person)))
    }
    return habits
  }
}
