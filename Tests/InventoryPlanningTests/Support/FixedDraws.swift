import InventoryPlanning

/// Draws that a test wrote down itself: what lies between the model and its scenarios.
struct FixedDraws: DrawSource {
  var items: [ItemDraws]

  func draws(ofItem item: Int) -> ItemDraws { items[item] }
}
