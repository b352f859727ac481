import RetailData
import Synchronization

/// Explanations by what is known at that moment of the solve: preliminary while it goes on. Of
/// answers that no solver gave there are none.
extension PlanAnswer {
  /// Whether there is anything to explain it by.
  public var isExplainable: Bool { proof != nil }

  /// What one more unit of an item at a facility is worth, where it would go, what it would cost.
  ///
  /// - Returns: nil where the item may not stand at the facility.
  public func explain(item: Int, facility: Int) -> MarginalExplanation? {
    proof.flatMap { Explainer($0, draft: draft).marginal(item, at: facility) }
  }

  /// The same for all facilities where the item may stand, the one where a unit gains most, or
  /// loses least, first: why there, and why not elsewhere. Those that nothing leads to come last.
  public func explain(item: Int) -> [MarginalExplanation] {
    guard let proof else { return [] }
    return Explainer(proof, draft: draft).marginals(item).sorted {
      if ($0.source == nil) != ($1.source == nil) { return $1.source == nil }
      return ($1.net, $0.facility) < ($0.net, $1.facility)
    }
  }

  /// What one more unit is worth at a facility, for every item that may stand there: what
  /// `explain(item:facility:)` says of each, in the order of the items.
  ///
  /// - Throws: `CancellationError`.
  public func explainItems(
    atFacility facility: Int, work: WorkContext
  ) throws -> [MarginalExplanation] {
    guard let proof else { return [] }
    let count = proof.problem.input.items.count
    let found = Mutex<[(first: Int, items: [MarginalExplanation])]>([])
    try work.forEachChunk(of: count, chunk: 256) { _, items in
      // Of its own: an explainer works in buffers.
      let explainer = Explainer(proof, draft: draft)
      let part = items.compactMap { explainer.marginal($0, at: facility) }
      found.withLock { $0.append((items.lowerBound, part)) }
    }
    return found.withLock { $0.sorted { $0.first < $1.first }.flatMap(\.items) }
  }

  /// What a facility's capacities cost, who pays for them, whom it serves, what would leave first.
  ///
  /// - Returns: nil where the answer holds no plan of the planner's own.
  public func explain(facility: Int) -> FacilityExplanation? {
    guard let proof, let draft else { return nil }
    return Explainer(proof, draft: draft).explanation(ofFacility: facility, draft: draft)
  }
}
