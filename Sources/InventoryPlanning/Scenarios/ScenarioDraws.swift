import RetailData

/// Draws what every item meets in each scenario, from a forecast and the network's lead times.
///
/// Whatever is drawn has a name (seed, purpose, item, scenario, …) and a random number of its own
/// that only the name decides; the draw is the quantile at that number. So a change of a capacity,
/// a price or a cut-off changes no draw; a change of one item changes no other item; more scenarios
/// keep those there were; and a little more demand, or a little longer lead time, is the same
/// history with a little more of it: what differs between two plans is due to what was changed.
///
/// Scenarios to plan for are spread evenly (`SpreadDraws`): lead times and demands of an item over
/// their distributions, its units over regions and speeds. Each scenario by itself is as random as
/// ever. Those that judge a plan are independent of each other.
///
/// All that holds while the same supply row is the item's cheapest: the length of its cycle is that
/// row's.
///
/// - **Lead times.** One random number for an item and scenario: where a vendor is late, every
///   vendor of the item is as late as that (comonotone gamma variables). An item that nobody
///   supplies waits for nobody: its L^v is 0, and its cycle is the review period and a transfer.
/// - **What is on its way** lands after a uniform share of a lead time drawn anew: of the item's
///   cheapest supply row at that facility; else of the longest transfer into it; else of the item's
///   cheapest supply row anywhere; else of a review period.
/// - **Demand** of an epoch is negative binomial, with the forecast's mean over the epoch and a size
///   that grows with its length: as the sum of independent days is. Each unit falls into a region,
///   speed and moment of the day by the forecast's shares. An order is what is alike: mostly one
///   unit; where an epoch asks for hundreds, also lumps of those of one region, speed and hour.
public struct ScenarioDraws: DrawSource {
  private let settings: PlanSettings
  private let leadTimes: LeadTimes
  private let demand: EpochDemand
  private let placement: OrderPlacement
  private let random: KeyedDraws
  /// Nil where scenarios are independent of each other.
  private let spread: SpreadDraws?

  /// - Parameter purpose: Draws for different purposes share no random number.
  /// - Precondition: `forecast` is for the items, regions and speeds of `input`, and its numbers are
  ///   finite and not negative; at most 65,535 regions and 255 speeds.
  public init(input: PlanInput, forecast: DemandForecast, purpose: DrawPurpose = .planning) {
    settings = input.settings
    precondition(forecast.itemCount == input.items.count, "a forecast for these items")
    precondition(
      forecast.regionCount == input.network.regions.count
        && forecast.speedCount == input.network.speeds.count,
      "a forecast for this network")
    leadTimes = LeadTimes(input)
    demand = EpochDemand(input, forecast: forecast)
    placement = OrderPlacement(input, forecast: forecast)
    random = KeyedDraws(seed: settings.seed, purpose: purpose)
    // Whoever judges a plan draws independently.
    spread = purpose == .planning ? SpreadDraws(random) : nil
  }

  /// - Precondition: 1...65,535 scenarios; review days, lead times and factors of the input are
  ///   finite and not negative. `Planner` says so in words where they are not, before it draws.
  public func draws(ofItem item: Int) -> ItemDraws {
    precondition((1...65_535).contains(settings.scenarios), "1...65,535 scenarios")
    precondition(
      settings.reviewDays >= 0 && settings.reviewDays.isFinite, "a finite review period")
    let scenarios = settings.scenarios
    let epochs = settings.mode == .state ? 3 : 2
    let cycles = spread?.cycles(ofItem: item)
    let lead = leadTimes.draws(
      ofItem: item,
      at: (0..<scenarios).map {
        cycles?.uniform(scenario: $0, dimension: 0)
          ?? random.uniform(.leadTime, item: item, scenario: $0)
      })
    let transfer = leadTimes.longestTransfer(ofItem: item)

    var ends: [Double] = []
    ends.reserveCapacity(scenarios * epochs)
    for scenario in 0..<scenarios {
      let vendor = lead.cheapest.isEmpty ? 0 : lead.cheapest[scenario]
      let review = settings.reviewDays + transfer
      ends.append(review)
      if settings.mode == .state { ends.append(max(review, vendor)) }
      ends.append(max(review, settings.reviewDays + vendor))
    }

    return ItemDraws(
      scenarios: scenarios, epochs: epochs, epochEnds: ends, supplyLeadTimes: lead.bySupplyRow,
      inboundArrivals: settings.mode == .state
        ? leadTimes.arrivals(ofItem: item, settings: settings, random: random) : [],
      orders: orders(ofItem: item, epochs: epochs, ends: ends))
  }

  private func orders(ofItem item: Int, epochs: Int, ends: [Double]) -> [ItemDraws.Order] {
    var orders = OrderList()
    let means = demand.cumulativeMeans(ofItem: item)
    let regions = placement.regions(ofItem: item)
    let cycles = spread?.cycles(ofItem: item)
    let places = spread?.units(ofItem: item)
    for scenario in 0..<settings.scenarios {
      var start = 0.0
      for epoch in 0..<epochs {
        let end = ends[scenario * epochs + epoch]
        let chance =
          cycles?.uniform(scenario: scenario, dimension: 1 + epoch)
          ?? random.uniform(.demand, item: item, scenario: scenario, epoch: epoch)
        let units = demand.units(
          ofItem: item, means: means, from: start, to: end, at: chance)
        if units > 0 {
          placement.place(
            units,
            at: OrderPlacement.Place(
              item: item, scenario: scenario, epoch: epoch, random: random, chance: chance,
              spread: places),
            regions: regions, into: &orders)
        }
        start = end
      }
    }
    return orders.orders
  }
}
