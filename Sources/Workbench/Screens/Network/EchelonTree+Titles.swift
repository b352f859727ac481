import InventoryPlanning
import RetailData

extension EchelonTree.Row {
  /// The facility's name; in a tree as far in as it is deep, and always with how many others send
  /// to it.
  func title(in network: Network, isTree: Bool) -> String {
    let name = network.facilities[Int(facility)].title
    let more = otherSenders.isEmpty ? "" : " (+\(otherSenders.count))"
    guard isTree else { return name + more }
    // As deep as there is room to be read.
    let indent = String(repeating: "  ", count: min(depth, 8))
    return indent + (hasChildren ? "▾ " : depth > 0 ? "· " : "  ") + name + more
  }
}
