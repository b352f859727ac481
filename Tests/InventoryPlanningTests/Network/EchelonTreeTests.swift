import InventoryPlanning
import RetailData
import Testing

@Suite("The network as a tree")
struct EchelonTreeTests {
  /// Name, depth and other senders of every row, as in `  B <C`.
  private func drawn(_ facilities: Int, _ transfers: [(Int32, Int32, days: Double)]) -> [String] {
    var network = Network()
    let names = (0..<facilities).map { String(UnicodeScalar(UInt8(65 + $0))) }
    network.facilities = names.map {
      Facility(
        id: $0, name: $0, kind: .fulfillmentCenter, latitude: 0, longitude: 0, storage: 1,
        inboundPerDay: 1, outboundPerDay: 1, holdingCost: 0)
    }
    network.transfers = transfers.map {
      Transfer(from: $0.0, to: $0.1, leadTimeDays: $0.days, costPerUnit: 1, costPerLitre: 0)
    }
    return EchelonTree(network).rows.map { row in
      let others = row.otherSenders.map { " <" + names[Int($0)] }.joined()
      let mark = row.hasChildren ? "+" : ""
      return String(repeating: " ", count: row.depth) + names[Int(row.facility)] + mark + others
    }
  }

  @Test func nothingAndOne() {
    #expect(drawn(0, []) == [])
    #expect(drawn(1, []) == ["A"])
  }

  @Test func withoutTransfersAllStandAtTheTop() {
    #expect(drawn(3, []) == ["A", "B", "C"])
  }

  @Test func twoRootsEachWithItsOwn() {
    #expect(
      drawn(5, [(0, 2, 1), (3, 1, 1), (3, 4, 1)]) == ["A+", " C", "D+", " B", " E"])
  }

  /// B and C feed D alike but for the time that it takes.
  @Test func aDiamondStandsUnderTheNearer() {
    #expect(
      drawn(4, [(0, 1, 1), (0, 2, 1), (1, 3, 2), (2, 3, 1)]) == ["A+", " B", " C+", "  D <B"])
    #expect(
      drawn(4, [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)]) == ["A+", " B+", "  D <C", " C"])
  }

  /// The short cut from the top is the quicker one, and still not the place of C.
  @Test func aShortCutDoesNotFlattenTheTree() {
    #expect(drawn(3, [(0, 2, 0.1), (0, 1, 1), (1, 2, 3)]) == ["A+", " B+", "  C <A"])
  }

  /// In the file, sites come before what feeds them.
  @Test func theOrderOfTheFileDoesNotMatter() {
    #expect(drawn(3, [(2, 1, 1), (1, 0, 1)]) == ["C+", " B+", "  A"])
  }

  @Test func severalRowsOfOneTransferAreOne() {
    #expect(drawn(2, [(0, 1, 2), (0, 1, 1)]) == ["A+", " B"])
  }

  /// No plan can be made of these; they can still be looked at, every facility once.
  @Test(
    arguments: [
      [(0, 0, days: 1)], [(0, 1, days: 1), (1, 0, days: 1)],
      [(0, 1, days: 1), (1, 2, days: 1), (2, 0, days: 1), (2, 3, days: 1)],
    ] as [[(Int32, Int32, days: Double)]])
  func circlesEnd(transfers: [(Int32, Int32, days: Double)]) {
    let rows = drawn(4, transfers)
    let names = rows.map { $0.trimmingPrefix { $0 == " " }.prefix(1) }
    #expect(names.sorted() == ["A", "B", "C", "D"])
  }

  @Test func hugeNetworksAreNoDeeperThanTheStack() {
    let chain = (0..<25).map { (Int32($0), Int32($0 + 1), days: 1.0) }
    #expect(drawn(26, chain).last == String(repeating: " ", count: 25) + "Z")
  }
}
