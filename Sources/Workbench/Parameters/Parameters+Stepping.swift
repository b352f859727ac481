import Recommendations

extension Parameters {
  private static let personas: [PersonaChoice] =
    [.everyone, .each] + (1...Personas.mostPersonas).map { .one($0) }
  static let maximumKappa = 1_000.0
  static let maximumWeight = 100.0
  static let maximumSupport = 1_000
  static let maximumListLength = 200
  static let maximumNeighbours = 2_000

  /// What the panel shows.
  func text(_ name: ParameterName) -> String {
    switch name {
    case .metric: relatedness.metric.rawValue
    case .score: relatedness.score.rawValue
    case .kappa: NumberText.short(relatedness.kappa)
    case .unit: relatedness.unit.rawValue
    case .support: NumberText.count(relatedness.support)
    case .halfLife: Self.daysText(halfLife)
    case .within: Self.daysText(relatedness.sequence.withinDays)
    case .listHalfLife: Self.daysText(relatedness.sequence.halfLifeDays)
    case .mode: mode.rawValue
    case .method: method.rawValue
    case .listLength: NumberText.count(listLength)
    case .neighbours: NumberText.count(neighbours)
    case .reach: NumberText.short(reach)
    case .persona: persona.rawValue
    case .brand: NumberText.short(preferences.brand)
    case .category: NumberText.short(preferences.category)
    case .price: NumberText.short(preferences.price)
    }
  }

  /// One step up (`direction` 1) or down (-1). Choices go round; numbers stop at their ends.
  mutating func step(_ name: ParameterName, _ direction: Int) {
    switch name {
    case .metric: relatedness.metric = Self.next(relatedness.metric, in: Metric.allCases, direction)
    case .score: relatedness.score = Self.next(relatedness.score, in: Score.allCases, direction)
    case .unit: relatedness.unit = Self.next(relatedness.unit, in: PurchaseUnit.allCases, direction)
    case .mode: mode = Self.next(mode, in: Mode.allCases, direction)
    case .method: method = Self.next(method, in: Method.allCases, direction)
    case .kappa:
      relatedness.kappa = Self.stepped(relatedness.kappa, direction, most: Self.maximumKappa)
    case .support:
      relatedness.support = min(Self.maximumSupport, max(1, relatedness.support + direction))
    case .persona: persona = Self.next(persona, in: Self.personas, direction)
    case .brand: preferences.brand = Self.steppedWeight(preferences.brand, direction)
    case .category: preferences.category = Self.steppedWeight(preferences.category, direction)
    case .price: preferences.price = Self.steppedWeight(preferences.price, direction)
    case .reach: reach = Self.steppedWeight(reach, direction)
    case .halfLife: halfLife = Self.steppedDays(halfLife, direction)
    case .within:
      relatedness.sequence.withinDays = Self.steppedDays(relatedness.sequence.withinDays, direction)
    case .listHalfLife:
      relatedness.sequence.halfLifeDays = Self.steppedDays(
        relatedness.sequence.halfLifeDays, direction)
    case .listLength:
      listLength = min(Self.maximumListLength, max(1, listLength + direction))
    case .neighbours:
      let size = direction > 0 ? (neighbours < 100 ? 5 : 50) : (neighbours <= 100 ? 5 : 50)
      neighbours = min(Self.maximumNeighbours, max(5, neighbours + size * direction))
    }
  }

  /// Tenths below 1, where a term and the method's own evidence count alike.
  private static func steppedWeight(_ now: Double, _ direction: Int) -> Double {
    let isSmall = direction > 0 ? now < 0.95 : now <= 1
    guard isSmall else { return stepped(now, direction, most: maximumWeight) }
    return max(0, ((now * 10).rounded() + Double(direction)) / 10)
  }

  /// One finer or coarser step, by where the number stands.
  private static func stepped(_ now: Double, _ direction: Int, most: Double) -> Double {
    let size: Double =
      direction > 0 ? (now < 20 ? 1 : now < 100 ? 5 : 25) : (now <= 20 ? 1 : now <= 100 ? 5 : 25)
    return min(most, max(0, now + size * Double(direction)))
  }

  /// Sets a value as typed. Throws what was expected instead.
  mutating func set(_ name: ParameterName, to text: String) throws(ParameterProblem) {
    let typed = text.trimmingSpaces
    switch name {
    case .metric:
      relatedness.metric = try Self.choice(typed, of: Metric.allCases)
    case .score: relatedness.score = try Self.choice(typed, of: Score.allCases)
    case .unit: relatedness.unit = try Self.choice(typed, of: PurchaseUnit.allCases)
    case .mode: mode = try Self.choice(typed, of: Mode.allCases)
    case .method: method = try Self.choice(typed, of: Method.allCases)
    case .kappa: relatedness.kappa = try Self.number(typed, in: 0...Self.maximumKappa)
    case .support:
      relatedness.support = Int(
        try Self.number(typed, in: 1...Double(Self.maximumSupport)).rounded())
    case .persona: persona = try Self.choice(typed, of: Self.personas)
    case .brand: preferences.brand = try Self.number(typed, in: 0...Self.maximumWeight)
    case .category: preferences.category = try Self.number(typed, in: 0...Self.maximumWeight)
    case .price: preferences.price = try Self.number(typed, in: 0...Self.maximumWeight)
    case .reach: reach = try Self.number(typed, in: 0...Self.maximumWeight)
    case .halfLife: halfLife = try Self.days(typed)
    case .within: relatedness.sequence.withinDays = try Self.days(typed)
    case .listHalfLife: relatedness.sequence.halfLifeDays = try Self.days(typed)
    case .listLength:
      listLength = Int(try Self.number(typed, in: 1...Double(Self.maximumListLength)).rounded())
    case .neighbours:
      neighbours = Int(try Self.number(typed, in: 1...Double(Self.maximumNeighbours)).rounded())
    }
  }

  private static func next<Value: Equatable>(_ value: Value, in all: [Value], _ direction: Int)
    -> Value
  {
    guard let index = all.firstIndex(of: value) else { return all.first ?? value }
    return all[(index + direction + all.count) % all.count]
  }

  private static func choice<Value: RawRepresentable>(
    _ text: String, of all: [Value]
  ) throws(ParameterProblem) -> Value where Value.RawValue == String {
    let name = try name(text, of: all.map(\.rawValue))
    guard let value = Value(rawValue: name) else { throw ParameterProblem(expected: name) }
    return value
  }

  /// The one name that `text` is, or begins.
  private static func name(_ text: String, of all: [String]) throws(ParameterProblem) -> String {
    if let exact = all.first(where: { $0 == text.lowercased() }) { return exact }
    let candidates = text.isEmpty ? [] : all.filter { $0.hasPrefix(text.lowercased()) }
    if candidates.count == 1 { return candidates[0] }
    throw ParameterProblem(expected: "one of " + all.joined(separator: ", "))
  }

  static func number(
    _ text: String, in bounds: ClosedRange<Double>, or other: String? = nil
  ) throws(ParameterProblem) -> Double {
    if let number = Double(text), bounds.contains(number) { return number }
    let range =
      "a number from \(NumberText.short(bounds.lowerBound)) to \(NumberText.short(bounds.upperBound))"
    throw ParameterProblem(expected: other.map { "\(range), or \($0)" } ?? range)
  }
}

/// What a typed parameter value should have been.
struct ParameterProblem: Error, Equatable {
  let expected: String
}
