import Testing

/// A linear program read back from free MPS.
struct MPSProgram {
  enum Sense { case atMost, atLeast }

  struct Row {
    var sense: Sense
    var limit = 0.0
  }

  struct Column {
    var cost = 0.0
    var entries: [String: Double] = [:]
  }

  var rows: [String: Row] = [:]
  var columns: [String: Column] = [:]

  init(_ text: String) throws {
    var section = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("*") {
      let words = line.split(separator: " ").map(String.init)
      if !line.hasPrefix(" ") {
        section = words[0]
        continue
      }
      switch section {
      case "ROWS":
        #expect(rows[words[1]] == nil, "a row twice")
        if words[0] != "N" { rows[words[1]] = Row(sense: words[0] == "G" ? .atLeast : .atMost) }
      case "COLUMNS":
        let value = try #require(Double(words[2]))
        if words[1] == "cost" {
          #expect(columns[words[0]] == nil, "a column twice")
          columns[words[0]] = Column(cost: value)
        } else {
          #expect(rows[words[1]] != nil, "no row \(words[1])")
          let former = columns[words[0]]?.entries.updateValue(value, forKey: words[1])
          #expect(former == nil, "an entry twice")
        }
      case "RHS": rows[words[1]]?.limit = try #require(Double(words[2]))
      case "BOUNDS": #expect(line == " FX BOUND one 1")
      default: Issue.record("unexpected: \(line)")
      }
    }
  }

  /// The objective at a point; columns that are not named are 0.
  func cost(_ point: [String: Double]) -> Double {
    point.reduce(columns["one"]?.cost ?? 0) { $0 + (columns[$1.key]?.cost ?? .nan) * $1.value }
  }

  /// The rows that a point breaks by more than a rounding.
  func broken(by point: [String: Double]) -> [String] {
    var used: [String: Double] = [:]
    for (name, value) in point {
      for (row, coefficient) in columns[name]?.entries ?? [:] {
        used[row, default: 0] += coefficient * value
      }
    }
    return rows.filter { name, row in
      let use = used[name] ?? 0
      let slack = 1e-9 * (1 + row.limit.magnitude)
      return row.sense == .atMost ? use > row.limit + slack : use < row.limit - slack
    }.map(\.key).sorted()
  }
}
