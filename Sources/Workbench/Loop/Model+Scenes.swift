/// The tables of the page in front, as they can be shown now.
extension Model {
  /// Nil where the contents are still being computed.
  func scene(_ table: Int) -> TableScene? {
    let page = page
    let kind = page.place.kind
    guard page.tables.indices.contains(table), let shown = kind.source(table, of: page, in: self)
    else { return nil }
    let state = page.tables[table]
    let order = order(of: shown.value, state.arrangement)
    let rows = order?.value
    let isCurrent = shown.isCurrent && order?.isCurrent ?? false
    let emptyText =
      state.arrangement.filter.isEmpty || shown.value.rowCount == 0
      ? kind.emptyText(table, in: self)
      : "no \(inPlural(shown.value.noun)) match “\(state.arrangement.filter)”; "
        + (isFilterOfOrigin ? "Esc leads back" : "Esc clears the filter")
    return TableScene(
      source: shown.value, state: state, rows: rows?.rows, isCurrent: isCurrent,
      isFocused: page.focus == table, emptyText: emptyText)
  }

  /// The order of a table's rows, or an earlier one of as many rows; nil: none is known yet.
  private func order(
    of source: TableSource, _ arrangement: Arrangement
  ) -> Shown<ArrangeQuestion.Order>? {
    if arrangement.isNatural {
      return Shown(ArrangeQuestion.Order(rows: nil, rowCount: source.rowCount))
    }
    let question = ArrangeQuestion(source: source, arrangement: arrangement)
    guard let known = answers.known(question), known.value.rowCount == source.rowCount else {
      return nil
    }
    return Shown(known.value, isCurrent: known.isCurrent)
  }
}
