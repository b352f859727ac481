extension TemplateNetwork {
  /// The files of the network, but for the items' figures.
  var files: [(file: DataFile, contents: CSVOutput)] {
    [
      (.regions, regionsFile), (.speeds, speedsFile), (.facilities, facilitiesFile),
      (.transfers, transfersFile), (.deliveries, deliveriesFile), (.vendors, vendorsFile),
      (.supply, supplyFile), (.inventory, inventoryFile),
    ]
  }

  /// Columns for `items.csv`: names, and the text of each item.
  var itemColumns: [(name: String, text: (Int) -> String)] {
    [
      ("unit_cost", { Self.text(items.unitCosts[$0]) }),
      ("volume_l", { Self.text(items.volumes[$0]) }),
      ("weight_kg", { Self.text(items.weights[$0]) }),
      ("handling", { items.handling[$0] == .sortable ? "sortable" : "non_sortable" }),
    ]
  }

  private var regionsFile: CSVOutput {
    Self.table(.regions, regions) {
      [$0.id, $0.name, Self.text($0.point.latitude), Self.text($0.point.longitude)]
    }
  }

  private var speedsFile: CSVOutput {
    Self.table(.speeds, speeds) {
      [
        $0.id, Self.text($0.promiseHours), Self.text($0.lostSalePenalty),
        Self.text($0.serviceTarget),
      ]
    }
  }

  private var facilitiesFile: CSVOutput {
    Self.table(.facilities, Array(zip(sites, sizes))) { site, size in
      [
        site.id, site.kind.rawValue, site.name, Self.text(site.point.latitude),
        Self.text(site.point.longitude), Self.text(size.storage), Self.text(size.inbound),
        Self.text(size.outbound), Self.text(size.holdingCost),
      ]
    }
  }

  private var transfersFile: CSVOutput {
    Self.table(.transfers, lanes.transfers) {
      [
        sites[Int($0.from)].id, sites[Int($0.to)].id, Self.text($0.leadTimeDays),
        Self.text($0.costPerUnit), Self.text($0.costPerLitre),
      ]
    }
  }

  private var deliveriesFile: CSVOutput {
    Self.table(.deliveries, lanes.deliveries) {
      [
        sites[Int($0.facility)].id, regions[Int($0.region)].id, speeds[Int($0.speed)].id,
        Self.text($0.cutoffHour), Self.text($0.costPerUnit), Self.text($0.costPerKilogram),
      ]
    }
  }

  private var vendorsFile: CSVOutput {
    Self.table(.vendors, supply.vendors) { [$0.id, $0.name] }
  }

  private var supplyFile: CSVOutput {
    Self.table(.supply, supply.rows) {
      [
        supply.vendors[Int($0.vendor)].id, itemIDs[Int($0.item)], sites[Int($0.facility)].id,
        Self.text($0.leadTimeMeanDays), Self.text($0.unitCost), Self.text($0.leadTimeSDDays),
        Self.text($0.minimumOrder), Self.text($0.caseQuantity),
      ]
    }
  }

  private var inventoryFile: CSVOutput {
    Self.table(.inventory, stock) {
      [
        sites[Int($0.facility)].id, itemIDs[Int($0.item)], Self.text($0.onHand),
        Self.text($0.inbound),
      ]
    }
  }

  /// A file with all columns of the format, in the order of `DataFile`.
  private static func table<Row>(
    _ file: DataFile, _ rows: [Row], _ fields: (Row) -> [String]
  ) -> CSVOutput {
    var output = CSVOutput(header: file.required + file.optional)
    for row in rows {
      for field in fields(row) { output.field(field) }
      output.endRow()
    }
    return output
  }

  /// Empty where there is no number.
  private static func text(_ value: Double) -> String {
    if value.isNaN { return "" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
