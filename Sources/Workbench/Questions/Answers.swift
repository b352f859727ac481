/// What has been found out: the latest answers, oldest forgotten first.
struct Answers: Sendable {
  /// An answer to a question, or to an earlier question of its family.
  struct Known<Value> {
    let value: Value
    /// Whether it answers exactly what was asked.
    let isCurrent: Bool
  }

  /// Answers remembered. Going back to a page finds its figures still there.
  static let limit = 96

  private var values: [AnyQuestion: Result<any Sendable, Failure>] = [:]
  /// Oldest first.
  private var order: [AnyQuestion] = []

  /// The answer to `question`; failing that, the latest of its family.
  func known<Q: Question>(_ question: Q) -> Known<Q.Answer>? {
    if let value = success(AnyQuestion(question), as: Q.Answer.self) {
      return Known(value: value, isCurrent: true)
    }
    let earlier = order.last { $0.base is Q && $0.base.family == question.family && isSuccess($0) }
    guard let earlier, let value = success(earlier, as: Q.Answer.self) else { return nil }
    return Known(value: value, isCurrent: false)
  }

  /// Why `question` has no answer.
  func failure(_ question: any Question) -> Failure? {
    guard case .failure(let failure)? = values[AnyQuestion(question)] else { return nil }
    return failure
  }

  func isSettled(_ question: AnyQuestion) -> Bool { values[question] != nil }

  mutating func store(_ result: Result<any Sendable, Failure>, for question: AnyQuestion) {
    if values.updateValue(result, forKey: question) != nil {
      order.removeAll { $0 == question }
    }
    order.append(question)
    if question.base.supersedes, case .success = result { forget(before: question) }
    while order.count > Self.limit {
      values.removeValue(forKey: order.removeFirst())
    }
  }

  /// Forgets what was answered of the same family before.
  private mutating func forget(before question: AnyQuestion) {
    let kind = type(of: question.base)
    let family = question.base.family
    let old = order.filter {
      $0 != question && type(of: $0.base) == kind && $0.base.family == family
    }
    for earlier in old { values.removeValue(forKey: earlier) }
    if !old.isEmpty { order = order.filter { values[$0] != nil } }
  }

  /// Forgets what failed, so that it is tried again.
  mutating func forgetFailures() {
    let failed = order.filter { !isSuccess($0) }
    for question in failed { values.removeValue(forKey: question) }
    order = order.filter { values[$0] != nil }
  }

  private func isSuccess(_ question: AnyQuestion) -> Bool {
    if case .success? = values[question] { true } else { false }
  }

  private func success<Value>(_ question: AnyQuestion, as type: Value.Type) -> Value? {
    guard case .success(let value)? = values[question] else { return nil }
    return value as? Value
  }
}
