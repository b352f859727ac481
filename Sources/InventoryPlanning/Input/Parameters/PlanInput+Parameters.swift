import RetailData

extension PlanInput {
  /// Changes one parameter, or that of many things with `*` in place of an id.
  ///
  ///     try input.set("facility.LDN1.storage_l", to: "50000", names: names)
  ///     try input.set("supply.*.*.*.lead_time_mean_days", to: "+10%", names: names)
  ///
  /// Where it throws, nothing has changed. Factors (`vendor.V.lead_time_factor`,
  /// `speed.S.cutoff_shift_hours`, `category.C.demand_factor`) act on top of the rows' own figures,
  /// whatever the order of changes; a shifted cut-off stays within 0 to 24.
  ///
  /// - Parameters:
  ///   - path: See `ParameterCatalogue` for all there are. Names are case-sensitive.
  ///   - value: A number; `*1.1`, `+5`, `+10%` or `-10%` for a change of what it is; `none` for no
  ///     cut-off or target; `inf` for no limit; or a word such as `state`.
  public mutating func set(_ path: String, to value: String, names: PlanNames)
    throws(ParameterError)
  {
    let path = try ParameterPath(path, names: names)
    let kind = path.kind
    let change: ParameterChange
    do throws(ParameterChange.Failure) {
      change = try ParameterChange.parse(value, in: kind.domain)
    } catch { throw .badValue(value, for: path.text, error, kind.domain) }
    let rows = try path.rows(self, names)
    if let reason = kind.objection?(self, rows) { throw .unheeded(path.text, reason) }
    var changed: [Int] = []
    var values: [ParameterValue] = []
    for row in rows {
      guard let new = change.applied(to: kind.get(self, row)) else { continue }
      if case .number(let domain) = kind.domain, case .number(let number) = new,
        !domain.contains(number)
      {
        throw .outOfRange(new, for: kind.path(ofRow: row, network, names), domain)
      }
      changed.append(row)
      values.append(new)
    }
    if changed.isEmpty, let row = rows.first {
      throw .nothingToChange(path.text, is: kind.get(self, row))
    }
    kind.set(&self, changed, values)
  }

  /// What the parameter at `path` is; where the path stands for many, the value that all have.
  public func value(of path: String, names: PlanNames) throws(ParameterError) -> ParameterValue {
    let path = try ParameterPath(path, names: names)
    let rows = try path.rows(self, names)
    let first = path.kind.get(self, rows[0])
    for row in rows.dropFirst() where path.kind.get(self, row) != first {
      throw .severalValues(path.text)
    }
    return first
  }
}

extension ParameterKind {
  /// The path of this parameter in one row.
  func path(ofRow row: Int, _ network: Network, _ names: PlanNames) -> String {
    var ids = group.ids(ofRow: row, in: network)[...]
    let middle = group.parts.map { part -> String in
      switch part {
      case .word(let word): return word
      case .id(let thing): return ids.popFirst().map { thing.names(in: names)[$0] } ?? "*"
      }
    }
    return ((group.word.isEmpty ? [] : [group.word]) + middle + [field]).joined(separator: ".")
  }
}
