import RetailData

/// What an import says of the rows it met.
enum ImportSummary {
  struct Line {
    let message: String
    let rows: Int
    /// Line numbers in the export.
    var examples: [Int] = []
  }

  /// Read, kept, and left out by reason: the reasons and the kept rows add up to the rows read.
  static func lines(of report: ImportReport) -> [Line] {
    var lines = [
      Line(message: "read", rows: report.rowsRead),
      Line(message: "kept as purchases", rows: report.rowsKept),
    ]
    lines += report.skipped.map { skipped in
      Line(
        message: "left out: \(skipped.reason.rawValue)", rows: skipped.rows.count,
        examples: skipped.rows.lines)
    }
    if report.duplicatesKept.count > 0 {
      lines.append(
        Line(
          message: "kept though they repeat an earlier row", rows: report.duplicatesKept.count,
          examples: report.duplicatesKept.lines))
    }
    if report.customersInSeveralRegions > 0 {
      lines.append(
        Line(
          message: "customers in several regions, the most frequent taken",
          rows: report.customersInSeveralRegions))
    }
    if !report.regionsWithoutPlace.isEmpty {
      lines.append(
        Line(
          message: "regions that the network lacks, added without a place",
          rows: report.regionsWithoutPlace.count))
    }
    return lines
  }
}
