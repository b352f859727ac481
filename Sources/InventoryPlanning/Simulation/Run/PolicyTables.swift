import RetailData

/// One policy, as the kernel reads it.
struct PolicyTables: Sendable {
  let levels: FlatBuffer<Int32>
  let sources: SourceTable
  let leadTimes: LeadTimeTable
  /// Empty where orders are given out by cost alone.
  let worth: FlatBuffer<StockPolicy.UnitWorth>
  let doors: DoorTable
  /// Days until an order placed now is expected, `[item × facilityCount + facility]`.
  let patience: FlatBuffer<Float>
  let countsEchelons: Bool
  let isPriced: Bool

  init(
    _ policy: StockPolicy, world: SimulationWorld, leadTimes: LeadTimeTable, reviewDays: Int,
    transferReviewDays: Int
  ) {
    levels = FlatBuffer(policy.levels)
    sources = SourceTable(
      policy, world: world, leadTimes: leadTimes, reviewDays: reviewDays)
    self.leadTimes = leadTimes
    isPriced = policy.fulfilment == .priced
    worth = FlatBuffer(isPriced ? policy.worth : [], filler: StockPolicy.UnitWorth())
    doors = DoorTable(isPriced ? policy.doors : [])
    countsEchelons = policy.countsEchelons
    patience = FlatBuffer(
      policy.sources.map { source -> Float in
        if source.supply >= 0 {
          return Float(leadTimes.mean[Int(source.supply)]) + Float(reviewDays) / 2
        }
        if source.transfer >= 0 {
          return Float(world.input.network.transfers[Int(source.transfer)].leadTimeDays)
            + Float(transferReviewDays) / 2
        }
        return Float(reviewDays)
      }, filler: 0)
  }
}
