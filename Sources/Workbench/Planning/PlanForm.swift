import InventoryPlanning
import RetailData

/// Every figure that can be changed as rows of one table, in the order of the catalogue. What never
/// changes is written out once, in the background; a change writes the rows that it touches.
struct PlanForm: Sendable {
  /// Rows of one kind of thing.
  struct Section: Sendable {
    let group: ParameterGroup
    /// Its first row in the form.
    let start: Int
    /// Last words of the paths; each thing has a row for each.
    let fields: [String]
    let end: Int
  }

  let catalogue: ParameterCatalogue
  let sections: [Section]
  let rowCount: Int
  let paths: StringColumn
  let labels: CodedColumn
  let units: CodedColumn
  /// What they belong to, by name.
  let subjects: CodedColumn
  /// What the data says; NaN where that is no number.
  let defaults: [Double]

  private(set) var values: [Double]
  /// Values that are no numbers: `none`, `state`.
  private(set) var words: [Int: String] = [:]
  /// Share by which a value differs from the data's: NaN where it does not.
  private(set) var shares: [Double]
  /// The same in words.
  private(set) var changes: [Int: String] = [:]
  /// Cells of the longest value.
  private(set) var valueWidth = 7
  /// All of it as columns, made anew with every change and not with every look.
  private(set) var columns: [TableColumn] = []

  /// Looks at every figure: takes a while.
  init(_ catalogue: ParameterCatalogue, items: ItemTable, work: WorkContext) throws {
    let names = FigureSubjects(
      network: catalogue.defaults.network, items: items, categories: catalogue.names.categories)
    self.catalogue = catalogue
    var sections: [Section] = []
    var start = 0
    for group in catalogue.groups {
      let fields = group.fields
      let end = start + catalogue.rowCount(of: group) * fields.count
      sections.append(Section(group: group, start: start, fields: fields, end: end))
      start = end
    }
    self.sections = sections
    rowCount = start
    var paths: [String] = []
    var labels: [String] = []
    var units: [String] = []
    var subjects: [String] = []
    var defaults: [Double] = []
    paths.reserveCapacity(rowCount)
    for section in sections {
      for row in 0..<catalogue.rowCount(of: section.group) {
        if row & 0x3ff == 0 { try work.checkCancelled() }
        let subject = names.text(section.group, row: row)
        for parameter in catalogue.parameters(of: section.group, row: row) {
          subjects.append(subject)
          let number = defaults.count
          paths.append(parameter.path)
          labels.append(parameter.label)
          units.append(parameter.unit)
          defaults.append(parameter.defaultValue.number)
          if let word = parameter.defaultValue.word { words[number] = word }
          let text = words[number] ?? NumberText.figure(defaults[number])
          valueWidth = max(valueWidth, text.count)
        }
      }
    }
    self.paths = StringColumn(paths)
    self.labels = CodedColumn(labels)
    self.units = CodedColumn(units)
    self.subjects = CodedColumn(subjects)
    self.defaults = defaults
    values = defaults
    shares = [Double](repeating: .nan, count: rowCount)
    columns = fixedColumns
    refreshColumns()
  }

  func section(ofRow row: Int) -> Section? {
    sections.first { row < $0.end }
  }

  /// The figure of a row.
  func parameter(_ row: Int) -> Parameter? {
    guard row >= 0, let section = section(ofRow: row) else { return nil }
    let place = row - section.start
    return catalogue.parameters(of: section.group, row: place / section.fields.count)[
      place % section.fields.count]
  }

  /// Where the figure at a path stands; nil where the path names none, or several.
  func row(of path: String) -> Int? {
    guard let parameter = try? catalogue.parameter(at: path),
      let section = sections.first(where: { $0.group == parameter.group }),
      let field = section.fields.firstIndex(of: String(path.split(separator: ".").last ?? ""))
    else { return nil }
    return section.start + parameter.row * section.fields.count + field
  }

