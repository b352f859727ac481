/// A result of a command on its way out: columns, and rows as they come.
struct ResultTable {
  let columns: [ResultColumn]
  let format: OutputFormat
  /// What a person sees above the table; CSV and JSON have no place for it.
  var caption: String?
  /// What a person sees instead of a table without rows.
  var emptyText = "nothing"

  /// Writes the rows that `produce` hands to its argument.
  func write(
    to destination: Destination = .standardOutput,
    _ produce: (_ row: ([Cell]) throws -> Void) throws -> Void
  ) throws {
    try destination.write { stream in
      var writer = rowWriter()
      var count = 0
      if format == .table, let caption { stream.append(caption.printable + "\n\n") }
      try writer.begin(columns, to: &stream)
      try produce { cells in
        count += 1
        try writer.row(cells, to: &stream)
      }
      if format == .table, count == 0 {
        stream.append(emptyText + "\n")
      } else {
        try writer.end(to: &stream)
      }
    }
  }

  private func rowWriter() -> any RowWriter {
    switch format {
    case .table: TableRows(width: StandardStreams.width, ascii: StandardStreams.isASCIIOnly)
    case .csv: CSVRows()
    case .json: JSONRows()
    }
  }
}
