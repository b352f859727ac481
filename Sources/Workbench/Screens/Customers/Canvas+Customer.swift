import Recommendations
import RetailData
import TerminalUI

extension Canvas {
  /// The title of one of the customer's panes, a second line beneath it saying how it was made;
  /// where not all three fit, the others are named, so that one knows of them.
  mutating func drawPartTitle(
    _ title: String, _ part: CustomerPage.Part, _ page: Page, _ model: Model, note: String = ""
  ) {
    let isFocused = page.focus == part.rawValue
    let style = Style(isFocused ? .accent : .heading, bold: isFocused)
    var column = 1 + write(title, column: 1, row: 0, style)
    if !note.isEmpty { column += write("  \(note)", column: column, row: 0, .dim) }
    let shown = CustomerPage.parts(in: model.layout.body.columns, focus: page.focus)
    let others = CustomerPage.Part.allCases.filter { !shown.contains($0) }.map { "\($0)" }
    if others.count == 2 {
      writeRight("←→ \(others.joined(separator: ", "))", end: columns - 1, row: 0, .dim)
    } else if let other = others.first, part == .recommended {
      let hint = shown.first == part ? "← \(other)" : "\(other) →"
      writeRight(hint, end: columns - 1, row: 0, .dim)
    }
  }

  /// Which item, its score, and what the score is made of.
  mutating func drawWhy(_ customerPage: CustomerPage, _ page: Page, _ model: Model) {
    guard let workspace = model.workspace else { return }
    let isWhyNot = page.question != nil
    drawPartTitle(
      isWhyNot ? "Why not" : "Why", .why, page, model, note: isWhyNot ? "Esc: back to why" : "")
    guard let item = customerPage.explained(page, model) else { return }
    let items = workspace.dataset.items
    write(
      [(items.ids[item] + "  ", Style(.normal, bold: true)), (items.titles[item], .normal)],
      column: 1, row: 1)
    let last = drawReach(item, customerPage.customer, workspace, model)
    let lines: [String]
    var isCurrent = true
    if let question = customerPage.whyQuestion(page, model) {
      guard let known = model.answers.known(question) else {
        write(model.pendingText, column: 1, row: 2, Style(.stale))
        return
      }
      isCurrent = known.isCurrent
      lines = known.value.whyNot.sentences(
        listLength: question.parameters.listLength, mode: question.mode)
    } else {
      lines =
        customerPage.selectedRecommendation(page, model)?.sentences(model.parameters) ?? []
      isCurrent = customerPage.recommended(model)?.isCurrent ?? true
    }
    for (index, line) in lines.prefix(last - 2).enumerated() {
      write(line, column: 1, row: 2 + index, isCurrent ? .normal : Style(.stale))
    }
  }
}

extension [ScoreTerm.Amount] {
  /// What is added to a score: `reach 0.50 + brand 0.31`; scores of some methods are small.
  fileprivate var text: String {
    map { amount in
      let places = abs(amount.value) < 0.1 ? NumberText.places(telling: amount.value) : 2
      return "\(amount.kind) \(NumberText.decimal(amount.value, places: places))"
    }.joined(separator: " + ")
  }
}

extension WhyNot {
  /// The score as a sum, and the place it earns.
  fileprivate func sentences(listLength: Int, mode: Mode) -> [String] {
    let counting = addends.filter { $0.contribution > 0 }
    let total = NumberText.decimal(score, places: 2)
    var sum = "score \(total) = sum of \(counted(counting.count, "addend"))"
    if !amounts.isEmpty { sum += " + \(amounts.text)" }
    let looked = "\(counted(addends.count, "item")) bought"
    if isExcluded {
      let reason = mode == .new ? "bought before" : "never bought"
      return [sum, "left out: \(reason), and the mode is \(mode.rawValue) (p changes it)"]
    }
    if let rank { return [sum, "place \(NumberText.count(rank)), from \(looked)"] }
    let listed = addends.filter { $0.listRank != nil }.count
    if listed > 0 {
      return [sum, "on \(counted(listed, "list")), but no closer than chance would have it"]
    }
    return [sum, "on none of the related lists (\(listLength) rows) of \(looked)"]
  }
}

extension Recommendation {
  /// Where the score is not a sum over purchases: what it is instead.
  fileprivate func sentences(_ parameters: Parameters) -> [String] {
    let own = score - added
    var shown = NumberText.short(own)
    if !amounts.isEmpty {
      // Scores of some methods are small.
      let places = NumberText.places(telling: max(abs(score), abs(own)))
      shown =
        "\(NumberText.decimal(score, places: places)) = \(amounts.text) + "
        + NumberText.decimal(own, places: places)
    }
    switch reason {
    case .related: return []
    case .linearAutoencoder, .factorization:
      return ["score \(shown) = sum of \(counted(because.count, "addend")), by learned weights"]
    case .blend:
      return [
        "score \(shown) = sum of \(counted(BlendParts.Kind.allCases.count, "part")): ln of how much",
        "likelier than an item that nothing speaks for",
      ]
    case .autoencoder:
      return [
        "score \(shown) = per cent of what will be bought that the network",
        "foretells to be this; it is no sum over purchases",
      ]
    case .buyAgain:
      return ["score \(shown) = probability of buying it within two weeks"]
        + (outlook.map { [$0.sentence] } ?? [])
    case .similarCustomers:
      return [
        "score \(shown) = sum of the similarities (cosine)",
        "of those of the \(parameters.neighbours) nearest customers who bought it",
      ]
    case .bestseller:
      var lines = ["score \(shown) = purchase lines in the last two weeks"]
      if parameters.method != .bestsellers {
        lines.append("a bestseller: \(parameters.method.rawValue) had nothing better to say")
      }
      return lines
    case .ownFavourite:
      return ["score \(shown) = this customer's own purchase lines of it"]
    }
  }
}
