extension PlanOutcome {
  /// What one more unit of an item at a facility is worth, where it would go, what it would cost.
  ///
  /// - Returns: nil where the item may not stand at the facility.
  public func explain(item: Int, facility: Int) -> MarginalExplanation? {
    explain(item: item).first { Int($0.facility) == facility }
  }

  /// The same for all facilities where the item may stand, the one where a unit gains most, or
  /// loses least, first: why there, and why not elsewhere. Those that nothing leads to come last.
  public func explain(item: Int) -> [MarginalExplanation] {
    Explainer(state: state, draft: answer.draft).marginals(item).sorted {
      if ($0.source == nil) != ($1.source == nil) { return $1.source == nil }
      return ($1.net, $0.facility) < ($0.net, $1.facility)
    }
  }

  /// What a facility's capacities cost, who pays for them, whom it serves, what would leave first.
  ///
  /// - Returns: nil where the answer holds no plan of the planner's own.
  public func explain(facility: Int) -> FacilityExplanation? {
    answer.draft.map {
      Explainer(state: state, draft: $0).explanation(ofFacility: facility, draft: $0)
    }
  }
}