  /// Writes what differs between two lists of changes.
  mutating func update(from old: PlanChanges, to new: PlanChanges, _ input: PlanInput) {
    defer { refreshColumns() }
    // Where a change acts on many figures the order of changes tells as well: all are looked at from
    // the first one on that the two lists do not share. Up to there they come to the same figures.
    let isOrdered = old.hasPatterns || new.hasPatterns
    let paths = isOrdered ? old.pathsAfterCommonStart(with: new) : Set(old.differing(from: new))
    for path in paths {
      if path.contains("*") {
        write(pattern: path, input)
      } else if let row = row(of: path), let figure = parameter(row) {
        write(figure, row, input)
      }
    }
  }

  /// Writes every figure that a path with `*` may name. A form of a large shop has tens of
  /// thousands of rows: those of other things are left alone.
  private mutating func write(pattern path: String, _ input: PlanInput) {
    let words = path.split(separator: ".")
    guard let thing = words.first, let field = words.last else { return }
    for section in sections where section.group.pattern.prefix(while: { $0 != "." }) == thing {
      guard let place = section.fields.firstIndex(of: String(field)) else { continue }
      for row in 0..<catalogue.rowCount(of: section.group) {
        let parameter = catalogue.parameters(of: section.group, row: row)[place]
        write(parameter, section.start + row * section.fields.count + place, input)
      }
    }
  }

  private mutating func write(_ parameter: Parameter, _ row: Int, _ input: PlanInput) {
    let value = catalogue.value(of: parameter, in: input)
    values[row] = value.number
    words[row] = value.word
    let (now, before) = (values[row], defaults[row])
    let isChanged = value != parameter.defaultValue
    shares[row] = isChanged ? (now - before) / abs(before) : .nan
    changes[row] = isChanged ? Self.difference(value, parameter.defaultValue) : nil
    valueWidth = max(valueWidth, (words[row] ?? NumberText.figure(now)).count)
  }

  private mutating func refreshColumns() {
    columns = columns.filter { $0.id != "value" && $0.id != "change" } + movingColumns
  }

  /// Cells of a change.
  static let changeWidth = 8

  /// `−10 %`; in the figure's own unit where a share says nothing. What the data says stands below
  /// the form as well: where there is no room for all of it here, none of it stands here.
  static func difference(_ now: ParameterValue, _ before: ParameterValue) -> String {
    let text = wholeDifference(now, before)
    return text.count <= changeWidth ? text : "changed"
  }

  private static func wholeDifference(_ now: ParameterValue, _ before: ParameterValue) -> String {
    guard now.number.isFinite, before.number.isFinite else { return "was \(before)" }
    let difference = now.number - before.number
    guard before.number != 0 else { return NumberText.signed(difference) }
    return NumberText.signed(difference / abs(before.number) * 100) {
      NumberText.short($0, places: $0 < 10 ? 1 : 0)
    } + " %"
  }
}

extension ParameterValue {
  /// NaN where it is no number.
  var number: Double {
    if case .number(let number) = self { return number }
    return .nan
  }

  /// Nil where it is a number.
  var word: String? {
    switch self {
    case .number: nil
    case .absent: "none"
    case .word(let word): word
    }
  }
}

extension PlanChanges {
  /// The paths of both lists, without the changes that both begin with.
  func pathsAfterCommonStart(with other: PlanChanges) -> Set<String> {
    let shared = zip(list, other.list).prefix { $0 == $1 }.count
    return Set((list.dropFirst(shared) + other.list.dropFirst(shared)).map(\.path))
  }

  /// The paths that two lists do not agree on.
  func differing(from other: PlanChanges) -> [String] {
    var paths: [String] = []
    var seen: Set<String> = []
    for change in list + other.list
    where value(of: change.path) != other.value(of: change.path)
      && seen.insert(change.path).inserted
    {
      paths.append(change.path)
    }
    return paths
  }
}
