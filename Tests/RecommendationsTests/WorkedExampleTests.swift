import RetailData
import Testing

@testable import Recommendations

/// The figures of the design document, computed there by hand.
@Suite struct WorkedExampleTests {
  private let coPurchases: CoPurchases

  init() throws {
    coPurchases = try CoPurchases(Shops.workedExample, work: WorkContext(threads: 1))
  }

  @Test(arguments: [
    (0, 1, 4.0, 2.0, 1.662720), (0, 2, 2, 2.5, 1.946289), (2, 0, 2, 2.5, 1.462720),
    (2, 3, 3, 1.875, 1.184288),
  ])
  func expectations(x: Int, y: Int, both: Double, naive: Double, corrected: Double) {
    let byNaive = coPurchases.pair(x, y, by: Relatedness(metric: .naive))
    let byCorrected = coPurchases.pair(x, y, by: Relatedness(metric: .corrected))
    #expect(byNaive.count == both && byCorrected.count == both)
    #expect(byNaive.expected == naive)
    #expect(abs(byCorrected.expected - corrected) < 5e-7)
  }

  @Test func boughtPairOfExample() {
    let list = coPurchases.related(to: 0, by: Relatedness(), limit: 10)
    #expect(list.first?.item == 1)
    // A's buyers bought B, C, D, E and F.
    #expect(Set(list.map(\.item)) == [1, 2, 3, 4, 5])
  }
}
