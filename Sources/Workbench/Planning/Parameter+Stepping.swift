import InventoryPlanning

extension Parameter {
  /// One step up (`direction` 1) or down (-1) from a value: numbers stop at their ends, choices go
  /// round. Nil where there is no next value: it must be typed.
  func stepped(_ value: ParameterValue, _ direction: Int) -> ParameterValue? {
    switch (domain, value) {
    case (.choice(let words), .word(let word)):
      guard let place = words.firstIndex(of: word) else { return words.first.map { .word($0) } }
      return .word(words[(place + direction + words.count) % words.count])
    case (.number(let numbers), .number(let number)) where number.isFinite:
      return stepped(number, direction, in: numbers)
    case (.number(let numbers), .absent) where numbers.absence != nil:
      // No cut-off is later than any, no target less than any.
      if isAbsentAtTop { return direction < 0 ? .number(numbers.high) : .absent }
      return direction > 0 ? .number(numbers.low + step) : .absent
    default:
      return nil
    }
  }

  private var isAbsentAtTop: Bool { unit == "hours" }

  private func stepped(
    _ number: Double, _ direction: Int, in numbers: NumberDomain
  ) -> ParameterValue {
    let next = Self.tidy(number + step * Double(direction), step: step)
    if next > numbers.high {
      return numbers.absence != nil && isAbsentAtTop ? .absent : .number(max(number, numbers.high))
    }
    if next < numbers.low || numbers.excludesLow && next <= numbers.low {
      if numbers.absence != nil, !isAbsentAtTop { return .absent }
      return numbers.excludesLow ? .number(number) : .number(numbers.low)
    }
    return .number(next)
  }

  /// Without the dust of adding decimal steps: a few digits finer than the step.
  private static func tidy(_ number: Double, step: Double) -> Double {
    var scale = 1.0
    while step * scale < 1_000, scale < 1e9 { scale *= 10 }
    guard number.magnitude * scale < 1e15 else { return number }
    return (number * scale).rounded() / scale
  }
}

extension Model {
  /// Steps a figure of the plan.
  mutating func stepPlan(_ parameter: Parameter, _ direction: Int) {
    guard let ground = planning.ground, let input = planning.input else { return }
    let now = ground.catalogue.value(of: parameter, in: input)
    guard let next = parameter.stepped(now, direction) else {
      complain("\(parameter.path) is \(now): type a value with =")
      return
    }
    guard next != now else { return }
    let step = EditStep(subject: parameter.path, direction: direction)
    changePlan(parameter.path, to: next.description, step: step)
  }
}
