import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// At the foot of the why pane: how soon the item can be there, from the stock of today and once
  /// the plan's has landed. Returns the first of its rows.
  mutating func drawReach(
    _ item: Int, _ customer: Int, _ workspace: Workspace, _ model: Model
  ) -> Int {
    let first = rows - 3
    guard let analysis = workspace.analysis else { return first }
    guard let today = analysis.reach else {
      write("reach not known: no deliveries.csv says who sends where", column: 1, row: first, .dim)
      return first
    }
    let region = Int(workspace.dataset.customers.regions[customer])
    guard let reach = today.table[item, region] else {
      write("reach not known: the customer has no region", column: 1, row: first, .dim)
      return first
    }
    let text = ReachText(network: workspace.dataset.network)
    write(
      "today: \(text.long(reach, to: region))", column: 1, row: first,
      reach.promise == nil ? Style(.wrong) : .normal)
    guard let figures = model.planning.figures else {
      write(
        "after the plan: not known yet, \(model.planning.waitingText)", column: 1, row: first + 1,
        .dim)
      return first
    }
    guard let planned = model.planReach(item), let regions = planned.value?.regions else {
      write("after the plan: …", column: 1, row: first + 1, Style(.stale))
      return first
    }
    let later = ReachText(network: figures.value.input.network).long(regions[region], to: region)
    let style: Style = regions[region].promise == nil ? Style(.wrong) : .normal
    write(
      "after the plan\(planned.isCurrent ? "" : " (stale)"): \(later)", column: 1, row: first + 1,
      planned.isCurrent ? style : Style(.stale))
    return first
  }
}
