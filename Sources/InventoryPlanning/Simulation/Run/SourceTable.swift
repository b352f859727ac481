import RetailData

/// Where every item and facility is replenished from, as the kernel reads it.
struct SourceTable: Sendable {
  let links: FlatBuffer<Link>
  /// Whether anything is sent on from here: `[item × facilityCount + facility]`.
  let isSender: FlatBuffer<Bool>
  /// Day of the first review, 0 ..< review period, by item: all items of a vendor on one day.
  let phase: FlatBuffer<Int32>

  struct Link: Sendable, BitwiseCopyable {
    /// The facility that sends; -1 for a vendor, -2 for nobody.
    var parent: Int32 = Link.nobody
    /// Into the table of lead times, for a vendor; days, for a facility.
    var lead: Int32 = 0
    var caseQuantity: Int32 = 1
    var smallest: Int32 = 1
    /// Money per unit: over the item's cheapest vendor, or for the transfer.
    var cost: Double = 0

    static let vendor: Int32 = -1
    static let nobody: Int32 = -2
  }

  init(_ policy: StockPolicy, world: SimulationWorld, leadTimes: LeadTimeTable, reviewDays: Int) {
    let network = world.input.network
    let facilities = world.facilityCount
    let links = FlatBuffer<Link>(repeating: Link(), count: policy.sources.count)
    let isSender = FlatBuffer<Bool>(repeating: false, count: policy.sources.count)
    let phase = FlatBuffer<Int32>(repeating: 0, count: world.itemCount)
    for item in 0..<world.itemCount {
      for facility in 0..<facilities {
        let place = item * facilities + facility
        let source = policy.sources[place]
        var link = Link()
        if source.supply >= 0 {
          let row = network.supply[Int(source.supply)]
          let rule = OrderRule(caseQuantity: row.caseQuantity, minimumOrder: row.minimumOrder)
          link.parent = Link.vendor
          link.lead = leadTimes.start.pointer[Int(source.supply)]
          link.caseQuantity = Int32(min(rule.caseQuantity, 1e6))
          link.smallest = Int32(min(rule.smallest, 1e6))
          link.cost = row.unitCost - world.input.items.unitCost[item]
          phase.pointer[item] = row.vendor % Int32(reviewDays)
        } else if source.transfer >= 0 {
          let row = network.transfers[Int(source.transfer)]
          link.parent = row.from
          link.lead = Int32(min(row.leadTimeDays, 36_500).rounded())
          link.cost = row.costPerUnit + row.costPerLitre * world.volume.pointer[item]
          isSender.pointer[item * facilities + Int(row.from)] = true
        }
        links.pointer[place] = link
      }
    }
    self.links = links
    self.isSender = isSender
    self.phase = phase
  }
}
