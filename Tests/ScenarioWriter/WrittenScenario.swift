import Foundation
import InventoryPlanning
import ScenarioStore

/// A scenario that can be told to be whole: everything in it follows from two numbers.
struct WrittenScenario {
  let number: Int
  /// Counts how often it was saved.
  let version: Int

  var name: String { "scenario \(number)" }

  var scenario: Scenario {
    var changes = [ScenarioChange(path: "version", value: String(version))]
    for index in 0..<(number % 7) {
      changes.append(ScenarioChange(path: "facility.F\(index).storage_l", value: "\(version)"))
    }
    return Scenario(
      changes: changes,
      basis: ScenarioBasis(
        dataName: "shop", fingerprint: .max - UInt64(number), seed: UInt64(version), mode: .target,
        drawCount: 16))
  }

  var plan: StoredPlan {
    let cost = Double(number * 1_000 + version)
    var plan = StoredPlan(
      summary: StoredPlan.Summary(
        planned: Date(timeIntervalSince1970: 1_700_000_000), cost: cost, bound: cost * 0.99,
        gap: 0.01, iterations: version, seconds: 0.25))
    plan.summary.costs = [StoredPlan.Cost(component: "delivery", cost: cost)]
    plan.positions = (0..<(50 + (number + version) * 37 % 500)).map { row in
      StoredPlan.Position(
        itemID: "item \(row / 3)", facilityID: "F\(row % 3)", onHand: Double(row), inbound: 0,
        target: cost + Double(row), buy: 1, transferIn: 0, transferOut: 0)
    }
    return plan
  }
}

extension WrittenScenario {
  /// What the `step`th act of a writer saves: every third one saves anew what was saved before.
  init(step: Int) {
    self.init(number: step - (step % 3 == 2 ? 1 : 0), version: step % 3 == 2 ? 2 : 1)
  }
}
