import RetailData

extension Plan {
  /// Facilities where more stands today, or is on its way, than there is room for. The plan counts
  /// with so much room as that takes; what a litre of it is worth says nothing of a litre more of
  /// the building's own.
  public func overfull(in network: Network) -> Set<Int32> {
    Set(
      network.facilities.indices
        .filter { loads[$0].storage.capacity > network.facilities[$0].storage + 0.5 }
        .map { Int32($0) })
  }
}
