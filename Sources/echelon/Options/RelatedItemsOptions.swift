import ArgumentParser
import Recommendations

/// How related items become recommendations: which items go together, and which purchases speak.
struct RelatedItemsOptions: ParsableArguments {
  @OptionGroup var measure: RelatednessOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days after which a purchase counts half where a customer's lists are added up, for "
        + "related-items and linear-autoencoder. (default: age does not matter)",
      valueName: "days"))
  var halfLife: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Relate items only by customers whose first purchase of the other follows within so many "
        + "days.", valueName: "days"))
  var within: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days after which a purchase counts half where items are related. (default: age does not "
        + "matter)", valueName: "days"))
  var listHalfLife: Double?

  func validate() throws {
    for (name, days) in [
      ("--half-life", halfLife), ("--within", within), ("--list-half-life", listHalfLife),
    ] {
      try SequenceOptions.validate(name, days)
    }
  }

  var relatedness: Relatedness {
    var relatedness = measure.relatedness
    relatedness.sequence = PurchaseSequence(withinDays: within, halfLifeDays: listHalfLife)
    return relatedness
  }

  var parameters: RecommenderParameters {
    RecommenderParameters(relatedness: relatedness, halfLifeDays: halfLife)
  }
}
