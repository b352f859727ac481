/// Why a line was bought: the planted truth behind it.
enum PurchaseCause: UInt8, CaseIterable {
  /// A consumable ran out.
  case habit
  /// One of a family of items that go together.
  case family
  /// A favourite category of the person.
  case taste
  /// Whatever the shop sells.
  case anything

  /// As `truth/lines.csv` says it.
  var name: String {
    switch self {
    case .habit: "habit"
    case .family: "family"
    case .taste: "taste"
    case .anything: "anything"
    }
  }
}

/// A purchase line before it is part of an order.
struct ShopperLine {
  var time: UInt32
  var item: Int32
  var quantity: UInt8
  var person: UInt8
  var cause: PurchaseCause
}

/// Makes the purchases of one account. Exactly as many lines as it is told to.
struct Shopper {
  private let customer: Int
  private let shop: ShopModel
  private let household: Household
  private var stream: KeyedStream
  private var lines: [ShopperLine] = []
  /// By family number: the members already bought, one bit each.
  private var bought: [Int32: UInt8] = [:]

  init(customer: Int, household: Household, shop: ShopModel) {
    self.customer = customer
    self.shop = shop
    self.household = household
    stream = KeyedStream(seed: shop.seed, purpose: .customerShopping, key: customer)
  }

  /// The account's lines in order of time; lines of one moment are one order.
  mutating func shop(lines count: Int) -> [ShopperLine] {
    lines.reserveCapacity(count)
    for habit in household.habits { follow(habit, limit: count) }
    let habitual = lines.count
    while lines.count < count {
      let time = orderTime(habitual: habitual)
      fillOrder(at: time, limit: count)
    }
    lines.sort { ($0.time, $0.item) < ($1.time, $1.item) }
    return lines
  }

  private mutating func follow(_ habit: Household.Habit, limit: Int) {
    var day = Double(household.days.lowerBound) + habit.periodDays * stream.uniform()
    while day < Double(household.days.upperBound), lines.count < limit {
      // Now and then it is bought elsewhere.
      if !stream.chance(0.06) {
        let second = shop.calendar.drawSecond(&stream)
        lines.append(
          ShopperLine(
            time: ShopCalendar.timestamp(day: Int(day), second: second), item: habit.item,
            quantity: UInt8(1 + stream.below(3)), person: habit.person, cause: .habit))
      }
      day += habit.periodDays * stream.logNormal(sigma: 0.15)
    }
  }

  /// A third of the other shopping is done along with a habitual order.
  private mutating func orderTime(habitual: Int) -> UInt32 {
    if habitual > 0, stream.chance(0.35) { return lines[stream.below(habitual)].time }
    let day = shop.calendar.drawDay(in: household.days, &stream)
    return ShopCalendar.timestamp(day: day, second: shop.calendar.drawSecond(&stream))
  }

  private mutating func fillOrder(at time: UInt32, limit: Int) {
    let person = stream.below(household.people.count)
    let start = lines.count
    var wanted = 1
    while wanted < 12, stream.chance(household.isHeavy ? 0.72 : 0.6) { wanted += 1 }
    let end = min(limit, start + wanted)
    let familyShare = household.isHeavy ? 0.12 : 0.45
    if stream.chance(familyShare) { buyFamily(of: person, at: time, limit: end) }
    while lines.count < end { buyOne(for: person, at: time, since: start) }
  }

  /// Goes through a family, rarely buying a member a second time.
  private mutating func buyFamily(of person: Int, at time: UInt32, limit: Int) {
    let families = household.people[person].families
    if families.isEmpty { return }
    let family = Int(families[stream.below(families.count)])
    let members = shop.families.items(of: family)
    let main = Int(shop.catalogue.category[Int(members[members.startIndex])])
    let day = Int(time / 86_400) - ShopCalendar.firstDay
    if !stream.chance(0.1 + 0.9 * shop.calendar.appetite(category: main, day: day)) { return }
    var known = bought[Int32(family)] ?? 0
    for (place, item) in members.enumerated() where lines.count < limit {
      let isKnown = known & (1 << UInt8(place)) != 0
      if stream.chance(isKnown ? 0.1 : 0.8) {
        known |= 1 << UInt8(place)
        append(Int(item), at: time, person: person, cause: .family)
      }
    }
    bought[Int32(family)] = known
  }

  private mutating func buyOne(for person: Int, at time: UInt32, since start: Int) {
    let day = Int(time / 86_400) - ShopCalendar.firstDay
    let isPlanned = stream.chance(household.isHeavy ? 0.15 : 0.65)
    var (item, cause) = (0, PurchaseCause.anything)
    // A basket rarely names an item twice.
    for _ in 0..<3 {
      let wish = drawCategory(for: person, day: day, isPlanned: isPlanned)
      cause = wish.cause
      item =
        household.isHeavy && cause == .anything
        ? shop.choice.drawItem(category: wish.category, &stream)
        : drawItem(category: wish.category)
      if !lines[start...].contains(where: { $0.item == item }) { break }
    }
    append(item, at: time, person: person, cause: cause)
  }

  /// A favourite category of the person, unless it is out of season twice over: then any.
  private mutating func drawCategory(
    for person: Int, day: Int, isPlanned: Bool
  ) -> (category: Int, cause: PurchaseCause) {
    let favourites = household.people[person].categories
    for _ in 0..<(isPlanned ? 2 : 0) {
      let category = Int(favourites[max(stream.below(4) - 1, 0)])
      if stream.chance(shop.calendar.appetite(category: category, day: day)) {
        return (category, .taste)
      }
    }
    var category = 0
    for _ in 0..<8 {
      category = shop.choice.drawCategory(&stream)
      if stream.chance(shop.calendar.appetite(category: category, day: day)) { break }
    }
    return (category, .anything)
  }

  /// Passes over items of other brands and other price bands as the account's taste has it.
  private mutating func drawItem(category: Int) -> Int {
    let place = Household.preferredBrand(customer: customer, category: category, seed: shop.seed)
    let preferred = shop.brands[category][place]
    var item = 0
    for _ in 0..<10 {
      item = shop.choice.drawItem(category: category, &stream)
      let bands = abs(Int(shop.catalogue.priceBand[item]) - Int(household.priceBand))
      let likesPrice = bands == 0 ? 1 : bands == 1 ? 0.5 : 0.25
      let likesBrand = shop.catalogue.brand[item] == preferred ? 1 : 1 - household.brandLoyalty
      if stream.chance(likesPrice * likesBrand) { break }
    }
    return item
  }

  private mutating func append(
    _ item: Int, at time: UInt32, person: Int, cause: PurchaseCause
  ) {
    var quantity = 1
    while quantity < 12, stream.chance(household.isHeavy ? 0.35 : 0.12) { quantity += 1 }
    lines.append(
      ShopperLine(
        time: time, item: Int32(item), quantity: UInt8(quantity), person: UInt8(person),
        cause: cause))
  }
}
