import Recommendations

/// What each addend beside a method's own evidence counts.
struct TermWeights: Hashable, Sendable {
  var reach = 0.0
  var preferences = PreferenceWeights()

  var isZero: Bool { reach == 0 && preferences.isZero }
}

extension Parameters {
  var terms: TermWeights { TermWeights(reach: reach, preferences: preferences) }

  /// `reach 2 · brand 0.5`: those that have a weight.
  var termsText: String {
    let names: [ParameterName] = [.reach, .brand, .category, .price]
    let weights = [reach, preferences.brand, preferences.category, preferences.price]
    return zip(names, weights).filter { $0.1 > 0 }
      .map { "\($0.0.title) \(text($0.0))" }.joined(separator: " · ")
  }
}
