/// What follows from any change of the model: asking for what is missing, dropping what is no
/// longer wanted, and keeping every selection on a row that exists.
import TerminalUI
extension Model {
  mutating func settle() -> [Effect] {
    guard var workspace else { return [] }
    workspace.plan = planning.newest
    workspace.planBaseline = planning.baseline
    followScenario()
    settleTables()
    let wanted = wantedQuestions.filter {
      !answers.isSettled($0) && $0.base.isAnswerable(in: workspace)
    }
    var effects: [Effect] = isRelatingStopped ? [] : startRelating()
    for (id, work) in running.sorted(by: { $0.key < $1.key }) {
      if case .answer(let question) = work.purpose, !wanted.contains(question) {
        running[id] = nil
        effects.append(.cancel(id))
      }
    }
    for question in wanted where !isRunning(.answer(question)) {
      effects.append(.start(begin(.answer(question)), .answer(question, workspace)))
    }
    return effects + settleLearning(workspace) + settlePlanning(workspace) + settleScenarios()
  }

  /// Whether something on screen is about to change: worth a moment's wait before drawing.
  var awaitsAnswers: Bool {
    running.values.contains { if case .answer = $0.purpose { true } else { false } }
  }

  private var wantedQuestions: [AnyQuestion] {
    let page = page
    let kind = page.place.kind
    var wanted = kind.questions(of: page, in: self).map { AnyQuestion($0) }
    for (index, state) in page.tables.enumerated() where !state.arrangement.isNatural {
      guard let source = kind.source(index, of: page, in: self) else { continue }
      wanted.append(
        AnyQuestion(ArrangeQuestion(source: source.value, arrangement: state.arrangement)))
    }
    if let previewQuestion { wanted.append(AnyQuestion(previewQuestion)) }
    if let pendingFind { wanted.append(AnyQuestion(pendingFind)) }
    if let prompt, prompt.completes, !prompt.field.isEmpty {
      wanted.append(
        AnyQuestion(
          MatchQuestion(
            text: prompt.field.text, isForItemsOnly: prompt.purpose == .whyNot)))
    }
    var seen: Set<AnyQuestion> = []
    return wanted.filter { seen.insert($0).inserted }
  }

  private mutating func settleTables() {
    adoptFound()
    for table in page.tables.indices {
      guard let scene = scene(table) else { continue }
      var state = page.tables[table]
      if let followed = state.followed, scene.isCurrent {
        let position = scene.rows?.firstIndex(of: Int32(followed))
        state.selection = position ?? (scene.rows == nil ? followed : 0)
        state.followed = nil
      }
      if scene.count > 0 || scene.isCurrent {
        if panes.contains(where: { $0.content == .table(table) }) {
          state.settle(count: scene.count, visible: visibleRows(table))
        } else {
          state.selection = max(0, min(state.selection, scene.count - 1))
        }
        // A selection never rests on a heading when there is a row below it.
        while state.selection < scene.count - 1,
          scene.source.headings[scene.row(state.selection)] != nil
        {
          state.selection += 1
        }
      }
      page.tables[table] = state
    }
  }

  /// Moves the selection to what a search has found.
  private mutating func adoptFound() {
    guard let find = pendingFind, answers.isSettled(AnyQuestion(find)) else { return }
    pendingFind = nil
    guard let scene = scene(page.focus), scene.source.key == find.source.key,
      page.table.arrangement == find.arrangement
    else { return }
    if let position = answers.known(find)?.value {
      page.table.selection = position
      if notice?.isProblem == true { notice = nil }
    } else {
      if let prompt, prompt.purpose == .search {
        page.table.selection = prompt.before.selection
        page.table.top = prompt.before.top
      }
      complain("no \(inPlural(find.source.noun)) match “\(find.text)”; Esc clears the search")
    }
  }
}
