import RetailData
import ScenarioStore

/// Naming what-ifs, and coming back to them.
extension Model {
  /// The scenarios in the file, as far as they are known.
  var savedScenarios: Answers.Known<ScenarioList>? {
    answers.known(scenariosQuestion)
  }

  var scenariosQuestion: ScenariosQuestion {
    ScenariosQuestion(
      version: shelf.version, marked: shelf.marked, present: shelf.origin?.name,
      isChanged: shelf.origin?.changes != planning.changes)
  }

  /// The one under the cursor; nil on other pages.
  var selectedScenario: SavedScenario? {
    guard isBrowsing, page.place == .scenarios, let row = selectedRow,
      let list = savedScenarios?.value.saved, list.indices.contains(row)
    else { return nil }
    return list[row]
  }

  /// Whether the present changes can be given a name.
  var canSaveScenario: Bool { planning.input != nil && planning.ground != nil }

  /// Makes a saved scenario the present changes.
  mutating func loadScenario(_ name: String) -> [Effect] {
    guard hasPlaceForScenarios() else { return [] }
    guard let ground = planning.ground else {
      complain(planning.waitingText)
      return []
    }
    return [.start(begin(.load), .load(ScenarioLoad(name: name, ground: ground)))]
  }

  mutating func loaded(_ loaded: LoadedScenario) {
    guard let dataset = workspace?.dataset else { return }
    let name = loaded.saved.name
    replacePlanChanges(loaded.changes)
    shelf.adopt(
      ScenarioShelf.Origin(
        name: name, revision: loaded.saved.revision, changes: planning.changes))
    shelf.misfits =
      loaded.misfits.isEmpty ? nil : ScenarioShelf.Misfits(name: name, list: loaded.misfits)
    let warning = loaded.saved.warning(
      dataName: dataset.name, fingerprint: dataset.fingerprint, misfits: loaded.misfits)
    if let warning {
      complain(warning)
    } else {
      say("“\(name)” loaded: \(counted(loaded.changes.list.count, "change")); u takes it back")
    }
  }

  /// Saves the present changes, and the plan that stands for them.
  ///
  /// - Parameter inPlaceOfAny: Whatever has the name goes, unasked.
  mutating func saveScenario(as name: String, inPlaceOfAny: Bool = false) -> [Effect] {
    let name = name.trimmingSpaces
    // Saved over itself it is not asked for, unless somebody else has saved it since, or it has
    // changes that could not be loaded and would be lost.
    // What it is saved as before that gives it its number when that is done.
    let isOwn = name.isSameName(as: scenarioName) && !shelf.queue.hasSave
    let own = shelf.origin.flatMap { isOwn && $0.name.isSameName(as: name) ? $0 : nil }
    let revision = own.flatMap { $0.name == shelf.misfits?.name ? nil : $0.revision }
    guard let draft = scenarioDraft else {
      complain(planning.waitingText)
      return []
    }
    let replaced = revision.map { ScenarioStore.Replacement.revision($0) } ?? .nothing
    return keep(.save(draft, as: name, replacing: inPlaceOfAny ? .anything : replaced))
  }

  /// What the present changes are called, or will be when what waits to be saved is.
  var scenarioName: String? { shelf.queue.foreseenName(after: shelf.origin?.name) }

  private var scenarioDraft: ScenarioDraft? {
    guard let dataset = workspace?.dataset, let input = planning.input else { return nil }
    let shown = planning.figures
    return ScenarioDraft(
      changes: planning.changes, input: input,
      plan: shown?.isCurrent == true ? shown?.value : nil, dataset: dataset)
  }

  private mutating func hasPlaceForScenarios() -> Bool {
    if workspace?.scenarios != nil { return true }
    complain("there is no place to keep scenarios; name a file with --workspace")
    return false
  }

  /// Does it, when all that was asked for before is done.
  ///
  /// - Parameter isAsked: Whether the analyst asked for it, and may be asked what to do where the
  ///   name is taken.
  mutating func keep(_ act: ScenarioAct, isAsked: Bool = true) -> [Effect] {
    guard hasPlaceForScenarios() else { return [] }
    shelf.queue.add(ScenarioQueue.Turn(act: act, isAsked: isAsked))
    let effects = goOnKeeping()
    if effects.isEmpty, isAsked { say("\(act.title) waits its turn") }
    return effects
  }

  /// Begins the act whose turn it is.
  mutating func goOnKeeping() -> [Effect] {
    guard let act = shelf.queue.beginNext() else { return [] }
    return [.start(begin(.keep), .keep(act))]
  }

  /// Has the selection follow the scenario that was just named, wherever it stands now.
  mutating func followScenario() {
    shelf.settle(planning.changes)
    guard page.place == .scenarios, let name = shelf.followed, let list = savedScenarios,
      list.isCurrent
    else { return }
    shelf.followed = nil
    page.tables[0].followed = list.value.saved.firstIndex { $0.name == name }
  }

  /// The plan that a scenario was saved without is there.
  mutating func settleScenarios() -> [Effect] {
    askForReplacement()
    guard let origin = shelf.origin, origin.awaitsPlan, shelf.queue.isEmpty,
      origin.changes == planning.changes, let shown = planning.figures, shown.isCurrent,
      shown.value.isFinal, let draft = scenarioDraft
    else { return [] }
    shelf.origin?.awaitsPlan = false
    return keep(
      .save(draft, as: origin.name, replacing: .revision(origin.revision)), isAsked: false)
  }
}
