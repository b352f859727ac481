import Recommendations

/// Everything the analyst can turn, and watch what moves. A plain value: undo keeps old ones.
struct Parameters: Hashable, Sendable, Codable {
  var relatedness = Relatedness()
  /// Days after which a purchase counts half; nil: age does not matter.
  var halfLife: Double?
  /// Whether items that the customer has bought already may be recommended.
  var mode = Mode.all
  /// Which recommender.
  var method = Method.relatedItems
  /// Rows of a related-items list; recommendations are made of lists of this length.
  var listLength = 50
  /// Customers that `similar-customers` looks at.
  var neighbours = 50
  /// How much the soonest promise counts beside a method's own evidence; 0: not at all.
  var reach = 0.0
  /// For which of the people who share an account.
  var persona = PersonaChoice.everyone
  /// What a customer's affinities to brand, category and price band count.
  var preferences = PreferenceWeights()

  init() {}
}

/// One of them, by the name that the palette, the session file and a replayed log use.
enum ParameterName: String, CaseIterable, Sendable, Codable {
  case metric, score, kappa, unit, support
  case halfLife = "half-life"
  case mode, method
  case within
  case listHalfLife = "list-half-life"
  case listLength = "list-length"
  case neighbours
  case reach, brand, category, price, persona

  /// As the panel writes it.
  var title: String {
    switch self {
    case .kappa: "κ"
    case .halfLife: "half-life"
    case .listLength: "list length"
    case .listHalfLife: "list half-life"
    default: rawValue
    }
  }

  /// What it does, for the panel and the palette.
  var explanation: String {
    switch self {
    case .metric: "how relatedness is measured"
    case .score: "how bought-together is compared with chance"
    case .kappa: "pseudo-purchases that damp small counts (score shrunk)"
    case .unit: "what chance counts: purchase lines or distinct items"
    case .support: "customers who must have bought both, for an item to be on a list"
    case .halfLife: "days after which a purchase counts half where lists are added up"
    case .within: "days within which the other item has to follow, where items are related"
    case .listHalfLife: "days after which a purchase counts half where items are related"
    case .mode: "all items, only ones new to the customer, or only ones bought before"
    case .method: "which recommender"
    case .listLength: "rows of a related list, and of those that recommendations are made of"
    case .neighbours: "customers that similar-customers looks at"
    case .persona: "for everyone who shares the account, for each in turn, or for one of them"
    case .brand: "how much it counts that the customer prefers the brand; 1: as much as the score"
    case .category: "how much it counts that the customer prefers the category; 1: as the score"
    case .price: "how much it counts that the customer prefers the price band; 1: as the score"
    case .reach: "how much it counts how soon it can be there; 1: as much as the score itself"
    }
  }
}
