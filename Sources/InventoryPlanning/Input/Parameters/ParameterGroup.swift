import RetailData

/// What parameters belong to. The raw value is the first word of their paths, if they have one.
public enum ParameterGroup: Sendable, Hashable, CaseIterable {
  /// How to plan: a single row.
  case plan
  case facility, speed, transfer, delivery, vendor, supply, item, category
  /// A category at a speed.
  case categorySpeed

  /// First word of the path; empty for the plan's own parameters.
  var word: String {
    switch self {
    case .plan: ""
    case .facility: "facility"
    case .speed: "speed"
    case .transfer: "transfer"
    case .delivery: "delivery"
    case .vendor: "vendor"
    case .supply: "supply"
    case .item: "item"
    case .category, .categorySpeed: "category"
    }
  }

  /// What stands between the first word and the field.
  var parts: [PathPart] {
    switch self {
    case .plan: []
    case .facility: [.id(.facility)]
    case .speed: [.id(.speed)]
    case .transfer: [.id(.facility), .id(.facility)]
    case .delivery: [.id(.facility), .id(.region), .id(.speed)]
    case .vendor: [.id(.vendor)]
    case .supply: [.id(.vendor), .id(.item), .id(.facility)]
    case .item: [.id(.item)]
    case .category: [.id(.category)]
    case .categorySpeed: [.id(.category), .word("speed"), .id(.speed)]
    }
  }

  /// The file whose rows these are; nil where each id has its row.
  var file: String? {
    switch self {
    case .transfer: "transfers.csv"
    case .delivery: "deliveries.csv"
    case .supply: "supply.csv"
    default: nil
    }
  }
}

/// One piece of a path.
enum PathPart {
  case id(NamedThing)
  case word(String)
}

/// What a path may name.
enum NamedThing: String {
  case item, facility, region, speed, vendor, category

  func names(in names: PlanNames) -> Identifiers {
    switch self {
    case .item: names.items
    case .facility: names.facilities
    case .region: names.regions
    case .speed: names.speeds
    case .vendor: names.vendors
    case .category: names.categories
    }
  }
}

extension ParameterGroup {
  /// Rows of the group: numbers of facilities, rows of `network.transfers` and so on.
  func rowCount(_ input: PlanInput, _ names: PlanNames) -> Int {
    let network = input.network
    return switch self {
    case .plan: 1
    case .facility: network.facilities.count
    case .speed: network.speeds.count
    case .transfer: network.transfers.count
    case .delivery: network.deliveries.count
    case .vendor: network.vendors.count
    case .supply: network.supply.count
    case .item: input.items.count
    case .category: names.categories.count
    case .categorySpeed: names.categories.count * network.speeds.count
    }
  }

  /// The numbers that a row's path names, one for each id among `parts`.
  func ids(ofRow row: Int, in network: Network) -> [Int] {
    switch self {
    case .plan: []
    case .facility, .speed, .vendor, .item, .category: [row]
    case .transfer:
      [Int(network.transfers[row].from), Int(network.transfers[row].to)]
    case .delivery:
      [
        Int(network.deliveries[row].facility), Int(network.deliveries[row].region),
        Int(network.deliveries[row].speed),
      ]
    case .supply:
      [
        Int(network.supply[row].vendor), Int(network.supply[row].item),
        Int(network.supply[row].facility),
      ]
    case .categorySpeed: [row / network.speeds.count, row % network.speeds.count]
    }
  }

  /// The rows that `ids` name; nil stands for all.
  func rows(matching ids: [Int?], _ input: PlanInput, _ names: PlanNames) -> [Int] {
    let count = rowCount(input, names)
    // Where a row is its number there is nothing to look for.
    if parts.count == 1, let id = ids.first { return id.map { [$0] } ?? Array(0..<count) }
    if ids.allSatisfy({ $0 == nil }) { return Array(0..<count) }
    let network = input.network
    return (0..<count).filter { row in
      zip(ids, self.ids(ofRow: row, in: network)).allSatisfy { $0 == nil || $0 == $1 }
    }
  }
}
