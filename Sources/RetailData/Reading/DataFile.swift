/// The files of a data directory. Raw values are their names without extension.
enum DataFile: String, CaseIterable {
  case items, customers, purchases, regions, speeds, facilities, transfers, deliveries, vendors
  case supply, inventory

  /// The files that say where stock may stand and how it moves.
  static let network: [DataFile] = [
    .regions, .speeds, .facilities, .transfers, .deliveries, .vendors, .supply, .inventory,
  ]

  var name: String { "\(rawValue).csv" }

  /// Columns that a row means nothing without.
  var required: [String] {
    switch self {
    case .items: ["item_id"]
    case .customers: ["customer_id"]
    case .purchases: ["customer_id", "item_id", "purchased_at"]
    case .regions: ["region_id"]
    case .speeds: ["speed", "promise_hours"]
    case .facilities: ["facility_id", "kind"]
    case .transfers: ["from_facility_id", "to_facility_id", "lead_time_days"]
    case .deliveries: ["facility_id", "region_id", "speed"]
    case .vendors: ["vendor_id"]
    case .supply: ["vendor_id", "item_id", "facility_id", "lead_time_mean_days"]
    case .inventory: ["facility_id", "item_id", "on_hand"]
    }
  }

  /// Columns that have a default.
  var optional: [String] {
    switch self {
    case .items:
      ["title", "category", "brand", "price", "unit_cost", "volume_l", "weight_kg", "handling"]
    case .customers: ["name", "region_id"]
    case .purchases: ["quantity", "unit_price", "order_id", "speed"]
    case .regions: ["name", "latitude", "longitude"]
    case .speeds: ["lost_sale_penalty", "service_target"]
    case .facilities:
      [
        "name", "latitude", "longitude", "storage_l", "inbound_units_per_day",
        "outbound_units_per_day", "holding_cost_per_l_day",
      ]
    case .transfers: ["cost_per_unit", "cost_per_l"]
    case .deliveries: ["cutoff_hour", "cost_per_unit", "cost_per_kg"]
    case .vendors: ["name"]
    case .supply: ["unit_cost", "lead_time_sd_days", "minimum_order", "case_quantity"]
    case .inventory: ["inbound"]
    }
  }
}

/// Where the files of one directory are.
struct DataDirectory {
  /// As the analyst would type it.
  let path: String
  /// Paths of the files that exist.
  let files: [DataFile: String]

  init(path: String, files: [DataFile: String]) {
    self.path = path
    self.files = files
  }

  /// - Throws: `DataProblem` where the directory cannot be read or a file is there twice, plain
  ///   and packed.
  init(path: String) throws(DataProblem) {
    self.path = path
    let names = try Self.names(in: path)
    var files: [DataFile: String] = [:]
    for file in DataFile.allCases {
      let plain = names.contains(file.name)
      let packed = names.contains(file.name + ".gz")
      let place = Self.join(path, file.name)
      if plain, packed {
        throw DataProblem(
          file: place, found: "\(file.name) and \(file.name).gz", expected: "one of the two",
          advice: "remove the one that is out of date")
      }
      if plain { files[file] = place }
      if packed { files[file] = place + ".gz" }
    }
    self.files = files
  }

  static func join(_ directory: String, _ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }
}
