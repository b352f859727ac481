/// Taking what is on screen elsewhere.
import RetailData
extension Model {
  /// Where the table would be written to: named after data and page, in the current directory.
  var defaultExportName: String {
    guard let workspace else { return "table.csv" }
    let kind = page.place.kind
    let parts =
      [workspace.dataset.name, screen.rawValue] + (depth > 1 ? [kind.crumb(in: workspace)] : [])
    let name = parts.joined(separator: "-").lowercased().map { character -> Character in
      character.isLetter || character.isNumber || character == "-" ? character : "-"
    }
    return String(name.prefix(60)) + ".csv"
  }

  mutating func export(to path: String) -> [Effect] {
    let path = path.trimmingSpaces
    guard !path.isEmpty, let scene = scene(page.focus) else { return [] }
    guard scene.isCurrent else {
      complain("the table is still being computed; export it when it is there")
      return []
    }
    say("writing \(path)…")
    let export = TableExport(source: scene.source, rows: scene.rows, path: path)
    return [.start(begin(.export), .export(export))]
  }

  /// The selected row, its cells separated by tabs: what a spreadsheet pastes into cells.
  mutating func copySelection() -> [Effect] {
    guard let row = selectedRow, let source = scene(page.focus)?.source else { return [] }
    let columns = source.columns.filter { $0.format != .sparkline }
    let cells = columns.map { $0.plainText(row) }
    // A column without a title has signs, no names.
    let named = zip(columns, cells).first { !$0.title.isEmpty && !$1.isEmpty }
    say("copied \(named?.1 ?? "the row")")
    return [.copy(cells.joined(separator: "\t"))]
  }
}
