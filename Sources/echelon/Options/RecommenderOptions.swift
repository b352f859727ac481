import ArgumentParser
import Recommendations

/// What an analyst can tune about the recommenders.
struct RecommenderOptions: ParsableArguments {
  @OptionGroup var measure: RelatednessOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days after which a purchase counts half, for related-items. (default: age does not matter)",
      valueName: "days"))
  var halfLife: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many of the most similar customers similar-customers looks at.", valueName: "count"))
  var neighbours = RecommenderParameters().neighbours

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Add to each score this weight times how soon the item can be there (0 = off).",
      discussion: "2^(-hours/48) of the soonest promise that the stock of today allows: 1 at "
        + "once, 0.5 after two days, 0 where it is short. Candidates from beyond the limit can rise.",
      valueName: "weight"))
  var reach = 0.0

  func validate() throws {
    guard reach.isFinite, reach >= 0 else {
      throw ValidationError("--reach is \(reach), but must be a number that is 0 or more.")
    }
    if let halfLife, !(halfLife.isFinite && halfLife > 0) {
      throw ValidationError("--half-life is \(halfLife), but must be a number of days above 0.")
    }
    guard neighbours > 0 else {
      throw ValidationError("--neighbours is \(neighbours), but must be 1 or more.")
    }
  }

  var parameters: RecommenderParameters {
    RecommenderParameters(
      relatedness: measure.relatedness, halfLifeDays: halfLife, neighbours: neighbours)
  }
}
