import RetailData

/// Tells whether a plan's quantities are as feasible under another input as under their own: whether
/// nothing but money changed.
struct MoneyOnly {
  private let draft: PlanDraft
  private let old: PlanInput
  private let new: PlanInput

  init(draft: PlanDraft, input: PlanInput) {
    self.draft = draft
    old = draft.problem.input
    new = input
  }

  func check() throws(RepricingObstacle) {
    try checkSettings()
    try checkItems()
    try checkNetwork()
    try checkSupply()
    try checkCapacities()
  }

  private func require(_ isSame: Bool, _ what: String) throws(RepricingObstacle) {
    if !isSame { throw .notMoney(what) }
  }

  private func checkSettings() throws(RepricingObstacle) {
    var settings = new.settings
    settings.servicePriceFactor = old.settings.servicePriceFactor
    try require(settings == old.settings, "a setting of the scenarios")
  }

  private func checkItems() throws(RepricingObstacle) {
    let (a, b) = (old.items, new.items)
    try require(a.count == b.count, "the list of items")
    try require(a.volume == b.volume, "the volume of an item")
    try require(a.weight == b.weight, "the weight of an item")
    try require(a.handling == b.handling, "the handling of an item")
    try require(a.category == b.category, "the category of an item")
    try require(a.demandFactor == b.demandFactor, "the demand for an item")
  }

  private func checkNetwork() throws(RepricingObstacle) {
    let (a, b) = (old.network, new.network)
    try require(a.regions == b.regions || sameRegions(a, b), "the list of regions")
    try require(
      a.speeds.count == b.speeds.count
        && zip(a.speeds, b.speeds).allSatisfy { same($0.promiseHours, $1.promiseHours) },
      "a speed's promise")
    try require(
      a.facilities.count == b.facilities.count
        && zip(a.facilities, b.facilities).allSatisfy { $0.kind == $1.kind },
      "the list of facilities")
    try require(
      a.transfers.count == b.transfers.count
        && zip(a.transfers, b.transfers).allSatisfy {
          $0.from == $1.from && $0.to == $1.to && $0.leadTimeDays == $1.leadTimeDays
        }, "a transfer's way or time")
    try require(
      a.deliveries.count == b.deliveries.count
        && zip(a.deliveries, b.deliveries).allSatisfy {
          $0.facility == $1.facility && $0.region == $1.region && $0.speed == $1.speed
            && same($0.cutoffHour, $1.cutoffHour)
        }, "a delivery's way, speed or cut-off")
    try require(a.inventory == b.inventory, "stock")
  }

  /// Coordinates may be NaN, which no `==` finds equal.
  private func sameRegions(_ a: Network, _ b: Network) -> Bool {
    a.regions.count == b.regions.count && zip(a.regions, b.regions).allSatisfy { $0.id == $1.id }
  }

  /// NaN is what a file leaves out.
  private func same(_ a: Double, _ b: Double) -> Bool { a == b || (a.isNaN && b.isNaN) }

  private func checkSupply() throws(RepricingObstacle) {
    let (a, b) = (old.network.supply, new.network.supply)
    try require(a.count == b.count, "the list of vendors' rows")
    var sameWays = true
    var sameCosts = true
    var sameCases = true
    for row in a.indices {
      let (x, y) = (a[row], b[row])
      sameWays =
        sameWays && x.item == y.item && x.facility == y.facility
        && x.leadTimeMeanDays == y.leadTimeMeanDays && x.leadTimeSDDays == y.leadTimeSDDays
      sameCosts = sameCosts && x.unitCost == y.unitCost
      sameCases =
        sameCases && same(x.minimumOrder, y.minimumOrder) && same(x.caseQuantity, y.caseQuantity)
    }
    try require(sameWays, "a vendor's delivery or lead time")
    try require(sameCases || !draft.isInteger, "a case quantity or minimum order")
    if sameCosts { return }
    let facilities = old.network.facilities.count
    try compareCheapest(slots: old.items.count) { Int($0.item) }
    if old.settings.mode == .state {
      try compareCheapest(slots: old.items.count * facilities) {
        Int($0.item) * facilities + Int($0.facility)
      }
    }
  }

  /// Scenarios know the cheapest row by its lead time: another with the same one is as good.
  private func compareCheapest(
    slots: Int, _ slot: (Supply) -> Int
  ) throws(RepricingObstacle) {
    func cheapest(_ rows: [Supply]) -> [Int32] {
      var best = [Int32](repeating: -1, count: slots)
      for number in rows.indices {
        let place = slot(rows[number])
        if best[place] < 0 || rows[number].unitCost < rows[Int(best[place])].unitCost {
          best[place] = Int32(number)
        }
      }
      return best
    }
    let (rows, before, after) = (
      new.network.supply, cheapest(old.network.supply), cheapest(new.network.supply)
    )
    for place in 0..<slots where before[place] != after[place] {
      let (x, y) = (rows[Int(before[place])], rows[Int(after[place])])
      if x.leadTimeMeanDays != y.leadTimeMeanDays || x.leadTimeSDDays != y.leadTimeSDDays {
        throw .cheapestSupply(item: x.item)
      }
    }
  }

  private func checkCapacities() throws(RepricingObstacle) {
    let (a, b) = (old.network.facilities, new.network.facilities)
    for (number, load) in draft.loads.enumerated() {
      func check(_ used: Double, _ before: Double, _ after: Double) throws(RepricingObstacle) {
        // What fits the capacity fits a larger one, whatever rounding did to the sum.
        if after >= before || used <= after { return }
        throw .capacity(facility: Int32(number), used: used, capacity: after)
      }
      // Stock that stands there already is no reason to refuse.
      let standing = draft.problem.standing[number]
      try check(
        load.storage.used, max(a[number].storage, standing), max(b[number].storage, standing))
      try check(load.inbound.used, a[number].inboundPerDay, b[number].inboundPerDay)
      try check(load.outbound.used, a[number].outboundPerDay, b[number].outboundPerDay)
    }
  }
}
