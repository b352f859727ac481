import RetailData

/// A feasible plan as the solver leaves it: by block, flat.
struct PlanDraft: Sendable {
  let problem: PlanningProblem
  let blocks: [BlockPlan]
  let costs: PlanCosts
  /// What the plan loads: lanes before the cuts of `cuts`, transfers and shipments after them.
  let lanes: FlowSums
  let flows: FlowSums
  let added: [Double]
  let addedVia: [Double]
  let served: [Double]
  let servedBySpeed: [Double]
  let cuts: FlowCuts
  /// Shadow prices: those that prove the best bound.
  var prices: PriceVector
  let isInteger: Bool
}
