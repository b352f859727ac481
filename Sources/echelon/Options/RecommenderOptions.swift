import ArgumentParser
import Recommendations

extension PersonaChoice: ExpressibleByArgument {}

/// What an analyst can tune about the recommenders: the methods, and what is added to their scores.
struct RecommenderOptions: ParsableArguments {
  @OptionGroup var methods: MethodOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Add to each score this weight times how soon the item can be there (0 = off).",
      discussion: "2^(-hours/48) of the soonest promise that the stock of today allows: 1 at "
        + "once, 0.5 after two days, 0 where it is short. Candidates from beyond the limit can rise.",
      valueName: "weight"))
  var reach = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Add to each score this weight times how much the customer prefers the brand (0 = off).",
      discussion: "An affinity is the logarithm of how much more often than all customers this one "
        + "chooses a brand among those of its category; a little is made of few purchases.",
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
