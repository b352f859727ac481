import Foundation
import RetailData

@testable import InventoryPlanning

/// A shop of a few files whose network has nothing wrong with it, to break in one place each.
struct CheckedShop {
  var files: [String: String] = [
    "items.csv": """
    item_id,price,unit_cost,volume_l,weight_kg,handling
    tea,5,2,1,1,sortable
    pot,9,4,3,2,non_sortable
    cup,3,1,1,1,

    """,
    "customers.csv": "customer_id,region_id\nann,north\nbob,south\ncat,south\n",
    "purchases.csv": "customer_id,item_id,purchased_at\nann,tea,2024-01-01\nbob,pot,2024-01-02\n",
    "regions.csv": "region_id\nnorth\nsouth\n",
    "speeds.csv": "speed,promise_hours\nstandard,72\nsame_day,12\n",
    "facilities.csv": """
    facility_id,kind,storage_l
    DC,distribution_center,1000
    FC,fulfillment_center,100
    SD,same_day_site,10
    NS,non_sortable_center,100

    """,
    "transfers.csv": """
    from_facility_id,to_facility_id,lead_time_days
    DC,FC,2
    DC,NS,2
    FC,SD,1

    """,
    "deliveries.csv": """
    facility_id,region_id,speed,cutoff_hour
    FC,north,standard,
    FC,south,standard,
    SD,south,same_day,14
    NS,north,standard,
    NS,south,standard,

    """,
    "vendors.csv": "vendor_id\nv\n",
    "supply.csv": """
    vendor_id,item_id,facility_id,lead_time_mean_days,unit_cost
    v,tea,DC,10,2
    v,pot,DC,10,4
    v,cup,FC,10,1

    """,
    "inventory.csv": "facility_id,item_id,on_hand\nSD,tea,3\n",
  ]

  init(_ changes: [String: String?] = [:]) {
    for (file, text) in changes { files[file] = text }
  }

  /// Writes the files where they are gone when `body` is done.
  func opened<Result>(_ body: (Dataset, String) throws -> Result) throws -> Result {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "echelon-check-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    for (name, text) in files {
      try Data(text.utf8).write(to: directory.appending(path: name))
    }
    let options = OpenOptions(skipBadRows: true, useCache: false)
    return try body(Dataset.open(directory: directory.path, options: options), directory.path)
  }

  /// What is found, as "supply.csv:3: error: found …", errors first.
  func findings() throws -> [String] {
    try opened { dataset, directory in
      var notices: [Notice] = []
      let check = NetworkCheck(dataset, input: PlanInput(dataset: dataset, notices: &notices))
      let both: [(NetworkFinding.Severity, String)] = [(.error, "error"), (.warning, "warning")]
      return try both.flatMap { severity, word in
        try check.problems(severity, in: directory).map { problem in
          "\(problem.place.dropFirst(directory.count + 1)): \(word): \(problem.explanation)"
        }
      }
    }
  }
}
