extension ParameterKind {
  static let plan: [ParameterKind] = [
    choice("mode", "what a plan starts from", \.mode),
    number(
      "scenarios", "scenarios", .whole("scenarios", from: 1, to: 4_096), step: 8,
      get: { Double($0.scenarios) }, set: { $0.scenarios = Int($1) }),
    // A double holds every whole number up to 2^53.
    number(
      "seed", "seed", .whole("numbers", from: 0, to: 9_007_199_254_740_991), step: 1,
      get: { Double($0.seed) }, set: { $0.seed = UInt64($1) }),
    setting(
      "review_days", "days between orders", .positive("days", upTo: 365), step: 1, \.reviewDays),
    choice("storage_basis", "what storage is counted for", \.storageBasis),
    setting("demand_factor", "factor of all demand", .factor, step: 0.05, \.demandFactor),
    setting(
      "lead_time_factor", "factor of all lead times", .factor, step: 0.05, \.leadTimeFactor),
    setting(
      "service_price_factor", "price of a missed target", .notNegative("mean sales"), step: 0.5,
      \.servicePriceFactor),
  ]

  private static func setting(
    _ field: String, _ label: String, _ domain: NumberDomain, step: Double,
    _ path: any WritableKeyPath<PlanSettings, Double> & Sendable
  ) -> ParameterKind {
    number(
      field, label, domain, step: step, get: { $0[keyPath: path] },
      set: { $0[keyPath: path] = $1 })
  }

  private static func number(
    _ field: String, _ label: String, _ domain: NumberDomain, step: Double,
    get: @escaping @Sendable (PlanSettings) -> Double,
    set: @escaping @Sendable (inout PlanSettings, Double) -> Void
  ) -> ParameterKind {
    ParameterKind(
      group: .plan, field: field, label: label, domain: .number(domain), step: step,
      get: { input, _ in .number(get(input.settings)) },
      set: { input, _, values in
        for value in values { set(&input.settings, value.figure) }
      })
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ field: String, _ label: String, _ path: any WritableKeyPath<PlanSettings, Choice> & Sendable
  ) -> ParameterKind {
    ParameterKind(
      group: .plan, field: field, label: label,
      domain: .choice(Choice.allCases.map(\.rawValue)), step: 1,
      get: { input, _ in .word(input.settings[keyPath: path].rawValue) },
      set: { input, _, values in
        for case .word(let word) in values {
          if let choice = Choice(rawValue: word) { input.settings[keyPath: path] = choice }
        }
      })
  }
}
