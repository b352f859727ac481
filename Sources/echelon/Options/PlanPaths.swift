import InventoryPlanning

/// What `--set` takes, for the help: every path there is, as the library knows them.
enum PlanPaths {
  /// Lines of at most 80 cells.
  static var help: String {
    ParameterGroup.allCases.flatMap { group in
      let pattern = group.pattern
      return lines(
        pattern.isEmpty ? group.fields : group.fields.map { "." + $0 },
        after: pattern.isEmpty ? [] : ["  " + pattern])
    }.joined(separator: "\n")
  }

  /// The words after what is there, broken where a line would be too long.
  private static func lines(_ words: [String], after start: [String]) -> [String] {
    let indent = start.isEmpty ? "  " : "    "
    var lines = start + [indent]
    for word in words {
      let last = lines[lines.count - 1]
      let isEmpty = last.allSatisfy { $0 == " " }
      if !isEmpty, last.count + 1 + word.count > 79 {
        lines.append(indent + word)
      } else {
        lines[lines.count - 1] = isEmpty ? last + word : "\(last) \(word)"
      }
    }
    return lines
  }
}
