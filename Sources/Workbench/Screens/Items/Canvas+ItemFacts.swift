import RetailData
import TerminalUI

extension Canvas {
  /// Sales, stock and regions of an item: as much of them as there is room for.
  mutating func drawItemFacts(_ item: Int, _ model: Model, showsStock: Bool = true) {
    guard let facts = model.answers.known(ItemQuestion(item: item))?.value else {
      write("counting…", column: 1, row: 0, Style(.stale))
      return
    }
    var row = drawWeeklySales(
      facts, until: model.workspace?.dataset.end, outlook: model.outlook(item))
    if !showsStock {
      // A table beside it has more of it.
    } else if !facts.stock.isEmpty {
      row = drawStock(facts, from: row + 1, most: max(2, (rows - row) / 2))
    } else if model.workspace?.dataset.network.facilities.isEmpty == true, row + 1 < rows - 2 {
      write("Stock", column: 1, row: row + 1, Style(.heading))
      write("no inventory.csv: not known", column: 9, row: row + 1, .dim)
      row += 2
    }
    if !drawNextBuyers(item, model, from: row + 1), !facts.regions.isEmpty {
      drawRegions(facts, from: row + 1)
    }
  }

  private mutating func drawStock(_ facts: ItemFacts, from first: Int, most: Int) -> Int {
    let total = facts.stock.reduce(0) { $0 + $1.onHand }
    let inbound = facts.stock.reduce(0) { $0 + $1.inbound }
    write("On hand", column: 1, row: first, Style(.heading))
    let sum = NumberText.short(total, places: 1)
    let coming = inbound > 0 ? " + \(NumberText.short(inbound, places: 1)) inbound" : ""
    writeRight(sum + coming, end: columns - 1, row: first, .dim)
    let top = max(1, facts.stock.map(\.onHand).max() ?? 1)
    // As many as have room, the line that counts the rest among them.
    let most = max(1, min(most, rows - first - 1))
    let rest = facts.stock.count - most
    let shown = rest > 0 ? facts.stock.prefix(most - 1) : facts.stock[...]
    for (index, place) in shown.enumerated() {
      drawBar(
        place.name, value: place.onHand, of: top, row: first + 1 + index,
        text: NumberText.short(place.onHand, places: 1))
    }
    if rest > 0 {
      write(
        "and \(counted(facts.stock.count - shown.count, "more facility", "more facilities"))",
        column: 1, row: first + 1 + shown.count, .dim)
    }
    return first + 1 + shown.count + (rest > 0 ? 1 : 0)
  }

  private mutating func drawRegions(_ facts: ItemFacts, from first: Int) {
    let room = rows - first - 1
    guard room > 0 else { return }
    write("Buyers by region", column: 1, row: first, Style(.heading))
    let total = Double(max(1, facts.buyers))
    for (index, share) in facts.regions.prefix(room).enumerated() {
      let percent = NumberText.short(Double(share.buyers) / total * 100, places: 0)
      drawBar(
        share.name, value: Double(share.buyers), of: total, row: first + 1 + index,
        text: "\(NumberText.count(share.buyers))  \(percent) %")
    }
  }

  /// Name, bar and figure on one line.
  mutating func drawBar(_ name: String, value: Double, of whole: Double, row: Int, text: String) {
    let nameWidth = min(20, max(8, columns / 3))
    let textWidth = max(12, TextWidth.width(of: text))
    write(name, column: 1, row: row, width: nameWidth)
    let width = columns - nameWidth - textWidth - 4
    if width >= 4 {
      write(
        bar(fraction: value / whole, width: width, glyphs: glyphs), column: nameWidth + 2,
        row: row, Style(.graph))
    }
    writeRight(text, end: columns - 1, row: row)
  }
}
