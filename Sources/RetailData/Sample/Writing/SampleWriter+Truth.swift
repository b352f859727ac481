extension SampleWriter {
  static let truthNames = [
    "truth/families.csv", "truth/accounts.csv", "truth/persons.csv", "truth/habits.csv",
    "truth/brands.csv", "truth/seasons.csv", "truth/capacities.csv", "truth/lines.csv",
  ]

  /// Writes what was planted, for whoever wants to know how much of it can be found again.
  func writeTruth() throws {
    try output.makeSubdirectory("truth")
    try table("truth/families.csv", header: "family_id,item_id", count: shop.families.count) {
      family, text in
      for item in shop.families.items(of: family) {
        text.integer(family + 1)
        text.id(itemIDs, Int(item))
        text.endRow()
      }
    }
    try writeAccounts()
    try writeSeasons()
    try table(
      "truth/capacities.csv",
      header: "facility_id,storage_needed_l,storage_l,outbound_needed_per_day,"
        + "outbound_units_per_day",
      count: network.sites.count
    ) { facility, text in
      text.text(network.sites[facility].id)
      text.integer(Int(capacity.needs[facility].storage.rounded()))
      text.integer(Int(capacity.sizes[facility].storage))
      text.integer(Int(capacity.needs[facility].outbound.rounded()))
      text.integer(Int(capacity.sizes[facility].outbound))
      text.endRow()
    }
    try inBlocks(
      "truth/lines.csv", header: "order_id,item_id,person,cause", isCompressed: false
    ) { formatter, order, text in formatter.appendTruth(order: order, to: &text) }
  }

  private func household(_ customer: Int) -> Household {
    Household(customer: customer, lines: ledger.lineCount(of: customer), shop: shop)
  }

  private func writeAccounts() throws {
    try table(
      "truth/accounts.csv",
      header: "customer_id,is_heavy,persons,price_band,brand_loyalty,first_day",
      count: options.customers
    ) { customer, text in
      let household = household(customer)
      text.id(customerIDs, customer)
      text.integer(household.isHeavy ? 1 : 0)
      text.integer(household.people.count)
      text.integer(Int(household.priceBand))
      text.decimal(Int((household.brandLoyalty * 100).rounded()), places: 2)
      text.integer(household.days.lowerBound)
      text.endRow()
    }
    try table(
      "truth/persons.csv", header: "customer_id,person,kind,value", count: options.customers
    ) { customer, text in
      for (number, person) in household(customer).people.enumerated() {
        for category in Set(person.categories).sorted() {
          personRow(customer, number, "category", &text)
          text.text(CategoryPlan.all[Int(category)].name)
          text.endRow()
        }
        for family in person.families {
          personRow(customer, number, "family", &text)
          text.integer(Int(family) + 1)
          text.endRow()
        }
      }
    }
    try table(
      "truth/habits.csv", header: "customer_id,item_id,person,period_days",
      count: options.customers
    ) { customer, text in
      for habit in household(customer).habits {
        text.id(customerIDs, customer)
        text.id(itemIDs, Int(habit.item))
        text.integer(Int(habit.person) + 1)
        text.decimal(Int((habit.periodDays * 100).rounded()), places: 2)
        text.endRow()
      }
    }
    try table(
      "truth/brands.csv", header: "customer_id,category,brand", count: options.customers
    ) { customer, text in
      let categories = household(customer).people.flatMap(\.categories)
      for category in Set(categories).sorted() {
        let place = Household.preferredBrand(
          customer: customer, category: Int(category), seed: options.seed)
        text.id(customerIDs, customer)
        text.text(CategoryPlan.all[Int(category)].name)
        text.text(Brands.names[Int(shop.brands[Int(category)][place])])
        text.endRow()
      }
    }
  }

  private func personRow(
    _ customer: Int, _ person: Int, _ kind: String, _ text: inout SampleText
  ) {
    text.id(customerIDs, customer)
    text.integer(person + 1)
    text.text(kind)
  }

  private func writeSeasons() throws {
    try table(
      "truth/seasons.csv",
      header: "category,peak_day_of_year,amplitude,gifts,weekend_factor,trend",
      count: CategoryPlan.all.count
    ) { category, text in
      let season = CategoryPlan.all[category].season
      text.text(CategoryPlan.all[category].name)
      text.integer(Int(season.peakDay))
      for factor in [season.amplitude, season.gifts, season.weekend, season.trend] {
        text.decimal(Int((factor * 100).rounded()), places: 2)
      }
      text.endRow()
    }
  }
}
