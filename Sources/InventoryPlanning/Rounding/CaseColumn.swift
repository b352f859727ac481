/// One way to make an item's quantities whole.
struct CaseColumn: Sendable {
  /// By lane of the item.
  var units: [Double]
  /// What it costs but for what is charged for lanes: money per day, up to a constant of the item.
  var money: Double
  /// What its lanes load, by row of `LaneLoad`.
  var rows: [Int32]
  var amounts: [Double]
}

/// The columns of one item.
struct ItemColumns: Sendable {
  private(set) var all: [CaseColumn] = []
  /// Which of them decides nothing, and so loads nothing.
  private(set) var nothing = 0

  func contains(_ units: [Double]) -> Bool { all.contains { $0.units == units } }

  mutating func add(_ column: CaseColumn) {
    if !column.units.contains(where: { $0 != 0 }) { nothing = all.count }
    all.append(column)
  }

  mutating func add(_ other: ItemColumns) {
    for column in other.all where !contains(column.units) { add(column) }
  }
}

extension ItemRounder {
  /// The quantities that were evaluated last as a column.
  ///
  /// - Parameter prices: What lanes are charged, by row of `LaneLoad`.
  private func column(_ prices: [Double]) -> CaseColumn {
    var column = CaseColumn(units: units, money: value / item.cycle, rows: [], amounts: [])
    for number in 0..<lanes where units[number] > 0 {
      for entry in LaneLoad.entries(lane(number), item, problem) {
        let amount = entry.amount * units[number]
        column.money -= prices[entry.row] * amount
        if let place = column.rows.firstIndex(of: Int32(entry.row)) {
          column.amounts[place] += amount
        } else {
          column.rows.append(Int32(entry.row))
          column.amounts.append(amount)
        }
      }
    }
    return column
  }

  /// The best quantities that are found downhill at the prices that the item was loaded with, and
  /// what might take their place: without one of the orders or with a case more or less of it, one
  /// order somewhere else instead or besides, nothing at all.
  ///
  /// - Parameters:
  ///   - wish: Where to begin; `isWhole` says that it keeps all rules.
  ///   - prices: What lanes are charged, by row of `LaneLoad`.
  func columns(from wish: [Double], isWhole: Bool, _ prices: [Double]) -> ItemColumns {
    if isWhole { set(wish, wish: wish) } else { takeNearest(wish) }
    var result = ItemColumns()
    result.add(column(prices))
    func keep(isKnown: Bool = false) {
      if result.contains(units) { return }
      if !isKnown { evaluate(marginals: false) }
      result.add(column(prices))
    }
    improve(wish)
    keep(isKnown: true)
    let best = units
    let (raise, lower) = (raise, lower)
    func alter(_ change: () -> Void) {
      change()
      keep()
      restore(best, raise, lower)
    }
    let bought = rows.indices.filter { total($0) > 0 }
    for row in bought {
      alter { clear(row) }
      alter { dropCase(from: row) }
      alter { addCase(to: row, wish) }
    }
    if bought.count > 1 { alter { for row in bought { clear(row) } } }
    for row in rows.indices where !bought.contains(row) {
      // Another row alone, at its smallest order.
      alter {
        for other in bought { clear(other) }
        order(rows[row].rule.smallest, from: row)
      }
      if !bought.isEmpty, rows[row].lanes.contains(where: { raise[$0] < 0 }) {
        alter { order(rows[row].rule.smallest, from: row) }
      }
    }
    alter { takeNothing() }
    return result
  }
}
