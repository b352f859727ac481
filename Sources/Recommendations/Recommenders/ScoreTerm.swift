import RetailData

/// Something beside a method's own evidence that is to count: added to the score of every candidate
/// before the best are chosen. Candidates far down the method's own list can so rise to the top.
///
/// It is a sum of visible parts: how soon an item can be there, and how well it fits what the
/// customer prefers, each with its weight. Scores of one method go up to 40, of another to 0.04: a
/// weight of 1 is worth as much as the scores of the candidates lie apart (`ScoreSpread`), whatever
/// the method.
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
  ///   - weight: finite, at least 0.
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

  /// What one kind adds to a score.
  public struct Amount: Sendable, Equatable {
    public let kind: Kind
    public let value: Double
  }

  /// What is added for a customer; nil where nothing is.
  func addends(for customer: Int) -> Addends? {
    parts.isEmpty ? nil : Addends(addends: parts.map { Addend($0, customer: customer) })
  }

  /// The term for one customer.
  struct Addends {
    fileprivate let addends: [Addend]
    /// What a weight of 1 is worth.
    private var unit = 1.0

    fileprivate init(addends: [Addend]) { self.addends = addends }

    /// The same where the candidates' scores lie so far apart.
    func over(_ spread: ScoreSpread) -> Addends {
      var scaled = self
      scaled.unit = spread.width
      return scaled
    }

    /// The most that is added.
    var most: Double { unit * addends.reduce(0) { $0 + $1.most } }

    subscript(item: Int32) -> Double { unit * addends.reduce(0) { $0 + $1[item] } }

    /// Kind by kind: they add up to what is added.
    func amounts(of item: Int32) -> [Amount] {
      addends.flatMap { $0.amounts(of: item) }.map {
        Amount(kind: $0.kind, value: unit * $0.value)
      }
    }
  }

  /// One part for one customer.
  fileprivate enum Addend {
    /// `start` is nil for a customer of no group.
    case grouped(weight: Double, values: Column<Float>, start: Int?)
    case preferred(Affinities, PreferenceWeights)

    init(_ part: Part, customer: Int) {
      switch part {
      case .grouped(let weight, let values, let itemCount, let groups):
        let group = Int(groups[customer])
        self = .grouped(
          weight: weight, values: values, start: group < 0 ? nil : group * itemCount)
      case .preferred(let model, let weights):
        self = .preferred(model.affinities(of: customer), weights)
      }
    }

    var most: Double {
      switch self {
      case .grouped(let weight, _, let start): return start == nil ? 0 : weight
      case .preferred(let affinities, let weights):
        let most = affinities.most
        return weights.brand * most.brand + weights.category * most.category
          + weights.price * most.price
      }
    }

    subscript(item: Int32) -> Double {
      switch self {
      case .grouped(let weight, let values, let start):
        start.map { weight * Double(values[$0 + Int(item)]) } ?? 0
      case .preferred(let affinities, let weights):
        weights.brand * affinities.brand(of: item)
          + weights.category * affinities.category(of: item)
          + weights.price * affinities.priceBand(of: item)
      }
    }

    /// Of those kinds that have a weight.
    func amounts(of item: Int32) -> [Amount] {
      switch self {
      case .grouped: return [Amount(kind: .reach, value: self[item])]
      case .preferred(let affinities, let weights):
        return [
          (Kind.brand, weights.brand, affinities.brand(of: item)),
          (.category, weights.category, affinities.category(of: item)),
          (.price, weights.price, affinities.priceBand(of: item)),
        ].filter { $0.1 > 0 }.map { Amount(kind: $0.0, value: $0.1 * $0.2) }
      }
    }
  }
}

extension ScoreTerm.Addends? {
  /// 0 without a term.
  subscript(item item: Int32) -> Double { self.map { $0[item] } ?? 0 }

  /// None without a term.
  func amounts(of item: Int32) -> [ScoreTerm.Amount] { self?.amounts(of: item) ?? [] }
}
