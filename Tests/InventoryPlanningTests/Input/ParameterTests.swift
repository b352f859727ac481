import RetailData
import Testing

@testable import InventoryPlanning

@Suite("Parameters by path")
struct ParameterTests {
  @Test(
    "Each path changes one figure",
    arguments: [
      ("facility.LDN.1.storage_l", "50000"), ("facility.LDN.outbound_units_per_day", "inf"),
      ("facility.BHM1.inbound_units_per_day", "800"),
      ("facility.LDN.holding_cost_per_l_day", "0.02"),
      ("speed.same_day.lost_sale_penalty", "9"), ("speed.standard.service_target", "0.95"),
      ("speed.same_day.service_target", "none"), ("speed.same_day.cutoff_shift_hours", "-2"),
      ("transfer.LDN.LDN.1.lead_time_days", "3"), ("transfer.LDN.BHM1.cost_per_unit", "0.5"),
      ("transfer.LDN.BHM1.cost_per_l", "0.07"), ("delivery.LDN.1.south.same_day.cutoff_hour", "12"),
      ("delivery.LDN.1.1.south.same_day.cutoff_hour", "none"),
      ("delivery.BHM1.north.standard.cost_per_unit", "4"),
      ("delivery.BHM1.north.standard.cost_per_kg", "0.25"), ("vendor.b.v..lead_time_factor", "1.5"),
      ("vendor.acme.unit_cost_factor", "1.1"), ("supply.acme.pot.large.LDN.unit_cost", "11"),
      ("supply.b.v..tea.LDN.lead_time_mean_days", "20"),
      ("supply.acme.tea.LDN.lead_time_sd_days", "4"), ("supply.acme.tea.LDN.minimum_order", "24"),
      ("supply.acme.tea.LDN.case_quantity", "8"), ("item.pot.large.price", "25"),
      ("item.mug.unit_cost", "2"), ("item.tea.volume_l", "0.75"), ("item.tea.weight_kg", "0.2"),
      ("item.tea.demand_factor", "1.3"),
      ("category.home.ware.speed.same_day.service_target", "0.8"),
      ("category.drink.demand_factor", "0.5"), ("mode", "state"), ("scenarios", "32"),
      ("seed", "7"),
      ("review_days", "3.5"), ("storage_basis", "shelf"), ("demand_factor", "1.2"),
      ("lead_time_factor", "0.9"), ("service_price_factor", "4"),
    ])
  func setAndRead(path: String, value: String) throws {
    var (input, names) = SmallShop.input
    let before = try Self.values(of: input, names)
    try input.set(path, to: value, names: names)
    #expect(try input.value(of: path, names: names).description == value)
    let after = try Self.values(of: input, names)
    #expect(Set(after.keys.filter { after[$0] != before[$0] }) == [path])
  }

  /// Every parameter there is, by its path.
  private static func values(of input: PlanInput, _ names: PlanNames) throws
    -> [String: ParameterValue]
  {
    let catalogue = ParameterCatalogue(SmallShop.input.input, names: names)
    var values: [String: ParameterValue] = [:]
    for group in catalogue.groups {
      for row in 0..<catalogue.rowCount(of: group) {
        for parameter in catalogue.parameters(of: group, row: row) {
          #expect(values[parameter.path] == nil)
          values[parameter.path] = catalogue.value(of: parameter, in: input)
          #expect(try input.value(of: parameter.path, names: names) == values[parameter.path])
        }
      }
    }
    return values
  }

  @Test(
    "Changes relative to what a figure is",
    arguments: [
      ("*1.5", 15_000.0), ("+500", 10_500), ("-10%", 9_000), ("+10%", 11_000), (" 7 ", 7),
      ("1e3", 1_000), ("-0", 0),
    ])
  func relativeValues(value: String, expected: Double) throws {
    var (input, names) = SmallShop.input
    try input.set("facility.LDN.storage_l", to: value, names: names)
    #expect(abs(input.network.facilities[0].storage - expected) < 1e-9)
    #expect(input.network.facilities[1].storage == 10_000)
  }

  @Test func aStarStandsForAll() throws {
    var (input, names) = SmallShop.input
    try input.set("facility.*.storage_l", to: "*2", names: names)
    #expect(input.network.facilities.map(\.storage) == [20_000, 20_000, 20_000])
    try input.set("supply.*.tea.*.unit_cost", to: "+10%", names: names)
    #expect(input.network.supply.map(\.unitCost) == [1.1, 0.8 * 1.1, 12])
    #expect(input.items.unitCost[0] == 0.8 * 1.1)
    try input.set("delivery.LDN.1.*.*.cutoff_hour", to: "+1", names: names)
    #expect(input.network.deliveries[0].cutoffHour == 15)
    #expect(input.network.deliveries[1].cutoffHour == 24)
    #expect(try input.value(of: "facility.*.storage_l", names: names) == .number(20_000))
  }

