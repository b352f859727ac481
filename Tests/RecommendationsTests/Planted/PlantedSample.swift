import Foundation
import RetailData

/// A small sample as `echelon sample --truth` writes it, and what was planted in it.
struct PlantedSample: Sendable {
  let dataset: Dataset
  /// By file: its rows, each by column.
  private let truth: [String: [[String: String]]]

  init() throws {
    var options = SampleShop.Options(size: .small)
    (options.items, options.customers, options.purchases) = (600, 800, 32_000)
    options.truth = true
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("echelon-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    _ = try SampleShop.write(
      to: URL(fileURLWithPath: directory), options: options, work: WorkContext(threads: 2))
    dataset = try Dataset.open(directory: directory, options: OpenOptions(useCache: false))
    var truth: [String: [[String: String]]] = [:]
    for name in ["accounts", "brands", "families", "lines"] {
      let text = try String(contentsOfFile: "\(directory)/truth/\(name).csv", encoding: .utf8)
      let rows = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      truth[name] = rows.dropFirst().map {
        Dictionary(zip(rows[0], $0), uniquingKeysWith: { first, _ in first })
      }
    }
    self.truth = truth
  }

  func rows(_ name: String) -> [[String: String]] { truth[name] ?? [] }

  func item(_ id: String?) -> Int? { id.flatMap { dataset.items.ids.number(of: $0) } }
  func customer(_ id: String?) -> Int? { id.flatMap { dataset.customers.ids.number(of: $0) } }

  /// Accounts that are not heavy buyers, with their row.
  var ordinary: [(customer: Int, row: [String: String])] {
    rows("accounts").compactMap { row in
      row["is_heavy"] == "0" ? customer(row["customer_id"]).map { ($0, row) } : nil
    }
  }

  /// By customer, then item: the person who bought it most, as far as it was bought by design.
  func people() -> [Int: [Int32: Int]] {
    let customers = customersByOrder
    var votes: [Int: [Int32: [Int: Int]]] = [:]
    for row in rows("lines") where row["cause"] != "anything" {
      guard let order = row["order_id"], let item = item(row["item_id"]),
        let person = row["person"].flatMap({ Int($0) }), let customer = customers[order]
      else { continue }
      votes[customer, default: [:]][Int32(item), default: [:]][person, default: 0] += 1
    }
    return votes.mapValues { items in
      items.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    }
  }

  /// Who made an order.
  private var customersByOrder: [String: Int] {
    let purchases = dataset.purchases
    var customers: [String: Int] = [:]
    for customer in 0..<purchases.customerCount {
      for line in purchases.lines(ofCustomer: customer) where purchases.orders[line] >= 0 {
        customers[purchases.orderIDs[Int(purchases.orders[line])]] = customer
      }
    }
    return customers
  }
}

/// How well two partitions agree: 1 perfectly, 0 as chance would have it (Hubert and Arabie,
/// "Comparing partitions", Journal of Classification 2, 1985).
func adjustedRandIndex(_ one: [Int], _ other: [Int]) -> Double {
  func pairs(_ counts: [Int]) -> Double {
    counts.reduce(0) { $0 + Double($1 * ($1 - 1)) / 2 }
  }
  func sizes(_ labels: [some Hashable]) -> [Int] {
    Dictionary(grouping: labels, by: { $0 }).values.map(\.count)
  }
  let both = pairs(sizes(zip(one, other).map { "\($0) \($1)" }))
  let (left, right) = (pairs(sizes(one)), pairs(sizes(other)))
  let expected = left * right / max(pairs([one.count]), 1)
  let most = (left + right) / 2
  return most == expected ? 1 : (both - expected) / (most - expected)
}
