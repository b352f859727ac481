import RetailData

/// Why a parameter could not be set or read, in one sentence that says what to do.
public struct ParameterError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

// The texts of all causes.
extension ParameterError {
  /// The path begins with nothing that is known.
  static func unknownWord(_ word: String, in path: String, known: [String]) -> ParameterError {
    ParameterError(
      "there is no parameter \"\(path)\"; "
        + (suggestion(for: word, among: Identifiers(known))
          ?? "paths begin with \(list(known))"))
  }

  /// The path ends in nothing that is known.
  static func unknownField(_ field: String, of start: String, known: [ParameterKind])
    -> ParameterError
  {
    var fields: [String] = []
    for kind in known where !fields.contains(kind.field) { fields.append(kind.field) }
    return ParameterError(
      "\(start) has no \"\(field)\"; "
        + (suggestion(for: field, among: Identifiers(fields)) ?? "it has \(list(fields))"))
  }

  /// An id in the path is not in the data.
  static func unknownName(
    _ mismatch: ParameterPath.Mismatch, in path: String, _ names: PlanNames
  ) -> ParameterError {
    guard case .id(let thing) = mismatch.part else {
      return ParameterError(
        "\"\(path)\" is no path; write category.NAME.speed.SPEED.service_target")
    }
    // Ids that follow are cut off at the next point: more cannot be known.
    let isLast = mismatch.partsLeft == 1
    let name = isLast ? mismatch.text : mismatch.text.prefix { $0 != "." }
    let known = thing.names(in: names)
    if known.count == 0 {
      return ParameterError("\(path) names a \(thing.rawValue), of which the data has none")
    }
    let advice = suggestion(for: String(name), among: known) ?? "the data has \(list(known.names))"
    return ParameterError("there is no \(thing.rawValue) \"\(name)\"; \(advice)")
  }

  /// The things exist, but the file has no row for them.
  static func noRow(_ path: ParameterPath) -> ParameterError {
    guard let file = path.kind.group.file else {
      return ParameterError("\(path.text) names nothing that the data has; check its ids")
    }
    return ParameterError("\(path.text) is no row of \(file); add the row there, or check the ids")
  }

  /// The text is not a value at all, or none that the parameter takes.
  static func badValue(
    _ text: String, for path: String, _ failure: ParameterChange.Failure, _ domain: ParameterDomain
  ) -> ParameterError {
    let value = text.isEmpty ? "nothing" : "\"\(text)\""
    switch domain {
    case .choice(let words):
      return ParameterError("\(path) cannot be \(value); give \(list(words, conjunction: "or"))")
    case .number(let numbers):
      switch failure {
      case .notANumber:
        return ParameterError(
          "\(path) cannot be \(value); write a number with digits and a decimal point only, or a "
            + "change such as *1.1, +5 or -10%")
      case .unsignedShare:
        return ParameterError(
          "\(path) cannot be \(value); write +\(text) or -\(text) to change it by that share")
      case .negative:
        return ParameterError(
          "\(path) cannot be \(text); give \(numbers.description), or a change such as -10%")
      case .outside:
        return ParameterError("\(path) cannot be \(value); give \(numbers.description)")
      }
    }
  }

  /// A row's new value is out of range.
  static func outOfRange(_ value: ParameterValue, for path: String, _ domain: NumberDomain)
    -> ParameterError
  {
    ParameterError("\(path) cannot be \(value); give \(domain.description)")
  }

  /// A change of what has no number.
  static func nothingToChange(_ path: String, is value: ParameterValue) -> ParameterError {
    ParameterError("\(path) is \(value), which cannot be changed by an amount; give a number")
  }

  /// Nothing would follow from it.
  static func unheeded(_ path: String, _ reason: String) -> ParameterError {
    ParameterError("\(path) changes nothing; \(reason)")
  }

  static func severalValues(_ path: String) -> ParameterError {
    ParameterError("\(path) stands for several values; name one of them")
  }

  private static func suggestion(for name: String, among known: Identifiers) -> String? {
    let nearest = known.nearest(to: name, limit: 3)
    return nearest.isEmpty
      ? nil : "did you mean \(list(nearest.map { "\"\($0)\"" }, conjunction: "or"))?"
  }

  /// "a, b or c"; the first eight of many.
  private static func list(_ names: some Collection<String>, conjunction: String = "and") -> String
  {
    if names.count > 9 {
      return names.prefix(8).joined(separator: ", ") + " and \(names.count - 8) more"
    }
    if names.count < 2 { return names.joined() }
    let all = Array(names)
    return all.dropLast().joined(separator: ", ") + " \(conjunction) " + (all.last ?? "")
  }
}
