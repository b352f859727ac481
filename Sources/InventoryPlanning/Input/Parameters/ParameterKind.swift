import RetailData

/// A parameter that every row of a group has: what paths, forms and checks know of it.
struct ParameterKind: Sendable {
  let group: ParameterGroup
  /// Last word of the path.
  let field: String
  /// For a person: "storage".
  let label: String
  let domain: ParameterDomain
  /// By what a form changes it, where a share of the value says nothing.
  let step: Double
  let get: @Sendable (PlanInput, Int) -> ParameterValue
  /// Writes one value for each of the rows.
  let set: @Sendable (inout PlanInput, [Int], [ParameterValue]) -> Void
  /// Why none of the rows would heed the parameter, and what to set in its place; nil where one
  /// does.
  var objection: (@Sendable (PlanInput, [Int]) -> String?)?

  static let all: [ParameterKind] =
    plan + facility + speed + transfer + delivery + vendor + supply + item + category

  /// By group, in the order in which a form shows them.
  static func kinds(of group: ParameterGroup) -> [ParameterKind] {
    all.filter { $0.group == group }
  }
}

extension ParameterValue {
  /// NaN where absent.
  var figure: Double {
    if case .number(let value) = self { return value }
    return .nan
  }

  init(figure: Double) { self = figure.isNaN ? .absent : .number(figure) }
}

extension ParameterKind {
  /// A number in the rows of one table.
  static func figure<Row>(
    _ group: ParameterGroup, _ field: String, _ label: String, _ domain: NumberDomain,
    step: Double, in table: any WritableKeyPath<SourceFigures, [Row]> & Sendable,
    at column: any WritableKeyPath<Row, Double> & Sendable
  ) -> ParameterKind {
    ParameterKind(
      group: group, field: field, label: label, domain: .number(domain), step: step,
      get: { input, row in
        ParameterValue(figure: input.source[keyPath: table][row][keyPath: column])
      },
      set: { input, rows, values in
        input.change { source in
          // Out of the figures and back: changing it in place through two paths would copy the
          // table for every row.
          var changed = source[keyPath: table]
          for (row, value) in zip(rows, values) { changed[row][keyPath: column] = value.figure }
          source[keyPath: table] = changed
        }
      })
  }
}