  @Test func factorsActOnTopInAnyOrder() throws {
    let changes = [
      ("vendor.acme.unit_cost_factor", "2"), ("supply.acme.tea.LDN.unit_cost", "0.3"),
      ("item.pot.large.unit_cost", "7"), ("speed.same_day.cutoff_shift_hours", "3"),
      ("delivery.LDN.1.south.same_day.cutoff_hour", "10"), ("vendor.acme.lead_time_factor", "3"),
      ("category.drink.demand_factor", "2"), ("item.tea.demand_factor", "1.5"),
    ]
    for order in [changes, changes.reversed()] {
      var (input, names) = SmallShop.input
      for (path, value) in order { try input.set(path, to: value, names: names) }
      #expect(input.network.supply.map(\.unitCost) == [0.6, 0.8, 14])
      #expect(input.network.supply.map(\.leadTimeMeanDays) == [30, 10, 30])
      #expect(input.network.supply.map(\.leadTimeSDDays) == [6, 2, 6])
      // The second of them at its latest, 24, though 26 was asked for.
      #expect(input.network.deliveries.prefix(2).map(\.cutoffHour) == [13, 24])
      #expect(input.network.deliveries[2].cutoffHour.isNaN)
      #expect(input.items.demandFactor == [3, 1, 1])
      #expect(input.items.unitCost == [0.6, 14, 3])
      #expect(try input.value(of: "supply.acme.tea.LDN.unit_cost", names: names) == .number(0.3))
    }
  }

  @Test func aShiftTakenBackLeavesNoTrace() throws {
    var (input, names) = SmallShop.input
    try input.set("speed.same_day.cutoff_shift_hours", to: "20", names: names)
    #expect(input.network.deliveries[0].cutoffHour == 24)
    try input.set("speed.same_day.cutoff_shift_hours", to: "0", names: names)
    #expect(input.network.deliveries[0].cutoffHour == 14)
    try input.set("vendor.acme.lead_time_factor", to: "0", names: names)
    try input.set("vendor.acme.lead_time_factor", to: "1", names: names)
    #expect(input.network.supply.map(\.leadTimeMeanDays) == [10, 10, 10])
  }

  @Test func targetsOfCategories() throws {
    var (input, names) = SmallShop.input
    try input.set("category.*.speed.same_day.service_target", to: "90%", names: names)
    try input.set("category.drink.speed.same_day.service_target", to: "none", names: names)
    #expect(input.serviceTargets == [ServiceTarget(category: 1, speed: 0, share: 0.9)])
  }

  @Test("Mistakes say what to do", arguments: ParameterMistakes.all)
  func mistakes(mistake: ParameterMistakes) throws {
    var (input, names) = SmallShop.input
    let error = #expect(throws: ParameterError.self) {
      try input.set(mistake.path, to: mistake.value, names: names)
    }
    #expect(error?.description == mistake.message)
    #expect(try Self.values(of: input, names) == Self.values(of: SmallShop.input.input, names))
  }

  @Test func theLongestKnownNameCounts() throws {
    var (input, names) = SmallShop.input
    // LDN.1 and south, not LDN and 1.south: that row does not exist, and is not tried.
    try input.set("delivery.LDN.1.south.same_day.cost_per_unit", to: "1", names: names)
    #expect(input.network.deliveries[0].costPerUnit == 1)
    #expect(input.network.deliveries[1].costPerUnit == 3)
  }

  @Test func stepsAreRoundAndFollowTheFigure() throws {
    let (input, names) = SmallShop.input
    let catalogue = ParameterCatalogue(input, names: names)
    func step(_ path: String) throws -> Double { try catalogue.parameter(at: path).step }
    #expect(try step("facility.LDN.storage_l") == 500)
    #expect(try step("facility.LDN.inbound_units_per_day") == 10)
    #expect(try step("facility.LDN.outbound_units_per_day") == 20)
    #expect(try step("item.tea.price") == 0.1)
    #expect(try step("speed.same_day.service_target") == 0.01)
    #expect(try step("vendor.acme.lead_time_factor") == 0.05)
    #expect(try step("scenarios") == 8)
  }

  @Test func theCatalogueSaysWhatAFormNeeds() throws {
    let (input, names) = SmallShop.input
    let catalogue = ParameterCatalogue(input, names: names)
    #expect(catalogue.groups == ParameterGroup.allCases)
    #expect(catalogue.subject(of: .delivery, row: 1) == ["LDN.1", "1.south", "same_day"])
    #expect(catalogue.subject(of: .categorySpeed, row: 2) == ["home.ware", "same_day"])
    let parameter = try catalogue.parameter(at: "facility.LDN.storage_l")
    #expect(parameter.label == "storage")
    #expect(parameter.unit == "litres")
    #expect(parameter.defaultValue == .number(10_000))
    #expect(catalogue.parameters(of: .plan, row: 0).map(\.path).first == "mode")
    var changed = input
    try changed.set(parameter.path, to: "5", names: names)
    #expect(catalogue.value(of: parameter, in: changed) == .number(5))
  }
}

