import InventoryPlanning

/// The screens of the number keys, in order.
enum ScreenName: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
  case overview, items, customers, network, plan, lab, simulation, scenarios

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The key that goes there.
  var number: Int {
    switch self {
    case .overview: 1
    case .items: 2
    case .customers: 3
    case .network: 4
    case .plan: 5
    case .lab: 6
    case .simulation: 7
    case .scenarios: 8
    }
  }

  /// The page the screen starts at.
  var home: Place {
    switch self {
    case .overview: .overview
    case .items: .items
    case .customers: .customers
    case .network: .network
    case .plan: .plan
    case .lab: .lab
    case .simulation: .simulation
    case .scenarios: .scenarios
    }
  }
}

/// What a page is about.
enum Place: Hashable, Sendable {
  case overview
  /// One of the data's notices, by its place among them.
  case notice(Int)
  /// One of the reasons why there is no plan.
  case finding(Int)
  case items
  case item(Int)
  /// Where an item's likely next buyers live.
  case buyers(item: Int)
  case customers
  case customer(Int)
  case methods(customer: Int)
  /// The methods' lists item by item.
  case aligned(customer: Int)
  case network
  case facility(Int)
  case plan
  /// What the plan has other than the baseline.
  case planDifferences
  /// What the plan buys, and what it moves.
  case planPurchases, planTransfers
  case lab
  /// What heavy buyers do to a naive expectation.
  case heavyBuyers
  /// Of what was called due, how much was bought.
  case dueDates
  /// What was judged before, and one of them by its number in the file.
  case evaluations
  case evaluation(Int64)
  case simulation
  /// The days of one item or facility once more.
  case replay(ReplaySubject)
  case scenarios
  /// Two scenarios side by side.
  case comparison(ComparedSide, ComparedSide)

  /// How such a page behaves: the one list that a new kind of page is added to.
  var kind: any PageKind {
    switch self {
    case .overview: OverviewPage()
    case .notice(let notice): NoticePage(notice: notice)
    case .finding(let finding): FindingPage(finding: finding)
    case .items: ItemsPage()
    case .item(let item): ItemPage(item: item)
    case .buyers(let item): BuyersPage(item: item)
    case .customers: CustomersPage()
    case .customer(let customer): CustomerPage(customer: customer)
    case .methods(let customer): MethodsPage(customer: customer)
    case .aligned(let customer): AlignedPage(customer: customer)
    case .network: NetworkPage()
    case .facility(let facility): FacilityPage(facility: facility)
    case .plan: PlanPage()
    case .planDifferences: PlanDifferencesPage()
    case .planPurchases: PlanListPage(list: .purchases)
    case .planTransfers: PlanListPage(list: .transfers)
    case .lab: LabPage()
    case .heavyBuyers: HeavyBuyersPage()
    case .dueDates: DueDatesPage()
    case .evaluations: EvaluationsPage()
    case .evaluation(let id): EvaluationPage(id: id)
    case .simulation: SimulationPage()
    case .replay(let subject): ReplayPage(subject: subject)
    case .scenarios: ScenariosPage()
    case .comparison(let left, let right): ComparisonPage(left: left, right: right)
    }
  }
}

/// A place and how the analyst left it: coming back finds everything as it was.
struct Page: Hashable, Sendable {
  let place: Place
  var tables: [TableState]
  /// The table that keys act on. A page without tables takes no notice of them.
  var focus: Int
  /// What the page was asked about besides its subject: the item of "why not".
  var question: Int?

  init(_ place: Place) {
    self.place = place
    let kind = place.kind
    tables = kind.tables
    focus = kind.firstFocus
  }

  var table: TableState {
    get { tables.indices.contains(focus) ? tables[focus] : TableState() }
    set { if tables.indices.contains(focus) { tables[focus] = newValue } }
  }
}
