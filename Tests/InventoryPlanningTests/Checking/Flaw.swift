/// One thing wrong with a network, and all that is said about it.
struct Flaw: Sendable, CustomStringConvertible {
  let description: String
  /// Files in place of those of a sound shop; nil for none.
  let files: [String: String?]
  let findings: [String]

  init(_ description: String, _ files: [String: String?], _ findings: String...) {
    self.description = description
    self.files = files
    self.findings = findings
  }

  private static let facilities = "facility_id,kind,storage_l\n"
  private static let transfers = "from_facility_id,to_facility_id,lead_time_days\n"
  private static let deliveries = "facility_id,region_id,speed,cutoff_hour\n"
  private static let supply = "vendor_id,item_id,facility_id,lead_time_mean_days\n"

  static let all: [Flaw] = [
    Flaw(
      "a circle", ["transfers.csv": transfers + "DC,NS,2\nDC,FC,2\nFC,SD,1\nSD,DC,1\n"],
      "transfers.csv:3: error: found a circle of transfers: DC > FC > SD > DC, expected transfers "
        + "that lead from upper echelons to lower ones; remove one of these 3 rows"),
    Flaw(
      "a region that nobody delivers to",
      [
        "regions.csv": "region_id\nnorth\neast\nsouth\n",
        "customers.csv": "customer_id,region_id\nann,east\nbob,south\n",
      ],
      "regions.csv:3: warning: found 1 customer in \"east\", to which no facility delivers, "
        + "expected a row of deliveries.csv; add one; until then their orders are lost"),
    Flaw(
      "a region that only customers name",
      ["customers.csv": "customer_id,region_id\nann,west\nbob,south\n"],
      "regions.csv: warning: found 1 customer in \"west\", to which no facility delivers, "
        + "expected a row of deliveries.csv; add one; until then their orders are lost"),
    Flaw(
      "a region that nobody delivers large things to",
      [
        "deliveries.csv": deliveries
          + "FC,north,standard,\nFC,south,standard,\nSD,south,same_day,9\n"
          + "NS,south,standard,\n"
      ],
      "regions.csv:2: warning: found 1 customer in \"north\", to which no facility delivers "
        + "non_sortable items, expected a row of deliveries.csv; add one; until then their orders "
        + "are lost"),
    Flaw(
      "no region that anybody delivers to",
      ["customers.csv": "customer_id,region_id\nann,west\nbob,east\n"],
      "regions.csv: error: found 1 customer in \"west\", to which no facility delivers, "
        + "expected a row of deliveries.csv; add one; until then their orders are lost",
      "regions.csv: error: found 1 customer in \"east\", to which no facility delivers, "
        + "expected a row of deliveries.csv; add one; until then their orders are lost"),
    Flaw(
      "a region served until noon",
      [
        "deliveries.csv": deliveries + "FC,north,standard,\nSD,south,same_day,12\n"
          + "NS,north,standard,\nNS,south,same_day,11.5\n"
      ],
      "regions.csv:3: warning: found \"south\", which is not served after hour 12, expected a row "
        + "of the slowest speed, \"standard\"; add one to deliveries.csv; until then later orders "
        + "are lost"),
    Flaw(
      "a speed that nobody keeps",
      ["speeds.csv": "speed,promise_hours\nstandard,72\nsame_day,12\none_hour,1\n"],
      "speeds.csv:4: warning: found \"one_hour\", which no row of deliveries.csv keeps, expected a "
        + "facility that delivers so fast; add one; until then customers are promised \"same_day\""),
    Flaw(
      "cut-offs that mean nothing",
      [
        "deliveries.csv": deliveries + "FC,north,standard,\nFC,south,standard,14\n"
          + "SD,south,same_day,14\nSD,north,same_day,0\nNS,north,standard,\nNS,south,standard,\n"
      ],
      "deliveries.csv:3: warning: found a cut-off for \"standard\", the slowest speed, expected "
        + "nothing, as no slower promise is left; remove it; orders are taken all day",
      "deliveries.csv:5: warning: found a cut-off at hour 0, expected a later hour, or nothing for "
        + "no cut-off; correct it; no order comes before it"),
    Flaw(
      "items that may stand nowhere",
      [
        "facilities.csv": facilities + "DC,fulfillment_center,1000\nFC,fulfillment_center,100\n"
          + "SD,same_day_site,10\n",
        "transfers.csv": transfers + "DC,FC,2\nFC,SD,1\n",
        "deliveries.csv": deliveries
          + "FC,north,standard,\nFC,south,standard,\nSD,south,same_day,14\n",
        "supply.csv": supply + "v,tea,DC,10\nv,cup,FC,10\n",
      ],
      "items.csv:3: warning: found 1 non_sortable item, and no facility that may hold them, "
        + "expected a distribution_center or non_sortable_center; add one; until then their orders "
        + "are lost"),
    Flaw(
      "items that get no further",
      [
        "transfers.csv": transfers + "DC,FC,2\nFC,SD,1\n",
        "deliveries.csv": deliveries
          + "FC,north,standard,\nFC,south,standard,\nSD,south,same_day,14\n",
        "supply.csv": supply + "v,tea,DC,10\nv,pot,NS,10\nv,cup,FC,10\n",
      ],
      "facilities.csv:5: warning: found \"NS\", from where nothing gets to a customer, expected a "
        + "delivery, or a transfer to where there is one; add a row to deliveries.csv or "
        + "transfers.csv; until then it is of no use",
      "items.csv:3: warning: found 1 non_sortable item, and no facility that may hold them and "
        + "leads to a customer, expected a distribution_center or non_sortable_center with a row "
        + "in deliveries.csv; add one; until then their orders are lost"),
    Flaw(
      "items without a source",
      ["supply.csv": supply + "v,tea,DC,10\nv,pot,DC,10\n"],
      "items.csv:4: warning: found \"cup\", which nobody sells and of which there is no stock, "
        + "expected a row in supply.csv or inventory.csv, at a facility that may hold it; add one; "
        + "until then its orders are lost"),
    Flaw(
      "an item at the wrong end",
      [
        "transfers.csv": transfers + "DC,FC,2\nDC,NS,2\n",
        "supply.csv": supply + "v,tea,FC,10\nv,pot,DC,10\nv,cup,SD,10\n",
        "deliveries.csv": deliveries
          + "FC,north,standard,\nFC,south,standard,\nNS,north,standard,\nNS,south,standard,\n",
      ],
      "facilities.csv:4: warning: found \"SD\", from where nothing gets to a customer, expected a "
        + "delivery, or a transfer to where there is one; add a row to deliveries.csv or "
        + "transfers.csv; until then it is of no use",
      "speeds.csv:3: warning: found \"same_day\", which no row of deliveries.csv keeps, expected a "
        + "facility that delivers so fast; add one; until then customers are promised "
        + "\"standard\"",
      "items.csv:4: warning: found \"cup\", which comes only to facilities from where nothing gets "
        + "to a customer, expected a delivery or a transfer from there; add one, or a row of "
        + "supply.csv for another facility; until then its orders are lost"),
    Flaw(
      "goods in the wrong kind of place",
      [
        "supply.csv": supply + "v,tea,DC,10\nv,\"pot\",SD,10\nv,pot,DC,10\nv,cup,FC,10\n",
        "inventory.csv": "facility_id,item_id,on_hand\nSD,tea,3\nNS,tea,5\nSD,pot,0\n",
      ],
      "supply.csv:3: warning: found \"pot\", which is non_sortable, at \"SD\", a same_day_site, "
        + "expected a distribution_center or non_sortable_center; correct the facility, or the "
        + "item's handling; the row is not used",
      "inventory.csv:3: warning: found \"tea\", which is sortable, at \"NS\", a "
        + "non_sortable_center, expected a distribution_center, fulfillment_center or "
        + "same_day_site; correct the facility, or the item's handling; this stock is not planned "
        + "with"),
    Flaw(
      "a lane that nothing can use",
      ["transfers.csv": transfers + "DC,FC,2\nDC,NS,2\nFC,SD,1\nFC,NS,1\n"],
      "transfers.csv:5: warning: found \"FC\" to \"NS\", where no item may stand in both, expected "
        + "two facilities for the same kind of items; correct the row; it is not used"),
    Flaw(
      "a building that nothing gets to",
      [
        "transfers.csv": transfers + "DC,FC,2\nFC,SD,1\n",
        "deliveries.csv": deliveries
          + "FC,north,standard,\nFC,south,standard,\nSD,south,same_day,14\n"
          + "DC,north,standard,\nDC,south,standard,\n",
      ],
      "facilities.csv:5: warning: found \"NS\", where nothing can get, expected a vendor, stock or a "
        + "transfer to it; add a row to supply.csv or transfers.csv; until then it stays empty"),
    Flaw(
      "a building for items that the shop does not have",
      [
        "items.csv": "item_id,price,unit_cost,volume_l,weight_kg\ntea,5,2,1,1\npot,9,4,3,2\n"
          + "cup,3,1,1,1\n"
      ],
      "facilities.csv:5: warning: found \"NS\", a non_sortable_center, where none of the items may "
        + "stand, expected a facility for items that the shop has; correct its kind, or leave it: "
        + "it stays empty"),
    Flaw(
      "no room at all and too much in it",
      [
        "facilities.csv": "facility_id,kind,storage_l\nDC,distribution_center,0\n"
          + "FC,fulfillment_center,0\nSD,same_day_site,0\nNS,non_sortable_center,0\n"
      ],
      "facilities.csv: warning: found storage_l 0 in every row, expected room in one facility at "
        + "least; correct it, or nothing can be served",
      "facilities.csv:4: warning: found 3 litres in \"SD\", by inventory.csv, expected at most its "
        + "storage_l, 0; correct one of them; what is there is planned with"),
    Flaw(
      "no way to get anything", ["supply.csv": nil, "inventory.csv": nil],
      "supply.csv: error: found nothing to buy, and no stock in inventory.csv, expected who sells "
        + "which item to which facility; add its rows"),
    Flaw(
      "no way to deliver", ["deliveries.csv": deliveries + "nowhere,north,standard,\n"],
      "deliveries.csv: error: found no delivery, expected which facility serves which region at "
        + "which speed; add its rows"),
    Flaw(
      "no speeds", ["speeds.csv": nil],
      "speeds.csv: error: found no speed, expected a promise that customers can choose; add one"),
  ]
}
