/// The transfers by which bought goods go on at once, from the vendor's dock to where they stay, in
/// the order of the way: none to `CrossDockRoutes.mostTransfers` rows of `network.transfers`.
public struct OnwardTransfers: Sendable, Hashable, BitwiseCopyable {
  private var first: Int32 = -1
  private var second: Int32 = -1
  private var third: Int32 = -1

  /// - Parameter rows: No more than three.
  public init(_ rows: [Int32] = []) {
    precondition(rows.count <= CrossDockRoutes.mostTransfers, "one field for each")
    if rows.count > 0 { first = rows[0] }
    if rows.count > 1 { second = rows[1] }
    if rows.count > 2 { third = rows[2] }
  }

  public var rows: [Int32] { [first, second, third].filter { $0 >= 0 } }
  public var isEmpty: Bool { first < 0 }
  /// The transfer that brings the goods to where they stay; nil where they stay at the dock.
  public var last: Int32? { rows.last }
}
