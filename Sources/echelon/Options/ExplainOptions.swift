import ArgumentParser
import InventoryPlanning
import RetailData

/// What of a plan to explain.
struct ExplainOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Explain what one more unit of an item is worth and costs: at a facility, or at all of them. \
      May be given several times.
      """, valueName: "item[:facility]"))
  var explain: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Explain what a facility's capacities charge to whom, whom it serves and what would leave it \
      first. May be given several times.
      """, valueName: "facility"))
  var explainFacility: [String] = []

  var isEmpty: Bool { explain.isEmpty && explainFacility.isEmpty }

  func validate(_ global: GlobalOptions) throws {
    if !isEmpty, global.reportFormat == .csv {
      throw ValidationError(
        "--explain has no CSV: use --format table or --format json; --output DIR writes the plan.")
    }
  }

  /// - Throws: `Failure` where an id is nobody's, or an item may not stand at a facility.
  func requests(_ dataset: Dataset, _ input: PlanInput) throws -> [ExplanationRequest] {
    try explain.map { try ExplanationRequest($0, dataset, input.items.handling) }
      + explainFacility.map { .facility(try dataset.number(ofFacility: $0)) }
  }
}

/// What is to be explained, by number.
enum ExplanationRequest: Equatable {
  case item(Int)
  case position(item: Int, facility: Int)
  case facility(Int)

  /// `ITEM` or `ITEM:FACILITY`; an id may have a colon of its own.
  fileprivate init(_ text: String, _ dataset: Dataset, _ handling: [Handling]) throws {
    guard dataset.items.ids.number(of: text) == nil, let colon = text.lastIndex(of: ":") else {
      self = .item(try dataset.number(ofItem: text))
      return
    }
    let item = try dataset.number(ofItem: String(text[..<colon]))
    let facility = try dataset.number(ofFacility: String(text[text.index(after: colon)...]))
    let facilities = dataset.network.facilities
    guard facilities[facility].kind.mayHold(handling[item]) else {
      let others = facilities.filter { $0.kind.mayHold(handling[item]) }.map(\.id.printable)
      throw Failure(
        "item '\(text[..<colon].description.printable)' may not stand at "
          + "'\(facilities[facility].id.printable)', a \(facilities[facility].kind.rawValue); it may at "
          + others.joined(separator: ", "))
    }
    self = .position(item: item, facility: facility)
  }
}

extension Dataset {
  /// The number of the facility called `id`.
  ///
  /// - Throws: `Failure` that names the facilities with the most similar ids.
  func number(ofFacility id: String) throws -> Int {
    let ids = Identifiers(network.facilities.map(\.id))
    if let number = ids.number(of: id) { return number }
    let names = ids.nearest(to: id, limit: 5).map { "'\($0.printable)'" }
    let advice =
      names.isEmpty
      ? "no facility has a similar id" : "did you mean \(names.joined(separator: ", "))?"
    throw Failure("there is no facility '\(id.printable)'; \(advice)")
  }
}
