import Recommendations
import RetailData

/// Something a screen wants to know that takes too long to find out between two frames. A value:
/// asking is data, the effect runner finds the answer on a thread of its own.
protocol Question: Hashable, Sendable {
  associatedtype Answer: Sendable

  /// What it is about, whatever the parameters: an answer to another question of the same family
  /// may be shown, dimmed, until the right one arrives.
  var family: QuestionFamily { get }

  /// Whether the workspace has what the answer needs.
  func isAnswerable(in workspace: Workspace) -> Bool

  /// What has to be learned first; nil: nothing.
  var training: Training? { get }

  /// Whether finding out takes so long that keys are pressed meanwhile: it then gives way to them.
  var isLong: Bool { get }

  /// Whether earlier answers of its family are forgotten once it is answered: of plans there are
  /// many in a minute, and nobody goes back to the one before.
  var supersedes: Bool { get }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Answer
}

extension Question {
  func isAnswerable(in workspace: Workspace) -> Bool { true }

  var training: Training? { nil }

  var isLong: Bool { false }

  var supersedes: Bool { false }
}

struct QuestionFamily: Hashable, Sendable {
  let name: String
  /// The item or customer it is about; -1 where it is about neither.
  var subject = -1
}

/// Any question, as a key.
struct AnyQuestion: Hashable, Sendable {
  let base: any Question

  init(_ base: any Question) { self.base = base }

  static func == (left: Self, right: Self) -> Bool { left.base.isEqual(to: right.base) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(type(of: base)))
    base.hash(into: &hasher)
  }
}

extension Question {
  fileprivate func isEqual(to other: any Question) -> Bool {
    (other as? Self) == self
  }
}
