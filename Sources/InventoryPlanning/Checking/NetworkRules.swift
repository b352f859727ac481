import RetailData

/// What is looked for in a network.
struct NetworkRules {
  let dataset: Dataset
  let input: PlanInput
  let network: Network
  let reach: NetworkReach

  init(dataset: Dataset, input: PlanInput) {
    self.dataset = dataset
    self.input = input
    network = input.network
    reach = NetworkReach(input)
  }

  var all: [NetworkFinding] {
    cycles + numbers + facilities + capacities + speeds + regions + transfers + deliveries
      + handlings + items + supply + inventory
  }

  /// Files without which there is no plan.
  var nothingToPlan: [NetworkFinding] {
    func missing(_ file: String, _ found: String, _ expected: String, _ advice: String)
      -> NetworkFinding
    {
      .error(.nothingToPlan, file, found: found, expected: expected, advice: advice)
    }
    var findings: [NetworkFinding] = []
    if input.items.count == 0 {
      findings.append(
        missing("items.csv", "no item", "items to plan for", "export them with the purchases"))
    }
    if network.facilities.isEmpty {
      findings.append(
        missing(
          "facilities.csv", "no facility", "places where stock may stand",
          "add them, or begin with a template: echelon import has --network"))
    } else if network.speeds.isEmpty {
      findings.append(
        missing("speeds.csv", "no speed", "a promise that customers can choose", "add one"))
    } else if network.deliveries.isEmpty {
      findings.append(
        missing(
          "deliveries.csv", "no delivery", "which facility serves which region at which speed",
          "add its rows"))
    } else if network.supply.isEmpty,
      !network.inventory.contains(where: { $0.onHand + $0.inbound > 0 })
    {
      findings.append(
        missing(
          "supply.csv", "nothing to buy, and no stock in inventory.csv",
          "who sells which item to which facility", "add its rows"))
    }
    return findings
  }

  /// One finding for each circle; rows that only lead to or from it are not to blame.
  private var cycles: [NetworkFinding] {
    TransferCycles(network).rows.map { rows in
      let names = rows.map { network.facilities[Int(network.transfers[$0].from)].id }
      return .error(
        .cycle, "transfers.csv", row: rows[0],
        found: "a circle of transfers: " + (names + names.prefix(1)).joined(separator: " > "),
        expected: "transfers that lead from upper echelons to lower ones",
        advice: "remove one of these \(rows.count) rows")
    }
  }
}
