extension SampleWriter {
  static let tableNames = [
    "items.csv", "customers.csv", "regions.csv", "speeds.csv", "facilities.csv", "transfers.csv",
    "deliveries.csv", "vendors.csv", "supply.csv", "inventory.csv",
  ]

  /// Every file but the purchases.
  func writeTables() throws {
    work.report(
      WorkProgress(stage: "writing tables", done: 0, total: nil, unit: "rows"))
    try writeItems()
    try writeCustomers()
    try writeNetwork()
    try writeSupply()
    try writeInventory()
  }

  private func writeItems() throws {
    let catalogue = shop.catalogue
    try table(
      "items.csv",
      header: "item_id,title,category,brand,price,unit_cost,volume_l,weight_kg,handling",
      count: catalogue.count
    ) { item, text in
      text.id(itemIDs, item)
      text.text(catalogue.title(of: item))
      text.text(CategoryPlan.all[Int(catalogue.category[item])].name)
      text.text(Brands.names[Int(catalogue.brand[item])])
      text.money(cents: Int(catalogue.priceCents[item]))
      text.money(cents: Int(catalogue.costCents[item]))
      text.decimal(Int(catalogue.millilitres[item]), places: 3)
      text.decimal(Int(catalogue.grams[item]), places: 3)
      text.text(catalogue.handling[item] == .sortable ? "sortable" : "non_sortable")
      text.endRow()
    }
  }

  private func writeCustomers() throws {
    let regions = CustomerRegions(seed: options.seed)
    try table(
      "customers.csv", header: "customer_id,name,region_id", count: options.customers
    ) { customer, text in
      text.id(customerIDs, customer)
      text.text(PersonNames.name(of: customer, seed: options.seed))
      text.text(regionID(regions.region(of: customer)))
      text.endRow()
    }
  }

  private func writeNetwork() throws {
    try table(
      "regions.csv", header: "region_id,name,latitude,longitude", count: Place.regions.count
    ) { region, text in
      text.text(regionID(region))
      text.text(Place.regions[region].name)
      coordinates(Place.regions[region], &text)
      text.endRow()
    }
    try table(
      "speeds.csv", header: "speed,promise_hours,lost_sale_penalty,service_target",
      count: SampleNetwork.promises.count
    ) { number, text in
      let promise = SampleNetwork.promises[number]
      text.text(promise.id)
      text.integer(promise.hours)
      text.money(cents: promise.penaltyCents)
      text.decimal(promise.targetPercent, places: 2)
      text.endRow()
    }
    try writeFacilities()
    try table(
      "transfers.csv",
      header: "from_facility_id,to_facility_id,lead_time_days,cost_per_unit,cost_per_l",
      count: network.lanes.count
    ) { number, text in
      let lane = network.lanes[number]
      text.text(network.sites[lane.from].id)
      text.text(network.sites[lane.to].id)
      text.decimal(lane.halfDays * 5, places: 1)
      text.money(cents: lane.centsPerUnit)
      text.decimal(lane.costPerLitre, places: 4)
      text.endRow()
    }
    try table(
      "deliveries.csv",
      header: "facility_id,region_id,speed,cutoff_hour,cost_per_unit,cost_per_kg",
      count: network.routes.count
    ) { number, text in
      let route = network.routes[number]
      text.text(network.sites[route.facility].id)
      text.text(regionID(route.region))
      text.text(SampleNetwork.promises[route.speed].id)
      if let hour = route.cutoffHour { text.integer(hour) } else { text.empty() }
      text.money(cents: route.centsPerUnit)
      text.money(cents: route.centsPerKilogram)
      text.endRow()
    }
  }

  private func writeFacilities() throws {
    try table(
      "facilities.csv",
      header: "facility_id,name,kind,latitude,longitude,storage_l,inbound_units_per_day,"
        + "outbound_units_per_day,holding_cost_per_l_day",
      count: network.sites.count
    ) { facility, text in
      let site = network.sites[facility]
      let size = capacity.sizes[facility]
      text.text(site.id)
      text.text(site.name)
      text.text(site.kind.rawValue)
      coordinates(site.place, &text)
      text.integer(Int(size.storage))
      text.integer(Int(size.inbound))
      text.integer(Int(size.outbound))
      text.decimal(size.holdingCost, places: 4)
      text.endRow()
    }
  }

  private func writeSupply() throws {
    try table("vendors.csv", header: "vendor_id,name", count: supply.vendors.count) {
      vendor, text in
      text.id(vendorIDs, vendor)
      text.text(supply.vendors[vendor].name)
      text.endRow()
    }
    try table(
      "supply.csv",
      header: "vendor_id,item_id,facility_id,unit_cost,lead_time_mean_days,lead_time_sd_days,"
        + "minimum_order,case_quantity",
      count: options.items
    ) { item, text in
      for row in supply.rows(of: item) {
        text.id(vendorIDs, row.vendor)
        text.id(itemIDs, item)
        text.text(network.sites[row.facility].id)
        text.money(cents: row.costCents)
        text.decimal(row.leadTimeMean, places: 1)
        text.decimal(row.leadTimeSD, places: 1)
        text.integer(row.minimumOrder)
        text.integer(row.caseQuantity)
        text.endRow()
      }
    }
  }

  private func writeInventory() throws {
    let stock = StockPlan(shop: shop, network: network, capacity: capacity)
    try table(
      "inventory.csv", header: "facility_id,item_id,on_hand,inbound", count: options.items
    ) { item, text in
      for facility in network.sites.indices {
        let units = stock.units[facility][item]
        if units.onHand == 0, units.inbound == 0 { continue }
        text.text(network.sites[facility].id)
        text.id(itemIDs, item)
        text.integer(Int(units.onHand))
        text.integer(Int(units.inbound))
        text.endRow()
      }
    }
  }

  private func coordinates(_ place: Place, _ text: inout SampleText) {
    text.decimal(Int((place.latitude * 100).rounded()), places: 2)
    text.decimal(Int((place.longitude * 100).rounded()), places: 2)
  }
}
