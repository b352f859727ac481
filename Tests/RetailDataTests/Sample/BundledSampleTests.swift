import Foundation
import RetailData
import Testing

@Suite("Bundled sample")
struct BundledSampleTests {
  private static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("sample-data")

  @Test("sample-data is what the generator writes today")
  func regenerated() throws {
    var options = SampleShop.Options()
    options.compressesPurchases = true
    let fresh = try SampleFiles(options)
    for name in fresh.summary.files {
      let bundled = Self.directory.appendingPathComponent(name)
      let written = fresh.directory.appendingPathComponent(name)
      if name.hasSuffix(".gz") {
        // Other versions of zlib may pack differently: what counts is what comes out.
        let same =
          try Gunzip.contents(ofFile: bundled.path) == Gunzip.contents(ofFile: written.path)
        #expect(same, "\(name)")
      } else {
        let same = try Data(contentsOf: bundled) == Data(contentsOf: written)
        #expect(same, "\(name)")
      }
    }
  }

  @Test("It opens without a problem, and says what it is made of")
  func opens() throws {
    let data = try Dataset.open(
      directory: Self.directory.path, options: OpenOptions(useCache: false))
    #expect(data.items.count == 2_000)
    #expect(data.customers.count == 5_000)
    #expect(data.purchases.count == 200_000)
    #expect(data.network.regions.count == 12)
    #expect(data.network.facilities.count == 15)
    #expect(data.network.speeds.map(\.id) == ["same_day", "next_day", "standard"])
    #expect(data.network.supply.count >= 2_000)
    #expect(data.notices.isEmpty, "\(data.notices)")
  }
}
