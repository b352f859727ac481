import Foundation
import RetailData

/// What a blend is made of at a moment: the network's forecast, related items, and the customer's
/// own purchases.
struct BlendGround: Sendable {
  private let network: AutoencoderNetwork
  let related: RelatedItemsRecommender
  private let encoder: HistoryEncoder
  private let start: Matrix<Float>
  private let moment: Timestamp
  private let places: Column<Int32>

  /// - Parameters:
  ///   - network: One of those of the autoencoder.
  ///   - related: Of the same purchases, made at the same moment.
  init(
    network: AutoencoderNetwork, of autoencoder: Autoencoder, related: RelatedItemsRecommender,
    at moment: Timestamp
  ) {
    self.network = network
    self.related = related
    self.moment = moment
    encoder = HistoryEncoder(
      related.purchases, items: autoencoder.items,
      halfLives: autoencoder.parameters.halfLives)
    start =
      RecentSales(
        related.purchases, items: autoencoder.items, at: [moment],
        outputs: network.outputs, for: .forecast
      ).scores
    var places = [Int32](repeating: -1, count: related.purchases.itemCount)
    for (place, item) in autoencoder.items.enumerated() { places[Int(item)] = Int32(place) }
    self.places = Column(places)
  }

  /// What is known of every item for a customer.
  func signs(of customer: Int) -> BlendSigns? {
    var entries: [HistoryEncoder.Entry] = []
    encoder.append(customer: customer, at: moment, to: &entries) { true }
    guard !entries.isEmpty else { return nil }
    let shares = network.shares(entries, from: start.start)
    var values = shares.map { share in
      var value = SIMD8<Float>.zero
      // In items' shares: 0 for one that is as likely as any. Far below what matters there is an end.
      value[0] = log(max(share, 1e-9) * Float(shares.count))
      return value
    }
    related.evidence(of: customer).scores.forEach { item, score in
      let place = Int(places[Int(item)])
      if place >= 0 { values[place][1] = Float(log(1 + score)) }
    }
    for (item, signs) in RepeatSigns(of: customer, in: related.purchases, at: moment).items {
      let place = Int(places[Int(item)])
      if place >= 0 { values[place] += signs }
    }
    return BlendSigns(values: values)
  }

  /// The place of an item, or -1.
  func place(of item: Int32) -> Int { Int(places[Int(item)]) }
}

/// All that is known of the items for one customer, by place: ln of the share that the network
/// foretells, over that of an average item; ln(1 + the related-items score); and where the customer
/// has bought the item what `RepeatSigns` has.
struct BlendSigns: Sendable {
  let values: [SIMD8<Float>]
}
