import RetailData

/// Every parameter that an analyst may change: what a form shows, and what `PlanInput.set` takes.
///
/// Nothing is listed before it is asked for: a group says how many rows it has, a row its
/// parameters. The rows are facilities, rows of `transfers.csv` and so on, by their numbers.
///
///     let catalogue = ParameterCatalogue(input, names: names)
///     for parameter in catalogue.parameters(of: .facility, row: 0) {
///       print(parameter.path, try input.value(of: parameter.path, names: names))
///     }
public struct ParameterCatalogue: Sendable {
  /// The input that defaults come from: the data, before anyone changes it.
  public let defaults: PlanInput
  public let names: PlanNames

  public init(_ defaults: PlanInput, names: PlanNames) {
    self.defaults = defaults
    self.names = names
  }

  /// Those of which the data has any, in the order of a form.
  public var groups: [ParameterGroup] {
    ParameterGroup.allCases.filter { rowCount(of: $0) > 0 }
  }

  public func rowCount(of group: ParameterGroup) -> Int { group.rowCount(defaults, names) }

  /// The names of what a row is about, such as from where to where; none for the plan itself.
  public func subject(of group: ParameterGroup, row: Int) -> [String] {
    var ids = group.ids(ofRow: row, in: defaults.network)[...]
    return group.parts.compactMap { part in
      guard case .id(let thing) = part else { return nil }
      return ids.popFirst().map { thing.names(in: names)[$0] }
    }
  }

  /// What can be changed of one row.
  public func parameters(of group: ParameterGroup, row: Int) -> [Parameter] {
    ParameterKind.kinds(of: group).map { parameter($0, row: row) }
  }

  /// The parameter at a path without `*`.
  public func parameter(at path: String) throws(ParameterError) -> Parameter {
    let path = try ParameterPath(path, names: names)
    let rows = try path.rows(defaults, names)
    if path.ids.contains(nil) { throw .severalValues(path.text) }
    return parameter(path.kind, row: rows[0])
  }

  /// The value of a parameter in `input`, which may differ from the defaults in its figures only.
  public func value(of parameter: Parameter, in input: PlanInput) -> ParameterValue {
    parameter.kind.get(input, parameter.row)
  }

  private func parameter(_ kind: ParameterKind, row: Int) -> Parameter {
    Parameter(
      kind: kind, row: row, path: kind.path(ofRow: row, defaults.network, names),
      defaultValue: kind.get(defaults, row))
  }
}

/// One figure that an analyst may change.
public struct Parameter: Sendable {
  let kind: ParameterKind
  /// Number within the group.
  public let row: Int
  /// As `PlanInput.set` takes it.
  public let path: String
  /// What the data says.
  public let defaultValue: ParameterValue

  public var group: ParameterGroup { kind.group }
  /// For a person, without what it is about: "storage".
  public var label: String { kind.label }
  public var domain: ParameterDomain { kind.domain }

  /// "litres"; empty for a choice.
  public var unit: String {
    if case .number(let domain) = kind.domain { return domain.unit }
    return ""
  }

  /// A sensible amount to change it by: about a twentieth of the default, as a round number, for
  /// capacities and costs.
  public var step: Double {
    guard case .number(let domain) = kind.domain, domain.high > 1_000, !domain.isWhole,
      case .number(let value) = defaultValue, value.isFinite, value > 0
    else { return kind.step }
    return Self.rounded(value / 20)
  }

  /// The nearest of 1, 2, 5, 10, 20 … not above `value`, for any power of ten.
  private static func rounded(_ value: Double) -> Double {
    var scale = 1.0
    while scale * 10 <= value { scale *= 10 }
    while scale > value { scale /= 10 }
    return value >= scale * 5 ? scale * 5 : value >= scale * 2 ? scale * 2 : scale
  }
}
