import InventoryPlanning
import RetailData

/// An explanation that was asked for, with the names of what it speaks of.
struct PlanExplanation {
  enum Subject {
    /// All facilities of an item, the best place for one more unit first.
    case item(Int, [MarginalExplanation])
    /// One facility, and the others to compare it with.
    case position(MarginalExplanation, others: [MarginalExplanation])
    case facility(FacilityExplanation)
  }

  let subject: Subject
  let items: ItemTable
  let network: Network
  /// See `Plan`.
  private let overfull: Set<Int32>

  /// - Throws: `Failure` where there is nothing to explain.
  init(
    _ request: ExplanationRequest, of outcome: PlanOutcome, items: ItemTable, network: Network
  ) throws {
    self.items = items
    self.network = network
    overfull = outcome.answer.plan.overfull(in: network)
    switch request {
    case .item(let item): subject = .item(item, outcome.explain(item: item))
    case .position(let item, let facility):
      var all = outcome.explain(item: item)
      guard let place = all.firstIndex(where: { Int($0.facility) == facility }) else {
        throw Failure("the item may not stand at the facility")
      }
      subject = .position(all.remove(at: place), others: all)
    case .facility(let facility):
      guard let found = outcome.explain(facility: facility) else {
        throw Failure("there is no plan to explain")
      }
      subject = .facility(found)
    }
  }

  func itemName(_ item: Int32) -> String { items.ids[Int(item)] }

  /// What a person should know of the storage price of a facility; empty where there is nothing.
  func caution(_ facility: Int32) -> String {
    overfull.contains(facility)
      ? " (more stands there today than fits: its storage price says nothing of its own room)" : ""
  }

  func facilityName(_ facility: Int32) -> String { network.facilities[Int(facility)].id }

  /// `HUB > FC01 > SD01`
  private func way(_ transfers: [Int32]) -> String {
    let rows = transfers.map { network.transfers[Int($0)] }
    return (rows.prefix(1).map(\.from) + rows.map(\.to)).map(facilityName).joined(separator: " > ")
  }

  func text(_ source: MarginalExplanation.Source?) -> String {
    switch source {
    case .vendor(let supply):
      "bought from \(network.vendors[Int(network.supply[Int(supply)].vendor)].id)"
    case .crossDock(let supply, let onward):
      "bought from \(network.vendors[Int(network.supply[Int(supply)].vendor)].id), "
        + way(onward.rows)
    case .onHand(let transfer): "moved, \(way([transfer]))"
    case nil: "nothing brings it there"
    }
  }

  func text(_ use: MarginalExplanation.Use.Kind, at facility: Int32) -> String {
    switch use {
    case .shipped(let from, let region, let speed):
      "\(network.speeds[Int(speed)].id) to \(network.regions[Int(region)].id)"
        + (from == facility ? "" : " by way of \(facilityName(from))")
    case .leftOver: "left over"
    }
  }

  func text(_ charge: MarginalExplanation.Charge.Kind) -> String {
    switch charge {
    case .purchase: "dearer than the cheapest vendor"
    case .transfer: "transfer"
    case .inbound(let facility): "goods-in price of \(facilityName(facility))"
    case .outbound(let facility): "goods-out price of \(facilityName(facility))"
    case .holding: "holding"
    case .storage: "storage price"
    case .worthThere(let facility): "worth at \(facilityName(facility))"
    case .keepingThere(let facility): "kept no more at \(facilityName(facility))"
    }
  }
}
