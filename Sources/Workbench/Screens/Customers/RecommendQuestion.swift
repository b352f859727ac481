import InventoryPlanning
import Recommendations
import RetailData

/// What a method recommends to a customer.
struct RecommendQuestion: Question {
  let customer: Int
  let method: Method
  let mode: Mode
  let parameters: RecommenderParameters
  let terms: TermWeights
  /// Whom it is for.
  let persona: PersonaChoice

  /// Rows shown, and so the most that can be asked why.
  static let limit = 50

  var family: QuestionFamily {
    QuestionFamily(name: "recommend \(method.rawValue)", subject: customer)
  }

  struct Recommended: Sendable {
    let list: [Recommendation]
    let source: TableSource
  }

  var training: Training? { Training(method, parameters: parameters) }

  func isAnswerable(in workspace: Workspace) -> Bool {
    workspace.analysis != nil && (training.map { workspace.models[$0] != nil } ?? true)
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Recommended {
    let list = try list(from: workspace, work: work)
    return Recommended(
      list: list,
      source: source(list, workspace.dataset, workspace.analysis?.reach?.table))
  }

  func list(from workspace: Workspace, work: WorkContext) throws -> [Recommendation] {
    guard
      let recommender = try workspace.recommender(method, parameters: parameters, work: work)
    else { throw CancellationError() }
    let personas =
      persona == .everyone
      ? nil : workspace.analysis.map { Personas(of: customer, in: $0.coPurchases) }
    let found = recommender.recommend(
      to: customer, limit: Self.limit * (personas == nil ? 1 : Personas.mostPersonas), mode: mode,
      adding: workspace.analysis?.term(terms))
    return personas?.arranged(found, for: persona, limit: Self.limit) ?? found
  }

  private func source(
    _ list: [Recommendation], _ dataset: Dataset, _ reached: ReachTable?
  ) -> TableSource {
    let items = list.map { Int($0.item) }
    var bought: [Int32: Int32] = [:]
    for line in dataset.purchases.lines(ofCustomer: customer) {
      bought[dataset.purchases.items[line], default: 0] += 1
    }
    let because = list.map { recommendation in
      recommendation.because.prefix(3).map { dataset.items.ids[Int($0.item)] }
        .joined(separator: ", ")
    }
    let places = method == .bestsellers || method == .ownFavourites ? 0 : method.isLearned ? 3 : 2
    var columns: [TableColumn] = [
      TableColumn(
        "rank", "#", .integers(Column(items.indices.map { Int32($0 + 1) })), .count, priority: 0),
      .ids(of: items, in: dataset, priority: 1),
      .titles(of: items, in: dataset, width: 18...40, priority: 3),
      TableColumn(
        "score", "Score", .doubles(Column(list.map(\.score))), .decimal(places), priority: 2),
      TableColumn(
        "bought", "Bought", .integers(Column(list.map { bought[$0.item] ?? 0 })), .count,
        priority: 6),
    ]
    if let reached {
      let region = Int(dataset.customers.regions[customer])
      columns += reachColumns(list.map { reached[Int($0.item), region] }, dataset.network)
    }
    columns += termColumns(list.map(\.amounts), places: max(2, places))
    if method == .blend { columns += partColumns(list) }
    // Worth its room only where the method had to fall back on something else.
    if Set(list.map(\.reason)).count > 1 {
      columns.append(
        TableColumn(
          "reason", "Reason", .strings(StringColumn(list.map(\.reason.rawValue))), .text,
          width: 17...17, priority: 7))
    }
    if method == .relatedItems {
      columns.append(
        TableColumn(
          "because", "Because of", .strings(StringColumn(because)), .text, width: 20...30,
          priority: 9))
    }
    return TableSource(
      key: TableKey(name: "recommended", basis: AnyQuestion(self)), rowCount: list.count,
      columns: columns, subjects: Column(list.map(\.item)), noun: "item")
  }

  /// What the scores of a blend are the sums of.
  private func partColumns(_ list: [Recommendation]) -> [TableColumn] {
    BlendParts.Kind.allCases.map { kind in
      TableColumn(
        kind.rawValue, kind.title, .doubles(Column(list.map { $0.parts?[kind] ?? .nan })),
        .decimal(2), priority: 5)
    }
  }

  /// What was added to the scores, kind by kind.
  private func termColumns(_ amounts: [[ScoreTerm.Amount]], places: Int) -> [TableColumn] {
    let kinds = amounts.first?.map(\.kind) ?? []
    return kinds.enumerated().map { place, kind in
      let title =
        kind == .reach ? "Adds" : kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
      return TableColumn(
        "\(kind)_adds", title, .doubles(Column(amounts.map { $0[place].value })),
        .decimal(places), priority: 5)
    }
  }

  /// How soon, with the stock of today, and from where.
  private func reachColumns(_ reaches: [Reach?], _ network: Network) -> [TableColumn] {
    let text = ReachText(network: network)
    let promises = reaches.map { $0?.promise }
    let places = promises.map { promise in
      promise.map { text.name(network.facilities[Int($0.facility)]) } ?? ""
    }
    return [
      TableColumn(
        "reach", "Reach", .strings(StringColumn(reaches.map { text.short($0) })), .text,
        width: 10...14, priority: 4),
      TableColumn(
        "from", "From", .strings(StringColumn(places)), .text, width: 8...20, priority: 8),
      TableColumn(
        "promise_hours", "Hours",
        .doubles(
          Column(promises.map { $0.map { network.speeds[Int($0.speed)].promiseHours } ?? .nan })),
        .count, priority: 12),
    ]
  }
}

extension Workspace {
  /// Makes recommenders from the quickest lists at hand; nil before the counts are there.
  func factory(for parameters: RecommenderParameters) -> RecommenderFactory? {
    analysis.map {
      $0.factory.with(lists: $0.lists(parameters.relatedness, limit: parameters.listLength))
    }
  }

  /// The recommender of a method; nil before what it is made of is there.
  func recommender(
    _ method: Method, parameters: RecommenderParameters, work: WorkContext
  ) throws -> (any Recommender)? {
    guard var factory = factory(for: parameters) else { return nil }
    if let training = Training(method, parameters: parameters) {
      guard let model = models[training] else { return nil }
      factory = factory.with(model)
    }
    return try factory.make(method, parameters: parameters, work: work)
  }
}

extension Model {
  func recommendQuestion(_ customer: Int, _ method: Method? = nil) -> RecommendQuestion {
    let method = method ?? parameters.method
    return RecommendQuestion(
      customer: customer, method: method, mode: parameters.mode,
      parameters: parameters.recommender(for: method), terms: parameters.terms,
      persona: parameters.persona)
  }
}
