import Foundation
import RetailData

/// A table as shown, to be written to a file: its columns, and its rows in their order.
struct TableExport: Sendable {
  let source: TableSource
  let rows: [Int32]?
  let path: String

  /// Writes the whole file beside its place and moves it there, so that nobody ever finds half of
  /// one. CSV unless the path ends in `.json`. Returns the number of rows.
  func write(work: WorkContext) throws -> Int {
    let chosen = (rows?.map { Int($0) } ?? Array(0..<source.rowCount))
      .filter { source.headings[$0] == nil }
    let isJSON = path.lowercased().hasSuffix(".json")
    let text = isJSON ? try json(chosen, work) : try csv(chosen, work)
    do {
      try AtomicFile.write(to: path) { file throws(DataProblem) in try file.write(text) }
    } catch {
      throw Failure("not written: \(error.found); \(error.advice)", place: path)
    }
    return chosen.count
  }

  private func csv(_ rows: [Int], _ work: WorkContext) throws -> String {
    var text = source.columns.map(\.id).joined(separator: ",") + "\n"
    for (index, row) in rows.enumerated() {
      if index & 0x3ff == 0 { try work.checkCancelled() }
      text += source.columns.map { Self.quoted($0.plainText(row)) }.joined(separator: ",") + "\n"
    }
    return text
  }

  private func json(_ rows: [Int], _ work: WorkContext) throws -> String {
    var text = "["
    for (index, row) in rows.enumerated() {
      if index & 0x3ff == 0 { try work.checkCancelled() }
      let fields = source.columns.map { column -> String in
        if case .series = column.values {
          let values = column.values.series(row).map(Self.number)
          return "\(Self.escaped(column.id)):[\(values.joined(separator: ","))]"
        }
        let value = column.plainText(row)
        let isNumber =
          !column.values.isText && column.format != .date && column.notes[row] == nil
        let shown = value.isEmpty ? "null" : isNumber ? value : Self.escaped(value)
        return "\(Self.escaped(column.id)):\(shown)"
      }
      text += (index == 0 ? "\n" : ",\n") + "  {" + fields.joined(separator: ",") + "}"
    }
    return text + "\n]\n"
  }

  /// The shortest decimal that is this number as it was read; `null` where there is none.
  fileprivate static func number(_ value: Double) -> String {
    if !value.isFinite { return "null" }
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    return String(Float(value))
  }

  /// RFC 4180: quoted where it must be.
  static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x22, 0x2c, 0x0a, 0x0d].contains($0) }) else {
      return field
    }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// RFC 8259: a string, with what must be escaped escaped.
  static func escaped(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension TableColumn {
  /// For files: no separators, an ISO date, nothing where nothing is known.
  func plainText(_ row: Int) -> String {
    if values.isText { return values.text(row) }
    if let note = notes[row] { return note }
    if case .series = values {
      return values.series(row).map(TableExport.number).joined(separator: " ")
    }
    let number = values.number(row)
    if !number.isFinite { return "" }
    switch format {
    case .date:
      let date = CalendarDate(day: Int(number) / 86_400)
      let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
      let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
      return "\(date.year)-\(month)-\(day)"
    case .text, .path, .sentence, .count, .decimal, .figure, .sparkline, .bar:
      if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
      // A Float shown as a Double would bring digits that were never in the file.
      if case .floats = values { return String(Float(number)) }
      return String(number)
    }
  }
}
