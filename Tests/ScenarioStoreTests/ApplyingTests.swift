import InventoryPlanning
import RetailData
import ScenarioStore
import Testing

@Suite("A scenario meets data")
struct ApplyingTests {
  private let names: PlanNames
  private let base: PlanInput

  init() {
    var network = Network()
    network.facilities = ["LDN", "BHM"].map {
      Facility(
        id: $0, name: "", kind: .fulfillmentCenter, latitude: 0, longitude: 0, storage: 100,
        inboundPerDay: 10, outboundPerDay: 10, holdingCost: 0)
    }
    base = PlanInput(
      items: ItemFigures(
        price: [2], unitCost: [1], volume: [1], weight: [1], handling: [.sortable], category: [0]),
      network: network)
    names = PlanNames(
      items: Identifiers(["tea"]), facilities: Identifiers(["LDN", "BHM"]),
      regions: Identifiers([String]()), speeds: Identifiers([String]()),
      vendors: Identifiers([String]()), categories: Identifiers([""]))
  }

  private func applied(_ changes: [(String, String)]) -> AppliedScenario {
    var scenario = Sample.scenario(changes)
    scenario.basis.seed = base.settings.seed
    scenario.basis.drawCount = base.settings.scenarios
    return scenario.applied(to: base, names: names)
  }

  @Test func laterChangesActOnWhatEarlierOnesLeft() {
    let result = applied([("facility.*.storage_l", "*2"), ("facility.BHM.storage_l", "+5")])
    #expect(result.input.network.facilities.map(\.storage) == [200, 205])
    #expect(result.changes.count == 2 && result.misfits.isEmpty)
  }

  @Test func whatDoesNotFitIsKeptApartWithItsReason() {
    let result = applied([
      ("facility.PAR.storage_l", "5"), ("facility.LDN.storage_l", "7"),
      ("facility.LDN.storage_l", "much"), ("telepathy", "1"),
    ])
    #expect(result.input.network.facilities[0].storage == 7)
    #expect(result.changes.map(\.value) == ["7"])
    #expect(result.misfits.map(\.change.value) == ["5", "much", "1"])
    #expect(result.misfits[0].reason.contains("there is no facility \"PAR\""))
  }

  @Test func seedModeAndDrawsAreThoseItWasSavedWith() throws {
    let scenario = Sample.scenario([("seed", "7")])
    var other = scenario
    other.basis.seed = 9
    other.basis.mode = .target
    other.basis.drawCount = 3
    #expect(scenario.applied(to: base, names: names).changes.map(\.path) == ["seed"])
    let result = other.applied(to: base, names: names)
    #expect(result.input.settings.seed == 9)
    #expect(result.input.settings.mode == .target)
    #expect(result.input.settings.scenarios == 3)
    #expect(result.changes.map(\.path) == ["seed", "mode", "seed", "scenarios"])
  }

  @Test func otherDataAndMisfitsAreSaid() throws {
    let store = try Workspace().store
    let saved = try store.save(
      Sample.scenario([("facility.PAR.storage_l", "5"), ("seed", "1")]), as: "tight")
    let fingerprint = saved.scenario.basis.fingerprint
    let result = saved.scenario.applied(to: base, names: names)
    #expect(saved.warning(dataName: "shop", fingerprint: fingerprint, misfits: []) == nil)
    #expect(
      saved.warning(dataName: "shop", fingerprint: 1, misfits: [])
        == "“tight” was saved when the data “shop” was different")
    #expect(
      saved.warning(dataName: "bazaar", fingerprint: 1, misfits: result.misfits)
        == "“tight” was saved with other data, “shop”. 1 of 2 changes of “tight” does not fit and "
        + "is left out: facility.PAR.storage_l=5: \(result.misfits[0].reason)")
  }
}
