import InventoryPlanning
import Recommendations
import RetailData
import TerminalUI

extension Canvas {
  /// Above the table of regions: who is counted, and how soon they could have the item in all.
  mutating func drawNextBuyersTitle(_ item: Int, _ model: Model) {
    guard let workspace = model.workspace else { return }
    let dataset = workspace.dataset
    write(
      [
        (dataset.items.ids[item] + "  ", Style(.accent, bold: true)),
        (dataset.items.titles[item], Style(.normal, bold: true)),
      ], column: 1, row: 0)
    if dataset.network.regions.isEmpty { return }
    let question = model.nextBuyersQuestion(item)
    guard let known = model.answers.known(question) else {
      write(model.nextBuyersWaiting(question), column: 1, row: 1, Style(.stale))
      return
    }
    let homes = known.value
    let style: Style = known.isCurrent ? .normal : Style(.stale)
    write(homes.found(mode: question.mode.rawValue), column: 1, row: 1, style)
    let basis = known.isCurrent ? homes.basis : model.nextBuyersWaiting(question)
    write(basis, column: 1, row: 2, known.isCurrent ? .dim : Style(.stale))
    if homes.shares.allSatisfy({ $0 == 0 }) { return }
    drawSplit(
      "today", workspace.analysis?.reach.map { ItemReach(item, in: $0.table) }, homes,
      dataset.network, row: 3, style)
    let planned = model.planReach(item)
    guard let figures = model.planning.figures, let reach = planned?.value else {
      write("after the plan: not known yet, \(model.planning.waitingText)", column: 1, row: 4, .dim)
      return
    }
    let isCurrent = planned?.isCurrent == true
    drawSplit(
      isCurrent ? "after the plan" : "after the plan (stale)", reach, homes,
      figures.value.input.network, row: 4,
      isCurrent && known.isCurrent ? .normal : Style(.stale))
  }

  private mutating func drawSplit(
    _ when: String, _ reach: ItemReach?, _ homes: NextBuyersQuestion.Homes, _ network: Network,
    row: Int, _ style: Style
  ) {
    guard let reach else {
      write("reach not known: no deliveries.csv says who sends where", column: 1, row: row, .dim)
      return
    }
    let split = RegionReach(reach, shares: homes.shares, speedCount: network.speeds.count)
    write("\(when): \(split.text(network))", column: 1, row: row, style)
  }

  /// On the item page: the regions of most next buyers, with the promise of today. Returns false
  /// where that is not known.
  mutating func drawNextBuyers(_ item: Int, _ model: Model, from first: Int) -> Bool {
    let room = rows - first - 1
    guard room > 0, let workspace = model.workspace,
      let known = model.answers.known(model.nextBuyersQuestion(item)), known.value.buyers > 0
    else { return false }
    let style: Style = known.isCurrent ? .normal : Style(.stale)
    write("Next buyers by region", column: 1, row: first, Style(.heading))
    writeRight("b: all", end: columns - 1, row: first, .dim)
    let text = ReachText(network: workspace.dataset.network)
    let order = known.value.shares.indices.filter { known.value.shares[$0] > 0 }
      .sorted { (known.value.shares[$1], $0) < (known.value.shares[$0], $1) }
    let reaches = order.prefix(room).map {
      text.short(workspace.analysis?.reach?.table[item, $0])
    }
    // Bars that compare must have one length.
    let width = reaches.map { TextWidth.width(of: $0) }.max() ?? 0
    for (line, region) in order.prefix(room).enumerated() {
      let share = known.value.shares[region]
      let percent = NumberText.short(share * 100, places: 0)
      let reach = reaches[line]
      let gap = String(repeating: " ", count: width - TextWidth.width(of: reach))
      drawBar(
        text.name(region), value: share, of: 1, row: first + 1 + line,
        text: "\(percent.count < 2 ? " " : "")\(percent) %  \(reach)\(gap)")
      if !known.isCurrent { restyle(row: first + 1 + line, style) }
    }
    return true
  }
}

extension NextBuyersQuestion.Homes {
  fileprivate func found(mode: String) -> String {
    let list = "first \(NextBuyersQuestion.top) (related-items, mode \(mode))"
    return buyers == 0
      ? "no customer finds it among their \(list)"
      : "\(counted(buyers, "customer")) \(buyers == 1 ? "finds" : "find") it among their \(list)"
  }

  /// What that was looked up in.
  fileprivate var basis: String {
    var text =
      asked < candidates
      ? "a sample: asked \(NumberText.count(asked)) of \(NumberText.count(candidates)) whose "
        + "purchases speak for it"
      : "of \(NumberText.count(candidates)) whose purchases speak for it"
    if homeless > 0 { text += "; \(NumberText.count(homeless)) of unknown region left out" }
    return text
  }
}
