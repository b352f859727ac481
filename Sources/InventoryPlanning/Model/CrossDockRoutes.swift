import RetailData

/// The ways by which goods from a vendor may go on at once, across one dock after the other: every
/// chain of up to three transfers, as many as there are steps between four echelons.
struct CrossDockRoutes: Sendable {
  /// Rows of `network.transfers`, in the order of the way.
  let all: [[Int32]]
  /// The facility where each ends.
  let ends: [Int]

  static let mostTransfers = 3

  /// - Parameter transfers: Acyclic, as `EchelonOrder` has made sure.
  init(transfers: [Transfer]) {
    var all = transfers.indices.map { [Int32($0)] }
    var longest = all
    for _ in 1..<Self.mostTransfers {
      longest = longest.flatMap { route -> [[Int32]] in
        guard let last = route.last else { return [] }
        let end = transfers[Int(last)].to
        return transfers.indices.filter { transfers[$0].from == end }.map { route + [Int32($0)] }
      }
      all += longest
    }
    self.all = all
    ends = all.map { Int(transfers[Int($0[$0.count - 1])].to) }
  }
}
