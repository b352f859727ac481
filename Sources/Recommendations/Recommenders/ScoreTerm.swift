import RetailData

/// Something beside a method's own evidence that is to count: added to the score of every candidate
/// before the best are chosen. Candidates far down the method's own list can so rise to the top.
///
/// It is a sum of visible parts: how soon an item can be there, and how well it fits what the
/// customer prefers, each with its weight.
///
/// What is a candidate stays the method's decision, and so does what comes first where reasons are
/// not comparable: bestsellers that only fill a list up stay behind what they follow.
public struct ScoreTerm: Sendable {
  private let parts: [Part]

  fileprivate enum Part: Sendable {
    case grouped(weight: Double, values: Column<Float>, itemCount: Int, groups: Column<Int32>)
    case preferred(PreferenceModel, PreferenceWeights)
  }

  /// What is the same for all customers of a group (a region, say), `weight · value`.
  ///
  /// - Parameters:
  ///   - weight: finite, at least 0; in units of the method's score.
  ///   - values: 0...1, by group, then item.
  ///   - groups: by customer; a customer of a group below 0 has no such term.
  public init(weight: Double, values: Column<Float>, itemCount: Int, groups: Column<Int32>) {
    precondition(weight.isFinite && weight >= 0, "weights are finite and not negative")
    parts =
      weight > 0
      ? [.grouped(weight: weight, values: values, itemCount: itemCount, groups: groups)] : []
  }

  /// What each customer prefers: weights times affinities, which may be negative.
  public init(_ model: PreferenceModel, weights: PreferenceWeights) {
    precondition(
      [weights.brand, weights.category, weights.price].allSatisfy { $0.isFinite && $0 >= 0 },
      "weights are finite and not negative")
    parts = weights.isZero ? [] : [.preferred(model, weights)]
  }

  /// The sum of several; nil where nothing is left to add.
  public init?(sumOf terms: [ScoreTerm?]) {
    parts = terms.flatMap { $0?.parts ?? [] }
    if parts.isEmpty { return nil }
  }

  /// One addend of a score, by its name.
  public enum Kind: String, CaseIterable, Sendable {
    case reach, brand, category, price
  }

  /// What is added to an item's score for a customer, kind by kind. They add up to
  /// `Recommendation.added`.
  public func amounts(of item: Int32, for customer: Int) -> [(kind: Kind, value: Double)] {
    parts.flatMap { part -> [(kind: Kind, value: Double)] in
      switch part {
      case .grouped:
        return [(.reach, Addend(part, customer: customer)?[item] ?? 0)]
      case .preferred(let model, let weights):
        let affinities = model.affinities(of: customer)
        return [
          (.brand, weights.brand * affinities.brand(of: item)),
          (.category, weights.category * affinities.category(of: item)),
          (.price, weights.price * affinities.priceBand(of: item)),
        ].filter { kind, _ in weights[kind] > 0 }
      }
    }
  }

  /// What is added for a customer; nil where nothing is.
  func addends(for customer: Int) -> Addends? {
    let addends = parts.compactMap { Addend($0, customer: customer) }
    return addends.isEmpty ? nil : Addends(addends: addends)
  }

  /// The term for one customer.
  struct Addends {
    fileprivate let addends: [Addend]

    /// The most that is added.
    var weight: Double { addends.reduce(0) { $0 + $1.most } }

    subscript(item: Int32) -> Double { addends.reduce(0) { $0 + $1[item] } }
  }

  /// One part for one customer.
  fileprivate enum Addend {
    case grouped(weight: Double, values: Column<Float>, start: Int)
    case preferred(Affinities, PreferenceWeights)

    init?(_ part: Part, customer: Int) {
      switch part {
      case .grouped(let weight, let values, let itemCount, let groups):
        let group = Int(groups[customer])
        if group < 0 { return nil }
        self = .grouped(weight: weight, values: values, start: group * itemCount)
      case .preferred(let model, let weights):
        self = .preferred(model.affinities(of: customer), weights)
      }
    }

    var most: Double {
      switch self {
      case .grouped(let weight, _, _): return weight
      case .preferred(let affinities, let weights):
        let most = affinities.most
        return weights.brand * most.brand + weights.category * most.category
          + weights.price * most.price
      }
    }

    subscript(item: Int32) -> Double {
      switch self {
      case .grouped(let weight, let values, let start):
        weight * Double(values[start + Int(item)])
      case .preferred(let affinities, let weights):
        weights.brand * affinities.brand(of: item)
          + weights.category * affinities.category(of: item)
          + weights.price * affinities.priceBand(of: item)
      }
    }
  }
}

extension ScoreTerm.Addends? {
  /// 0 without a term.
  subscript(item item: Int32) -> Double { self.map { $0[item] } ?? 0 }
}

extension PreferenceWeights {
  fileprivate subscript(kind: ScoreTerm.Kind) -> Double {
    switch kind {
    case .reach: 0
    case .brand: brand
    case .category: category
    case .price: price
    }
  }
}
