import RetailData

extension Facility {
  /// What screens call it: its name, or its id where it has none.
  var title: String { name.isEmpty ? id : name }
}

extension Region {
  var title: String { name.isEmpty ? id : name }
}

extension Speed {
  var title: String { id.replacing("_", with: " ") }
}

extension FacilityKind {
  var title: String { rawValue.replacing("_", with: " ") }

  /// In a few cells.
  var shortTitle: String {
    switch self {
    case .distributionCenter: "distribution"
    case .fulfillmentCenter: "sortable"
    case .nonSortableCenter: "non-sortable"
    case .sameDaySite: "same-day"
    }
  }
}
