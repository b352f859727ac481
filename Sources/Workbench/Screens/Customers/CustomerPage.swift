import Recommendations
import RetailData
import TerminalUI

/// One customer: what was bought, what is recommended, and why.
struct CustomerPage: PageKind {
  let customer: Int

  /// The columns, left to right, by the table that each is about.
  enum Part: Int, CaseIterable { case history, recommended, why }

  /// The table of what is due again, under the recommendations.
  static let again = 3

  var tables: [TableState] {
    [TableState(selection: 1), TableState(), TableState(), TableState()]
  }

  var firstFocus: Int { Part.recommended.rawValue }

  var usesParameters: Bool { true }

  func crumb(in workspace: Workspace) -> String { workspace.dataset.customers.ids[customer] }

  func summary(in workspace: Workspace) -> String {
    let dataset = workspace.dataset
    var parts: [String] = []
    let region = Int(dataset.customers.regions[customer])
    if region >= 0 { parts.append(dataset.network.regions[region].name) }
    if let figures = workspace.figures {
      parts.append(counted(Int(figures.orders[customer]), "order"))
    }
    let lines = dataset.purchases.lines(ofCustomer: customer)
    parts.append(counted(lines.count, "line"))
    if let first = lines.first {
      parts.append("since \(NumberText.date(dataset.purchases.times[first]))")
    }
    return parts.joined(separator: " · ")
  }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let shown = Self.parts(in: area.columns, focus: page.focus)
    let width = area.columns / shown.count
    return shown.enumerated().flatMap { index, part -> [Pane] in
      let isLast = index == shown.count - 1
      let column = area.column + index * width
      let columns = isLast ? area.columns - index * width : width - 2
      return panes(
        part, in: Rect(column: column, row: area.row, columns: columns, rows: area.rows))
    }
  }

  /// What fits side by side, left to right: the part in front always does.
  static func parts(in columns: Int, focus: Int) -> [Part] {
    // What is due again stands with what is recommended.
    let focus = Part(rawValue: focus) ?? .recommended
    if columns >= 150 { return [.history, .recommended, .why] }
    if columns < 104 { return [focus] }
    return focus == .history ? [.history, .recommended] : [.recommended, .why]
  }

  private func panes(_ part: Part, in area: Rect) -> [Pane] {
    // The why pane says whose score it is, what the addends come to, and how soon it can be there.
    let (head, rest) = area.splitRows(top: part == .why ? 7 : 2)
    let card = Pane(content: .card("\(part)"), area: head)
    guard part == .recommended, rest.rows >= 12 else {
      return [card, Pane(content: .table(part.rawValue), area: rest)]
    }
    let (list, again) = rest.splitRows(top: rest.rows - max(6, rest.rows / 3))
    return [
      card, Pane(content: .table(part.rawValue), area: list),
      Pane(content: .table(Self.again), area: again, heading: "Buy again"),
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    if table == Self.again {
      return model.answers.known(BuyAgainQuestion(customer: customer)).map { Shown($0.value) }
    }
    switch Part(rawValue: table) {
    case .history:
      return model.answers.known(HistoryQuestion(customer: customer)).map { Shown($0.value) }
    case .recommended:
      return recommended(model).map { Shown($0.value.source, isCurrent: $0.isCurrent) }
    case .why:
      guard let question = whyQuestion(page, model) else {
        return addendsQuestion(page, model).flatMap { model.answers.known($0) }.map {
          Shown($0.value, isCurrent: $0.isCurrent)
        }
      }
      return model.answers.known(question).map { Shown($0.value.source, isCurrent: $0.isCurrent) }
    case nil:
      return nil
    }
  }

  func recommended(_ model: Model) -> Answers.Known<RecommendQuestion.Recommended>? {
    model.answers.known(model.recommendQuestion(customer))
  }

  /// The item that the why pane is about: the one asked for, or the one selected.
  func explained(_ page: Page, _ model: Model) -> Int? {
    page.question ?? selectedRecommendation(page, model).map { Int($0.item) }
  }

  func selectedRecommendation(_ page: Page, _ model: Model) -> Recommendation? {
    guard let scene = model.scene(Part.recommended.rawValue),
      let list = recommended(model)?.value.list,
      scene.isValid(scene.state.selection)
    else { return nil }
    let row = scene.row(scene.state.selection)
    return list.indices.contains(row) ? list[row] : nil
  }

  /// Nil where the reason is not a sum over purchases.
  func whyQuestion(_ page: Page, _ model: Model) -> WhyQuestion? {
    guard let item = explained(page, model) else { return nil }
    let isRelated = selectedRecommendation(page, model)?.reason == .related
    guard page.question != nil || isRelated else { return nil }
    return WhyQuestion(
      customer: customer, item: item, mode: model.parameters.mode,
      parameters: model.parameters.recommender(for: .relatedItems),
      terms: model.parameters.terms, isWhyNot: page.question != nil)
  }

  /// Nil where the score is not a sum of what a method has learned.
  func addendsQuestion(_ page: Page, _ model: Model) -> AddendsQuestion? {
    guard page.question == nil, let selected = selectedRecommendation(page, model),
      [.linearAutoencoder, .factorization, .blend].contains(selected.reason)
    else { return nil }
    return AddendsQuestion(
      recommended: model.recommendQuestion(customer), item: Int(selected.item))
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    var questions: [any Question] = [
      HistoryQuestion(customer: customer), model.recommendQuestion(customer),
      BuyAgainQuestion(customer: customer), PersonaQuestion(customer: customer),
    ]
    if let why = whyQuestion(page, model) { questions.append(why) }
    if let addends = addendsQuestion(page, model) { questions.append(addends) }
    if let item = explained(page, model), let reach = model.planReachQuestion(item) {
      questions.append(reach)
    }
    return questions
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    source(page.focus, of: page, in: model)?.value.subject(row).map { .item($0) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    switch name {
    case "history":
      canvas.drawPartTitle("History", .history, page, model)
      if let people = model.answers.known(PersonaQuestion(customer: customer))?.value {
        canvas.write(people, column: 1, row: 1, .dim)
      }
    case "recommended":
      var note = "\(model.parameters.method.rawValue) · \(model.parameters.mode.rawValue)"
      let terms = model.parameters.termsText
      if !terms.isEmpty { note += " · \(terms)" }
      if model.parameters.persona != .everyone {
        note += " · for \(model.parameters.text(.persona))"
      }
      canvas.drawPartTitle("Recommended", .recommended, page, model, note: note)
    default: canvas.drawWhy(self, page, model)
    }
  }

  func method(of table: Int, in model: Model) -> Method? {
    switch Part(rawValue: table) {
    case .recommended: model.parameters.method
    case .why where model.page.question == nil: model.parameters.method
    default: nil
    }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    if table == Self.again { return "nothing was bought yet" }
    return switch Part(rawValue: table) {
    case .history: "no purchases"
    case .recommended:
      switch model.parameters.mode {
      case .all: "nothing to recommend: nobody bought anything"
      case .new: "everything that is sold was bought already; mode all (p) shows it again"
      case .again: "nothing was bought before; mode all (p) shows everything"
      }
    default: "no purchase speaks for this item"
    }
  }
}
