import RetailData

extension PlanOutcome {
  /// What one more unit of an item at a facility is worth, where it would go, what it would cost.
  ///
  /// - Returns: nil where the item may not stand at the facility.
  public func explain(item: Int, facility: Int) -> MarginalExplanation? {
    answer.explain(item: item, facility: facility)
  }

  /// The same for all facilities where the item may stand; see `PlanAnswer`.
  public func explain(item: Int) -> [MarginalExplanation] {
    answer.explain(item: item)
  }

  /// What one more unit is worth at a facility, for every item that may stand there; see
  /// `PlanAnswer`.
  ///
  /// - Throws: `CancellationError`.
  public func explainItems(
    atFacility facility: Int, work: WorkContext
  ) throws -> [MarginalExplanation] {
    try answer.explainItems(atFacility: facility, work: work)
  }

  /// What a facility's capacities cost, who pays for them, whom it serves, what would leave first.
  ///
  /// - Returns: nil where the answer holds no plan of the planner's own.
  public func explain(facility: Int) -> FacilityExplanation? {
    answer.explain(facility: facility)
  }
}
