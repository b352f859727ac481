import InventoryPlanning
import RetailData

/// What an item may sell in the weeks ahead.
struct OutlookQuestion: Question {
  let item: Int
  /// Made once for the data: the item alone tells questions apart.
  let forecast: DemandForecast

  /// Of ten weeks, one is below the first and one above the last.
  static let quantiles = [0.1, 0.5, 0.9]

  var family: QuestionFamily { QuestionFamily(name: "outlook", subject: item) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> [DemandForecast.WeekOutlook] {
    forecast.outlook(ofItem: item, quantiles: Self.quantiles)
  }

  static func == (left: Self, right: Self) -> Bool { left.item == right.item }

  func hash(into hasher: inout Hasher) { hasher.combine(item) }
}

extension Model {
  func outlookQuestion(_ item: Int) -> OutlookQuestion? {
    planning.ground.map { OutlookQuestion(item: item, forecast: $0.forecast) }
  }

  func outlook(_ item: Int) -> [DemandForecast.WeekOutlook] {
    outlookQuestion(item).flatMap { answers.known($0)?.value } ?? []
  }
}
