import RetailData

/// The next row, from a position on and around the end, whose text has what is searched for.
struct FindQuestion: Question {
  let source: TableSource
  let rows: [Int32]?
  let arrangement: Arrangement
  let text: String
  let start: Int
  let isForward: Bool

  var family: QuestionFamily { QuestionFamily(name: "find " + source.key.name) }

  /// A position among the rows shown; nil where there is no match.
  func answer(from workspace: Workspace, work: WorkContext) throws -> Int? {
    let count = rows?.count ?? source.rowCount
    let columns = source.columns.map(\.values).filter(\.isText)
    let needle = FoldedText(text)
    for step in 0..<count {
      if step & 0xfff == 0 { try work.checkCancelled() }
      let position = isForward ? (start + step) % count : (start - step + count) % count
      let row = rows.map { Int($0[position]) } ?? position
      if source.headings[row] != nil { continue }
      if columns.contains(where: { $0.matches(needle, row: row) }) { return position }
    }
    return nil
  }

  static func == (left: Self, right: Self) -> Bool {
    left.source.key == right.source.key && left.arrangement == right.arrangement
      && left.text == right.text && left.start == right.start && left.isForward == right.isForward
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(source.key)
    hasher.combine(text)
    hasher.combine(start)
    hasher.combine(isForward)
  }
}

extension ColumnValues {
  fileprivate func matches(_ needle: FoldedText, row: Int) -> Bool {
    switch self {
    case .strings(let strings): needle.isContained(in: strings.utf8(at: row))
    case .coded(let coded):
      coded.codes[row] >= 0
        && needle.isContained(in: coded.labels.utf8(at: Int(coded.codes[row])))
    default: false
    }
  }
}
