import ArgumentParser
import Recommendations

extension PersonaChoice: ExpressibleByArgument {}

/// What an analyst can tune about the recommenders: the methods, and what is added to their scores.
struct RecommenderOptions: ParsableArguments {
  @OptionGroup var methods: MethodOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much it counts how soon an item can be there (0 = off, 1 = as much as the score).",
      discussion: "Added to each score is weight * spread * 2^(-hours/48): the spread is how far "
        + "the candidates' own scores lie apart, from the worst to the best; the hours are those of "
        + "the soonest promise that the stock of today allows, and nothing is added where it is "
        + "short. Candidates from beyond the limit can rise.",
      valueName: "weight"))
  var reach = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much it counts that the customer prefers the brand (0 = off, 1 = as much as the score).",
      discussion: "Added to each score is weight * spread * affinity, with the spread as for "
        + "--reach: the logarithm of how much more often than all customers this one chooses a "
        + "brand among those of its category; a little is made of few purchases.",
      valueName: "weight"))
  var brand = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The same for the item's category.", valueName: "weight"))
  var category = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The same for the item's price band: the cheap, middle or dear third of its category.",
      valueName: "weight"))
  var price = 0.0

  @Option(
    help: ArgumentHelp(
      "For everyone who shares the account, for each of them in turn, or for one: 1 to 4.",
      valueName: "everyone|each|number"))
  var persona = PersonaChoice.everyone

  func validate() throws {
    for (name, weight) in [
      ("--reach", reach), ("--brand", brand), ("--category", category), ("--price", price),
    ] where !(weight.isFinite && weight >= 0) {
      throw ValidationError("\(name) is \(weight), but must be a number that is 0 or more.")
    }
  }

  var preferences: PreferenceWeights {
    PreferenceWeights(brand: brand, category: category, price: price)
  }

  /// The kinds of addends that have a weight, with it.
  var weights: [(kind: ScoreTerm.Kind, weight: Double)] {
    [(.reach, reach), (.brand, brand), (.category, category), (.price, price)]
      .filter { $0.weight > 0 }
  }

  var relatedness: Relatedness { methods.related.relatedness }

  func parameters(seed: UInt64) -> RecommenderParameters { methods.parameters(seed: seed) }
}