/// A change that cannot be made, and what is said about it.
struct ParameterMistakes: Sendable {
  let path: String
  let value: String
  let message: String

  static let all: [ParameterMistakes] = [
    .init(
      path: "facility.LDN.storage_l", value: "-5",
      message: "facility.LDN.storage_l cannot be -5; give litres from 0 to 1e12, or inf for no "
        + "limit, or a change such as -10%"),
    .init(
      path: "facility.LDN.storage_l", value: "50,000",
      message: "facility.LDN.storage_l cannot be \"50,000\"; write a number with digits and a "
        + "decimal point only, or a change such as *1.1, +5 or -10%"),
    .init(
      path: "facility.LDN.storage_l", value: "",
      message: "facility.LDN.storage_l cannot be nothing; write a number with digits and a "
        + "decimal point only, or a change such as *1.1, +5 or -10%"),
    .init(
      path: "facility.LDN.storage_l", value: "nan",
      message: "facility.LDN.storage_l cannot be \"nan\"; write a number with digits and a "
        + "decimal point only, or a change such as *1.1, +5 or -10%"),
    .init(
      path: "facility.LDN.storage_l", value: "none",
      message: "facility.LDN.storage_l cannot be \"none\"; give litres from 0 to 1e12, or inf for "
        + "no limit"),
    .init(
      path: "facility.LDN.storage_l", value: "10%",
      message: "facility.LDN.storage_l cannot be \"10%\"; write +10% or -10% to change it by that "
        + "share"),
    .init(
      path: "facility.LDN.inbound_units_per_day", value: "-10%",
      message: "facility.LDN.inbound_units_per_day is inf, which cannot be changed by an amount; "
        + "give a number"),
    .init(
      path: "speed.*.service_target", value: "*2",
      message: "speed.same_day.service_target cannot be 1.8; give a share from 0 to 1, or none for "
        + "no target"),
    .init(
      path: "speed.same_day.cutoff_shift_hours", value: "-25",
      message: "speed.same_day.cutoff_shift_hours cannot be -25; give hours from -24 to 24"),
    .init(
      path: "scenarios", value: "2.5",
      message: "scenarios cannot be 2.5; give whole scenarios from 1 to 4096"),
    .init(
      path: "supply.acme.tea.LDN.case_quantity", value: "0",
      message: "supply.acme.tea.LDN.case_quantity cannot be 0; give units above 0 and up to 1e12"),
    .init(
      path: "mode", value: "sate", message: "mode cannot be \"sate\"; give state or target"),
    .init(
      path: "scenario", value: "4",
      message: "there is no parameter \"scenario\"; did you mean \"scenarios\"?"),
    .init(
      path: "facilty.LDN.storage_l", value: "4",
      message: "there is no parameter \"facilty.LDN.storage_l\"; did you mean \"facility\"?"),
    .init(
      path: "facility.LDN.storage", value: "4",
      message: "facility.LDN has no \"storage\"; did you mean \"storage_l\"?"),
    .init(
      path: "transfer.LDN.BHM1", value: "4",
      message: "transfer.LDN has no \"BHM1\"; it has lead_time_days, cost_per_unit and cost_per_l"),
    .init(
      path: "facility.ldn.storage_l", value: "4",
      message: "there is no facility \"ldn\"; did you mean \"LDN\" or \"LDN.1\"?"),
    .init(
      path: "facility.Oslo.storage_l", value: "4",
      message: "there is no facility \"Oslo\"; the data has LDN, LDN.1 and BHM1"),
    .init(
      path: "delivery.LDN.1.east.same_day.cutoff_hour", value: "4",
      message: "there is no region \"east\"; the data has south, 1.south and north"),
    .init(
      path: "delivery.LDN.north.same_day.cutoff_hour", value: "4",
      message: "delivery.LDN.north.same_day.cutoff_hour is no row of deliveries.csv; add the row "
        + "there, or check the ids"),
    .init(
      path: "category.drink.same_day.service_target", value: "4",
      message: "\"category.drink.same_day.service_target\" is no path; write "
        + "category.NAME.speed.SPEED.service_target"),
    .init(
      path: "item.tea.unit_cost", value: "4",
      message: "item.tea.unit_cost changes nothing; every row of supply.csv has a cost of its own: "
        + "set supply.*.ITEM.*.unit_cost"),
  ]
}
