import RetailData

/// A trained `autoencoder`: the network, and the items that its inputs and outputs stand for.
struct Autoencoder: Sendable {
  let parameters: AutoencoderParameters
  /// By place: the item.
  let items: Column<Int32>
  let network: AutoencoderNetwork
  /// One that knows nothing of the last two weeks: for what is to be learned from how it foretells
  /// them.
  let rehearsed: AutoencoderNetwork
}
