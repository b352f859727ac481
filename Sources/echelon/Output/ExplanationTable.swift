import Recommendations
import RetailData

/// What a person reads below a table of recommendations: each score as the sum it is.
struct ExplanationTable {
  private let dataset: Dataset
  /// Whether headings say for whom they are.
  private let namesCustomer: Bool
  private var table = TableRows(
    width: StandardStreams.width, ascii: StandardStreams.isASCIIOnly)

  private static let columns = [
    ResultColumn("contribution", .number(decimals: 2)), ResultColumn("item", .text),
    ResultColumn("title", .shrinkingText), ResultColumn("bought", .text),
    ResultColumn("weight", .number(decimals: 3)), ResultColumn("both", .integer),
    ResultColumn("by chance", .number(decimals: 2)),
  ]

  init(dataset: Dataset, namesCustomer: Bool, stream: inout ByteStream) {
    self.dataset = dataset
    self.namesCustomer = namesCustomer
    table.begin(Self.columns, to: &stream)
  }

  mutating func append(
    _ recommendations: [Recommendation], for customer: Int, to stream: inout ByteStream
  ) {
    for recommendation in recommendations {
      let item = Int(recommendation.item)
      let score = FixedPoint.text(recommendation.score, decimals: 2)
      let whom = namesCustomer ? "\(dataset.customers.ids[customer]): " : ""
      table.heading(
        "\(whom)\(dataset.items.ids[item]) \(dataset.items.titles[item]): \(score) "
          + meaning(of: recommendation))
      for contribution in recommendation.because {
        table.row(cells(of: contribution), to: &stream)
      }
      for kind in BlendParts.Kind.allCases {
        guard let parts = recommendation.parts else { break }
        table.row(cells(kind.rawValue, meaning(of: kind), parts[kind]), to: &stream)
      }
      for amount in recommendation.amounts {
        table.row(cells(amount.kind.rawValue, meaning(of: amount.kind), amount.value), to: &stream)
      }
    }
  }

  mutating func end(to stream: inout ByteStream) throws { try table.end(to: &stream) }

  private func meaning(of recommendation: Recommendation) -> String {
    let meaning =
      switch recommendation.reason {
      case .related, .linearAutoencoder, .factorization, .blend: "="
      case .autoencoder: "per cent of what will be bought, as the network has it"
      case .bestseller: "purchases by anybody in the last weeks"
      case .buyAgain: "probability of buying it again within two weeks"
      case .ownFavourite: "purchases by this customer"
      case .similarCustomers: "similarity of the customers who bought it, added up"
      }
    let isAdded = !recommendation.amounts.isEmpty && meaning != "="
    return isAdded ? meaning + ", and what is added" : meaning
  }

  private func meaning(of kind: ScoreTerm.Kind) -> String {
    switch kind {
    case .reach: "how soon it can be there"
    case .brand: "how much the brand is preferred"
    case .category: "how much the category is preferred"
    case .price: "how much the price band is preferred"
    }
  }

  private func meaning(of kind: BlendParts.Kind) -> String {
    switch kind {
    case .forecast: "what the network foretells"
    case .related: "how it goes with other purchases"
    case .rhythm: "how often, how lately, whether due"
    }
  }

  private func cells(_ name: String, _ meaning: String, _ value: Double) -> [Cell] {
    [.number(value), .text(name), .text(meaning)] + (0..<4).map { _ in .text("") }
  }

  private func cells(of contribution: Contribution) -> [Cell] {
    let item = Int(contribution.item)
    return [
      .number(contribution.contribution), .text(dataset.items.ids[item]),
      .text(dataset.items.titles[item]), .text(String(contribution.purchasedAt.iso8601.prefix(10))),
      .number(contribution.weight), contribution.count.map(Cell.count) ?? .missing,
      .number(contribution.expected),
    ]
  }
}
