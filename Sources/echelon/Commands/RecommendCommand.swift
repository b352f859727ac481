import ArgumentParser
import InventoryPlanning
import Recommendations
import RetailData

extension Method: ExpressibleByArgument {}
extension Mode: ExpressibleByArgument {}

/// `echelon recommend`: what a customer would be shown, and why.
struct RecommendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommend",
    abstract: "Recommend items to a customer, or to all customers.",
    discussion: """
      With --why, each recommendation by related-items, linear-autoencoder or factorization is \
      taken apart: what every purchase of the customer contributes. The contributions add up to \
      the score. JSON has them as because: always for one customer, with --why for all.

      linear-autoencoder, factorization, autoencoder, autoencoder-reconstruct and blend learn from \
      the data first. What they learned is kept beside it, for the same data and parameters. The \
      score of blend is a sum of three: the network's forecast, related items, and the customer's \
      own rhythm; e to the difference of two scores is how much likelier the one is bought.

      Where the data has deliveries.csv, speed and facility_id say how soon the customer's region \
      can have the item from the stock of today, and from where. With --reach, that counts: the \
      column reach says what it adds to the score.

      EXAMPLES
        echelon recommend 17850 --data shop --why
        echelon recommend 17850 --method similar-customers --mode new --limit 6
        echelon recommend --all --limit 6 --format csv
        echelon recommend C0042 --reach 10 --why
        echelon recommend C0042 --mode again    what is due, and when
      """)

  @Argument(help: "The customer's id.")
  var customer: String?

  @Flag(help: "Recommend to every customer, in the order of the data.")
  var all = false

  @Option(
    name: .customLong("method"),
    help: "How to choose what to recommend. (default: related-items; buy-again with --mode again)")
  var namedMethod: Method?

  @Option(help: "Whether items that the customer has bought may be recommended.")
  var mode: Mode = .all

  @OptionGroup
  var length: LimitOptions

  @Flag(help: "Say what each purchase contributes to each score.")
  var why = false

  @OptionGroup
  var tuning: RecommenderOptions

  @OptionGroup
  var global: GlobalOptions

  /// What is bought again has a method of its own.
  private var method: Method { namedMethod ?? (mode == .again ? .buyAgain : .relatedItems) }

  func validate() throws {
    if customer == nil, !all {
      throw ValidationError("Name a customer, or say --all.")
    }
    if let customer, all {
      throw ValidationError("Either the customer '\(customer)' or --all, not both.")
    }
  }

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let dataset = try session.openDataset()
    let customers = try self.customers(of: dataset)
    let counts = try CoPurchases(dataset.purchases, work: session.work)
    let recommender = try recommender(for: dataset, counts, session)
    let reach = reach(of: dataset, session)
    let term = ScoreTerm(sumOf: [
      reach?.term(weight: tuning.reach, in: dataset), preference(in: dataset, session),
    ])
    let layout = RecommendationLayout(
      dataset: dataset, format: global.resultFormat, namesCustomer: all, explains: why,
      reach: reach, kinds: tuning.weights.map(\.kind), method: method)
    let table = ResultTable(
      columns: layout.columns, format: global.resultFormat,
      caption: caption + persons(customers, dataset, counts),
      emptyText: "nobody has bought anything that could be recommended")
    var explained: [(customer: Int, recommendations: [Recommendation])] = []
    try table.write { row in
      // A batch at a time: the recommendations of a large shop do not fit in memory.
      for start in stride(from: customers.lowerBound, to: customers.upperBound, by: 8_192) {
        let batch = start..<min(start + 8_192, customers.upperBound)
        let wanted = length.limit * (tuning.persona == .everyone ? 1 : Personas.mostPersonas)
        var results = try recommender.recommend(
          toAll: batch, limit: wanted, mode: mode, adding: term, work: session.work)
        if tuning.persona != .everyone {
          results = zip(batch, results).map { customer, list in
            Personas(of: customer, in: counts)
              .arranged(list, for: tuning.persona, limit: length.limit)
          }
        }
        session.progress.clear()
        for (customer, recommendations) in zip(batch, results) {
          for cells in layout.rows(of: recommendations, for: customer) { try row(cells) }
          if why, global.resultFormat == .table { explained.append((customer, recommendations)) }
        }
      }
    }
    guard !explained.isEmpty else { return }
    try Destination.standardOutput.write { stream in
      stream.append("\n")
      var table = ExplanationTable(dataset: dataset, namesCustomer: all, stream: &stream)
      for (customer, recommendations) in explained {
        table.append(recommendations, for: customer, to: &stream)
      }
      try table.end(to: &stream)
    }
  }

  private var caption: String {
    let method =
      method == .relatedItems
      ? "related-items (\(tuning.relatedness.summary))" : method.rawValue
    let weights = tuning.weights.map { ", \($0.kind) \(FixedPoint.shortText($0.weight))" }.joined()
    return "For \(customer ?? "all customers"): \(method), \(mode.rawValue)\(weights)"
  }

  /// Who seems to share the account, where that matters.
  private func persons(_ customers: Range<Int>, _ dataset: Dataset, _ counts: CoPurchases) -> String
  {
    guard tuning.persona != .everyone, !all else { return "" }
    let personas = Personas(of: customers.lowerBound, in: counts)
    let parts = zip(personas.labels(in: dataset.items), personas.groups).map { label, group in
      "\(label) \(FixedPoint.text(group.share * 100, decimals: 0)) %"
    }
    return "; for \(tuning.persona.rawValue) of \(parts.joined(separator: ", "))"
  }

  /// What customers prefer; nil where it has no weight, or the data says nothing of brands and the
  /// like.
  private func preference(in dataset: Dataset, _ session: Session) -> ScoreTerm? {
    guard !tuning.preferences.isZero else { return nil }
    let items = dataset.items
    for (name, weight, isKnown) in [
      ("brand", tuning.brand, items.brands.codes.contains { $0 >= 0 }),
      ("category", tuning.category, items.categories.codes.contains { $0 >= 0 }),
      ("price", tuning.price, items.prices.contains { $0.isFinite }),
    ] where weight > 0 && !isKnown {
      session.note("--\(name) has no effect: \(dataset.name) has no \(name) of any item")
    }
    return ScoreTerm(
      PreferenceModel(dataset.purchases, traits: ItemTraits(items)), weights: tuning.preferences)
  }

  /// From the stock of today; nil where nothing is known of deliveries.
  private func reach(of dataset: Dataset, _ session: Session) -> ReachTable? {
    // What the planner would assume of items is of no interest here.
    var notices: [Notice] = []
    let table = ReachTable(today: PlanInput(dataset: dataset, notices: &notices))
    if table == nil, tuning.reach > 0 {
      session.note(
        "--reach has no effect: \(dataset.name) has no deliveries.csv that says how soon "
          + "anything could be there")
    }
    return table
  }

  private func customers(of dataset: Dataset) throws -> Range<Int> {
    guard let customer else { return 0..<dataset.customers.count }
    let number = try dataset.number(ofCustomer: customer)
    return number..<number + 1
  }

  private func recommender(
    for dataset: Dataset, _ counts: CoPurchases, _ session: Session
  ) throws -> any Recommender {
    let parameters = tuning.parameters(seed: global.seed)
    // One customer's lists are counted on demand; for all customers it pays to have all lists.
    let lists: any RelatedLists =
      all && [.relatedItems, .blend].contains(method)
      ? try session.lists(of: dataset, by: parameters.relatedness, length: parameters.listLength) {
        counts
      } : counts
    let factory = RecommenderFactory(
      purchases: dataset.purchases, coPurchases: counts, lists: lists, end: dataset.end)
    return try session.withModel(for: method, parameters: parameters, of: dataset, factory)
      .make(method, parameters: parameters, work: session.work)
  }
}
