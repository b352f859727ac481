import Recommendations
import TerminalUI

/// Remembering, and coming back.
extension Model {
  mutating func chooseTheme(_ name: String?) -> [Effect] {
    guard let name else { return setTheme(theme == .dark ? .light : .dark) }
    guard let chosen = Theme(rawValue: name.trimmingSpaces.lowercased()) else {
      complain("no theme “\(name)”; there are dark and light")
      return []
    }
    return setTheme(chosen)
  }

  private mutating func setTheme(_ chosen: Theme) -> [Effect] {
    theme = chosen
    remembered = remembered ?? SessionRecord()
    remembered?.theme = chosen
    say("theme \(chosen.rawValue)")
    return [.setTheme(chosen)] + sessionEffects
  }

  /// Has what shall be there again next time kept.
  var sessionEffects: [Effect] { [.saveSession(session)] }

  /// What shall be there again next time.
  var session: SessionRecord {
    var record = remembered ?? SessionRecord()
    if workspace != nil {
      var data = SessionRecord.DataRecord()
      data.screen = screen
      data.parameters = parameters
      data.parameter = parameter
      data.plan = planning.changes.isEmpty ? nil : planning.changes
      data.scenario = shelf.origin
      for screen in ScreenName.allCases {
        if var state = stacks[screen]?.first?.tables.first {
          state.followed = nil
          data.tables[screen] = state
        }
      }
      record.data[dataKey] = data
    }
    return record
  }

  /// Puts the screens as they were left, as far as the data still allows.
  mutating func restoreSession() {
    guard workspace != nil, let data = remembered?.data[dataKey] else { return }
    screen = data.screen
    parameters = data.parameters.valid
    parameter = data.parameter
    restorePlan(data)
    for (name, state) in data.tables {
      guard var page = stacks[name]?.first, !page.tables.isEmpty,
        let source = page.place.kind.source(0, of: page, in: self)?.value
      else { continue }
      var state = state
      let isKnown = state.arrangement.sortColumn.map { source.column($0) != nil } ?? true
      if !isKnown { state.arrangement.sortColumn = nil }
      if (try? Filter(state.arrangement.filter, columns: source.columns)) == nil {
        state.arrangement.filter = ""
      }
      state.selection = max(0, min(state.selection, source.rowCount - 1))
      state.top = max(0, state.top)
      page.tables[0] = state
      stacks[name]?[0] = page
    }
  }
}

extension Model {
  /// Goes on with the changes that were there, and says so: what is planned is not what the data
  /// says.
  private mutating func restorePlan(_ data: SessionRecord.DataRecord) {
    shelf.origin = data.scenario
    guard let changes = data.plan, !changes.isEmpty else { return }
    restorePlan(changes)
    let name = scenarioTitle.map { " (\($0))" } ?? ""
    let them = changes.list.count == 1 ? "it" : "them"
    say(
      "planning with \(counted(changes.list.count, "change")) as you left \(them)\(name); "
        + "plan.reset takes the data's figures")
  }
}

extension Parameters {
  /// With values that a damaged or older file may have made impossible put right.
  var valid: Parameters {
    var valid = self
    let fresh = Parameters()
    if !(0...Self.maximumKappa).contains(relatedness.kappa) {
      valid.relatedness.kappa = fresh.relatedness.kappa
    }
    valid.halfLife = Self.validDays(halfLife)
    let sequence = relatedness.sequence
    valid.relatedness.sequence = PurchaseSequence(
      withinDays: Self.validDays(sequence.withinDays),
      halfLifeDays: Self.validDays(sequence.halfLifeDays))
    valid.relatedness.support = max(1, min(Self.maximumSupport, relatedness.support))
    if !(0...Self.maximumWeight).contains(reach) { valid.reach = fresh.reach }
    let weights = [preferences.brand, preferences.category, preferences.price]
    if !weights.allSatisfy((0...Self.maximumWeight).contains) {
      valid.preferences = fresh.preferences
    }
    valid.listLength = max(1, min(Self.maximumListLength, listLength))
    valid.neighbours = max(1, min(Self.maximumNeighbours, neighbours))
    return valid
  }
}
