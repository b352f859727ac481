import ArgumentParser
import Foundation
import RetailData

/// Writes who bought what, once each, for peers in other languages: three little-endian 64-bit
/// counts (customers, items, entries), customers + 1 64-bit offsets, then 32-bit item numbers in
/// ascending order within a customer.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "matrix")

  @OptionGroup var data: DataOptions
  @Argument(help: "File to write.") var output: String

  func run() throws {
    let dataset = try data.open()
    let purchases = dataset.purchases
    var offsets: [Int64] = [0]
    var items: [Int32] = []
    for customer in 0..<purchases.customerCount {
      let distinct = Set(purchases.lines(ofCustomer: customer).map { purchases.items[$0] })
      items.append(contentsOf: distinct.sorted())
      offsets.append(Int64(items.count))
    }
    let counts = [Int64(purchases.customerCount), Int64(purchases.itemCount), Int64(items.count)]
    var bytes = Data()
    counts.withUnsafeBytes { bytes.append(contentsOf: $0) }
    offsets.withUnsafeBytes { bytes.append(contentsOf: $0) }
    items.withUnsafeBytes { bytes.append(contentsOf: $0) }
    try bytes.write(to: URL(fileURLWithPath: output), options: .atomic)
    emit([
      ("customers", Double(counts[0])), ("items", Double(counts[1])),
      ("entries", Double(counts[2])),
    ])
  }
}
