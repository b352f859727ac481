import TerminalUI

/// Standing in tables and going between pages.
extension Model {
  /// Whether keys go to a page: data is there, and nothing lies over it.
  var isBrowsing: Bool { workspace != nil && helpTop == nil && prompt == nil }

  var hasTable: Bool { isBrowsing && scene(page.focus) != nil }

  /// Rows that a page of movement passes.
  var pageRows: Int {
    helpTop == nil ? visibleRows(page.focus) : max(1, layout.body.rows - 1)
  }

  /// The number of the selected row in its table's source.
  var selectedRow: Int? {
    guard let scene = scene(page.focus), page.table.selection < scene.count else { return nil }
    let row = scene.row(page.table.selection)
    return scene.source.headings[row] == nil ? row : nil
  }

  /// Where Enter leads; nil where it leads nowhere.
  var destination: Place? {
    guard let row = selectedRow else { return nil }
    return page.place.kind.destination(of: page, row: row, in: self)
  }

  mutating func move(by rows: Int) {
    if let top = helpTop {
      helpTop = max(0, top + rows)
    } else if isPanelOpen, page.place.kind.usesParameters {
      chooseParameter(by: rows.signum())
    } else {
      moveSelection(to: page.table.selection + rows, direction: rows.signum())
    }
  }

  mutating func move(to position: Int) {
    if helpTop != nil {
      helpTop = position == 0 ? 0 : Int.max / 2
    } else {
      moveSelection(to: position, direction: position == 0 ? 1 : -1)
    }
  }

  /// Selects the row at a position, or the next one in `direction` that is not a heading.
  private mutating func moveSelection(to position: Int, direction: Int) {
    guard let scene = scene(page.focus), scene.count > 0 else { return }
    func isHeading(_ position: Int) -> Bool {
      scene.source.headings[scene.row(position)] != nil
    }
    var target = max(0, min(position, scene.count - 1))
    while isHeading(target), scene.isValid(target + direction) { target += direction }
    // A heading at the very end, or the very start: the nearest row is on the other side.
    while isHeading(target), scene.isValid(target - direction) { target -= direction }
    page.table.selection = target
    // The heading over the first rows comes into sight with them.
    if target > 0, isHeading(target - 1), page.table.top == target { page.table.top = target - 1 }
    page.table.settle(count: scene.count, visible: visibleRows(page.focus))
    page.question = nil
  }

  mutating func open(_ place: Place) {
    if page.place == place { return }
    // A screen is gone to whole: its keys work nowhere else.
    if let screen = ScreenName.allCases.first(where: { $0.home == place }) {
      let origin = self.screen
      stacks[screen] = stacks[screen].map { Array($0.prefix(1)) }
      show(screen)
      if origin != screen { originOfScreen[screen] = ScreenOrigin(screen: origin) }
      return
    }
    stacks[screen, default: []].append(Page(place))
  }

  /// Opens what the selected row is about, with the figure chosen there that changes it, or with
  /// the list arranged for it.
  mutating func openSelected() {
    guard let row = selectedRow, let place = destination else { return }
    let figure = page.place.kind.figure(of: page, row: row, in: self)
    let arrangement = page.place.kind.arrangement(of: page, row: row, in: self)
    open(place)
    if let figure { chooseFigure(at: figure) }
    if let arrangement { arrange(arrangement) }
  }

  /// Shows of the list that Enter led to what was spoken of there.
  private mutating func arrange(_ arrangement: Arrangement) {
    let before = page
    originOfScreen[screen]?.before = before
    originOfScreen[screen]?.filter = arrangement.filter
    page.focus = page.place.kind.firstFocus
    page.table = TableState()
    page.table.arrangement = arrangement
    page.table.column = arrangement.sortColumn
  }

  /// Whether the filter is the one that the list was found with: Esc leads back from it, as from
  /// any page.
  var isFilterOfOrigin: Bool {
    guard wayBack != nil, let filter = originOfScreen[screen]?.filter else { return false }
    return !filter.isEmpty && filter == page.table.arrangement.filter
  }

  /// The screen where Enter was pressed to come to this one; nil where a key of its own led here.
  var wayBack: ScreenName? { depth == 1 ? originOfScreen[screen]?.screen : nil }

  mutating func goBack() {
    if depth > 1 {
      stacks[screen]?.removeLast()
    } else if let wayBack {
      if let before = originOfScreen[screen]?.before { page = before }
      originOfScreen[screen] = nil
      let further = originOfScreen[wayBack]
      show(wayBack)
      originOfScreen[wayBack] = further
    }
  }

  mutating func show(_ screen: ScreenName) {
    originOfScreen[screen] = nil
    self.screen = screen
    isPanelOpen = false
    // Another workbench may have saved something.
    if screen == .scenarios { shelf.version += 1 }
  }

  /// So many screens on, around the end.
  mutating func showScreen(after steps: Int) {
    let all = ScreenName.allCases
    let place = (all.firstIndex(of: screen) ?? 0) + steps
    show(all[(place % all.count + all.count) % all.count])
  }

  var canEscape: Bool {
    helpTop != nil
      || isBrowsing
        && (isPanelOpen || depth > 1 || page.question != nil || !page.table.search.isEmpty
          || !page.table.arrangement.filter.isEmpty || wayBack != nil && !stopsOnEscape)
  }

  /// On the plan screen Esc stops a solve before it leads back to where one came from.
  private var stopsOnEscape: Bool { screen == .plan && planning.isSolving }

  /// One step out of whatever one is in.
  mutating func escape() {
    if helpTop != nil {
      helpTop = nil
    } else if isPanelOpen {
      isPanelOpen = false
    } else if page.question != nil {
      page.question = nil
    } else if !page.table.arrangement.filter.isEmpty, !isFilterOfOrigin {
      setFilter("")
    } else if !page.table.search.isEmpty {
      page.table.search = ""
    } else {
      goBack()
    }
  }
}

extension TableScene {
  func isValid(_ position: Int) -> Bool { position >= 0 && position < count }
}
