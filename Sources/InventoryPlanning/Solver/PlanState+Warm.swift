import RetailData

extension PlanState {
  /// Sets an iteration to where this state stands, as far as the two problems agree.
  func load(into iteration: Iteration, work: WorkContext) throws {
    for (state, iterate) in zip(iteration.states, iterates)
    where state.projected.shipments.count == iterate.shipments.count
      && state.projected.lanes.count == iterate.lanes.count
      && state.projected.transfers.count == iterate.transfers.count
      && state.projected.prices.count == iterate.prices.count
    {
      state.projected.copy(from: iterate)
    }
    if prices.storage.count == iteration.current.storage.count,
      prices.targets.count == iteration.current.targets.count
    {
      iteration.start(prices: prices, weight: weight)
    }
  }
}
