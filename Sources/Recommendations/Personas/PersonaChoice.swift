/// Whom recommendations to an account are for.
public enum PersonaChoice: Hashable, Sendable {
  /// The account as a whole.
  case everyone
  /// Places for each person in turn, the one who buys most first.
  case each
  /// One person, from 1.
  case one(Int)
}

extension PersonaChoice: RawRepresentable, Codable {
  /// `everyone`, `each`, or a number from 1.
  public init?(rawValue: String) {
    switch rawValue {
    case "everyone": self = .everyone
    case "each": self = .each
    default:
      guard let number = Int(rawValue), (1...Personas.mostPersonas).contains(number) else {
        return nil
      }
      self = .one(number)
    }
  }

  public var rawValue: String {
    switch self {
    case .everyone: "everyone"
    case .each: "each"
    case .one(let number): "\(number)"
    }
  }
}

extension Personas {
  /// Whose purchases speak most for a recommendation; nil where no purchase does.
  public func group(of recommendation: Recommendation) -> Int? {
    if recommendation.reason == .ownFavourite || recommendation.reason == .buyAgain {
      return group(of: recommendation.item)
    }
    var sums = [Double](repeating: 0, count: groups.count)
    for contribution in recommendation.because {
      if let group = group(of: contribution.item) { sums[group] += contribution.contribution }
    }
    guard let best = sums.indices.max(by: { (sums[$0], $1) < (sums[$1], $0) }), sums[best] > 0
    else { return nil }
    return best
  }

  /// The best `limit` of a longer list for those that are chosen. What nobody's purchases speak for
  /// comes last, as it would anyway. An account of one person, or without the person asked for, is
  /// taken as a whole.
  public func arranged(
    _ list: [Recommendation], for choice: PersonaChoice, limit: Int
  ) -> [Recommendation] {
    guard groups.count > 1, choice != .everyone else { return Array(list.prefix(limit)) }
    let owners = list.map(group)
    switch choice {
    case .one(let number) where number <= groups.count:
      return Array(
        (list.indices.filter { owners[$0] == number - 1 }
          + list.indices.filter { owners[$0] == nil }).prefix(limit).map { list[$0] })
    case .each:
      var queues = groups.indices.map { group in list.indices.filter { owners[$0] == group }[...] }
      var chosen: [Int] = []
      while chosen.count < limit, queues.contains(where: { !$0.isEmpty }) {
        for group in queues.indices where !queues[group].isEmpty {
          chosen.append(queues[group].removeFirst())
        }
      }
      chosen += list.indices.filter { owners[$0] == nil }
      return chosen.prefix(limit).map { list[$0] }
    case .one, .everyone:
      return Array(list.prefix(limit))
    }
  }
}
