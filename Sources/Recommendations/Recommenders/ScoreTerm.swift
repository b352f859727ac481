import RetailData

/// Something beside a method's own evidence that is to count: `weight · value`, added to the score
/// of every candidate before the best are chosen. Candidates far down the method's own list can so
/// rise to the top.
///
/// Customers are in groups (regions, say), and within a group an item has the same value for
/// everyone. What is a candidate stays the method's decision, and so does what comes first where
/// reasons are not comparable: bestsellers that only fill a list up stay behind what they follow.
public struct ScoreTerm: Sendable {
  /// In units of the method's score; at least 0.
  public let weight: Double
  private let values: Column<Float>
  private let itemCount: Int
  private let groups: Column<Int32>

  /// - Parameters:
  ///   - weight: finite, at least 0.
  ///   - values: 0...1, by group, then item.
  ///   - groups: by customer; a customer of a group below 0 has no such term.
  public init(weight: Double, values: Column<Float>, itemCount: Int, groups: Column<Int32>) {
    precondition(weight.isFinite && weight >= 0, "weights are finite and not negative")
    self.weight = weight
    self.values = values
    self.itemCount = itemCount
    self.groups = groups
  }

  /// What is added for a customer; nil where nothing is.
  func addends(for customer: Int) -> Addends? {
    let group = Int(groups[customer])
    guard weight > 0, group >= 0 else { return nil }
    return Addends(weight: weight, values: values, start: group * itemCount)
  }

  /// The term for one customer.
  struct Addends {
    /// The most that is added.
    let weight: Double
    fileprivate let values: Column<Float>
    fileprivate let start: Int

    subscript(item: Int32) -> Double { weight * Double(values[start + Int(item)]) }
  }
}

extension ScoreTerm.Addends? {
  /// 0 without a term.
  subscript(item item: Int32) -> Double { self.map { $0[item] } ?? 0 }
}
