import RetailData
import TerminalUI

/// How a cell is written.
enum CellFormat: Sendable, Equatable {
  case text
  /// Text whose end says most: where there is no room for all of it, the front goes.
  case path
  /// Words that say something: where there is no room for all of them, the last ones go as a whole.
  case sentence
  case count
  case decimal(Int)
  /// As many decimals as it needs; nothing where there is no number.
  case figure
  case date
  case sparkline
  /// A share, 1 for all: a bar, and percent beside it.
  case bar
}

/// One column of a table: what it is called, and how it is drawn, sorted and filtered.
struct TableColumn: Sendable {
  /// As typed in a filter (`buyers>=100`) and written to an exported file.
  let id: String
  let title: String
  let values: ColumnValues
  let format: CellFormat
  /// Cells that the column needs, and the most it makes use of.
  let width: ClosedRange<Int>
  /// Columns of low numbers stay when there is little room.
  let priority: Int
  /// Id of the column that this one belongs to: they are shown together or not at all.
  var owner: String?
  /// Of older figures than the rest of the table.
  var isStale = false
  /// By row, what stands in place of a number: `none`.
  var notes: [Int: String] = [:]
  /// By row, shorter wordings of a sentence, for where it has no room; the longest first.
  var shorter: [Int: [String]] = [:]

  init(
    _ id: String, _ title: String, _ values: ColumnValues, _ format: CellFormat,
    width: ClosedRange<Int>? = nil, priority: Int
  ) {
    self.id = id
    self.title = title
    self.values = values
    self.format = format
    self.priority = priority
    let heading = TextWidth.width(of: title)
    var needed = width ?? TableColumn.naturalWidth(of: values, format)
    if let longest = values.longestText {
      needed = min(needed.lowerBound, longest)...min(needed.upperBound, longest)
    }
    self.width = max(heading, needed.lowerBound)...max(heading, needed.upperBound)
  }

  var isRightAligned: Bool {
    switch format {
    case .text, .path, .sentence, .sparkline, .bar: false
    case .count, .decimal, .figure, .date: true
    }
  }

  /// What a cell says; for sparklines, its latest value.
  func text(_ row: Int) -> String {
    switch format {
    case .text, .path, .sentence: return values.text(row)
    case .count:
      let number = values.number(row)
      return number.isNaN ? pendingText : NumberText.decimal(number, places: 0)
    case .decimal(let places):
      let number = values.number(row)
      return number.isNaN ? pendingText : NumberText.decimal(number, places: places)
    case .figure:
      if let note = notes[row] { return note }
      let number = values.number(row)
      return number.isNaN ? "" : NumberText.figure(number)
    case .date:
      let number = values.number(row)
      return number.isNaN ? pendingText : NumberText.date(Timestamp(seconds: UInt32(number)))
    case .sparkline:
      return NumberText.short(values.number(row))
    case .bar:
      let share = values.number(row)
      if share.isNaN { return pendingText }
      return NumberText.decimal(share * 100, places: 0) + " %"
    }
  }

  private var pendingText: String {
    if case .pending = values { return "…" }
    return NumberText.unknown
  }

  /// Room for the longest number of the column, so that none is ever cut.
  private static func naturalWidth(of values: ColumnValues, _ format: CellFormat)
    -> ClosedRange<Int>
  {
    switch format {
    case .text, .path, .sentence: return 8...40
    case .figure: return 9...9
    case .date: return 11...11
    case .bar: return 12...14
    case .sparkline:
      if case .series(_, let buckets) = values { return buckets...buckets }
      return 8...8
    case .count, .decimal:
      let bounds = values.bounds
      let places = if case .decimal(let places) = format { places } else { 0 }
      let width = max(
        NumberText.decimal(bounds.lowerBound, places: places).count,
        NumberText.decimal(bounds.upperBound, places: places).count)
      return width...width
    }
  }
}

extension ColumnValues {
  /// Bytes of the longest text, which is at least its cells but for wide letters; nil where the
  /// column is not text.
  var longestText: Int? {
    switch self {
    case .strings(let strings): strings.longest
    case .coded(let coded): coded.labels.longest
    default: nil
    }
  }

  /// The smallest and the largest number of the column; 0...0 without any.
  var bounds: ClosedRange<Double> {
    switch self {
    case .integers(let values):
      guard let low = values.buffer.min(), let high = values.buffer.max() else { return 0...0 }
      return Double(low)...Double(high)
    case .floats(let values):
      var low = Float.infinity
      var high = -Float.infinity
      for value in values.buffer where value.isFinite {
        low = min(low, value)
        high = max(high, value)
      }
      return low <= high ? Double(low)...Double(high) : 0...0
    case .doubles(let values):
      var low = Double.infinity
      var high = -Double.infinity
      for value in values.buffer where value.isFinite {
        low = min(low, value)
        high = max(high, value)
      }
      return low <= high ? low...high : 0...0
    case .strings, .coded, .times, .series, .pending: return 0...0
    }
  }
}

extension StringColumn {
  fileprivate var longest: Int {
    let offsets = offsets.buffer
    var longest: UInt32 = 0
    for index in 0..<count { longest = Swift.max(longest, offsets[index + 1] - offsets[index]) }
    return Int(longest)
  }
}
