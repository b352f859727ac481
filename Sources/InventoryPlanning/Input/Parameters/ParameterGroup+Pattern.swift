extension ParameterGroup {
  /// What its paths look like, up to the field: `facility.FACILITY`; empty for the plan's own.
  public var pattern: String {
    let pieces = parts.map { part in
      switch part {
      case .id(let thing): thing.rawValue.uppercased()
      case .word(let word): word
      }
    }
    return ((word.isEmpty ? [] : [word]) + pieces).joined(separator: ".")
  }

  /// The last words of its paths.
  public var fields: [String] { ParameterKind.kinds(of: self).map(\.field) }
}
