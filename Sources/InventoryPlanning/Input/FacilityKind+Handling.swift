import RetailData

extension FacilityKind {
  /// Whether items of `handling` may stand in a facility of this kind.
  public func mayHold(_ handling: Handling) -> Bool {
    switch (self, handling) {
    case (.distributionCenter, _): true
    case (.nonSortableCenter, .nonSortable): true
    case (.fulfillmentCenter, .sortable), (.sameDaySite, .sortable): true
    default: false
    }
  }
}
