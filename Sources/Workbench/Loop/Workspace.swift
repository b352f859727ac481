import Recommendations
import RetailData
import ScenarioStore

/// The data that is open, and what has been computed from it. Values that share their storage: a
/// copy for an effect costs nothing.
struct Workspace: Sendable {
  let dataset: Dataset
  /// The moment of the first purchase; nil without any.
  let start: Timestamp?
  /// Counted after opening; until then the tables show what the files say.
  var figures: Figures?
  /// Who bought what together; needed by everything that relates or recommends.
  var analysis: Analysis?
  /// What learned methods have learned.
  var models = LearnedModels()
  /// The plan on screen, for questions about it; the model's is `planning.newest`.
  var plan: PlanFigures?
  /// What it is compared with.
  var planBaseline: PlanFigures?
  /// The file of named what-ifs; nil where there is no place for one.
  var scenarios: ScenarioStore?
  var itemTable: TableSource
  var customerTable: TableSource

  init(dataset: Dataset) {
    self.dataset = dataset
    start = dataset.purchases.times.buffer.min()
    itemTable = .items(of: dataset, figures: nil)
    customerTable = .customers(of: dataset, figures: nil)
  }

  mutating func adopt(_ counted: CountedTables) {
    figures = counted.figures
    itemTable = counted.items
    customerTable = counted.customers
  }
}

/// The tables with everything counted: made in the background, since it looks at every row.
struct CountedTables: Sendable {
  let figures: Figures
  let items: TableSource
  let customers: TableSource

  init(counting dataset: Dataset, work: WorkContext) throws {
    figures = try Figures(counting: dataset, work: work)
    items = .items(of: dataset, figures: figures)
    customers = .customers(of: dataset, figures: figures)
  }
}
