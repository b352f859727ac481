import InventoryPlanning
import RetailData
import ScenarioStore

/// How much room buildings have under a scenario: a saved plan only says how much was planned with,
/// which is more where more stands there than fits.
struct BuildingRooms {
  /// Litres, by the building's id; empty where the scenario was saved with other data.
  private var litres: [String: Double] = [:]

  init(_ scenario: Scenario, in dataset: Dataset, _ base: PlanInput, _ names: PlanNames) {
    guard scenario.basis.fingerprint == dataset.fingerprint else { return }
    for place in scenario.applied(to: base, names: names).input.network.facilities {
      litres[place.id] = place.storage
    }
  }

  /// Whether it is the price of room that the building does not have: such a price means nothing.
  func isOverfull(_ price: StoredPlan.Price?) -> Bool {
    guard let price, price.resource == "storage", let room = litres[price.facilityID] else {
      return false
    }
    return price.capacity.map { $0 > room + 0.5 } ?? false
  }

  func text(_ price: StoredPlan.Price?) -> String {
    guard let price else { return "no plan" }
    return isOverfull(price) ? "overfull" : NumberText.decimal(price.price, places: 4)
  }
}

extension ScenarioComparison {
  /// For each side, of what the data says now.
  func rooms(in dataset: Dataset) -> (left: BuildingRooms, right: BuildingRooms) {
    var notices: [Notice] = []
    let (base, names) = (PlanInput(dataset: dataset, notices: &notices), PlanNames(dataset))
    return (
      BuildingRooms(left.scenario, in: dataset, base, names),
      BuildingRooms(right.scenario, in: dataset, base, names)
    )
  }
}
