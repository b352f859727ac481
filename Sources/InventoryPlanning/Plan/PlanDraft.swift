import RetailData

/// A feasible plan as the solver leaves it: by block, flat.
struct PlanDraft: Sendable {
  let problem: PlanningProblem
  let recorded: RecordedBlocks
  /// What the plan loads: lanes before the cuts of `recovery`, transfers and shipments after them.
  let lanes: FlowSums
  let recovery: Recovery
  /// Shadow prices: those that prove the best bound.
  var prices: PriceVector
  let isInteger: Bool

  var blocks: [BlockPlan] { recorded.blocks }
  var costs: PlanCosts { recovery.costs }
  var cuts: FlowCuts { recovery.cuts }
  var flows: FlowSums { recovery.sums.flows }
}
