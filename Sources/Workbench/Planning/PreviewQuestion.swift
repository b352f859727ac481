import InventoryPlanning
import RetailData

/// What can be said of the plan at hand under changes it was not made for, while a new one is on
/// its way.
struct PreviewQuestion: Question {
  let plan: PlanFigures.ID
  /// Of `Planning`: tells inputs apart.
  let generation: Int
  let input: PlanInput

  enum Preview: Sendable, Equatable {
    /// Only money changed, or capacities that the plan fits: it would cost this, and no best plan
    /// costs more.
    case repriced(PlanCosts)
    /// Its quantities are not possible, or mean something else.
    case needsNewPlan(RepricingObstacle)
  }

  var family: QuestionFamily { QuestionFamily(name: "plan preview") }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool {
    workspace.plan?.id == plan && workspace.plan?.answer != nil
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Preview {
    guard let answer = workspace.plan?.answer else {
      throw Failure("the plan that was to be priced anew is gone")
    }
    do throws(RepricingObstacle) {
      return .repriced(try answer.repriced(with: input).costs)
    } catch {
      return .needsNewPlan(error)
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.plan == right.plan && left.generation == right.generation
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(plan)
    hasher.combine(generation)
  }
}

extension Model {
  /// Asked while the plan on screen is one of other changes.
  var previewQuestion: PreviewQuestion? {
    guard let shown = planning.figures, !shown.isCurrent, shown.value.answer != nil,
      let input = planning.input
    else { return nil }
    return PreviewQuestion(
      plan: shown.value.id, generation: planning.generation, input: input)
  }

  /// What can be said of the plan on screen at the present changes; nil where it was made for them,
  /// or where that is not known yet.
  var planPreview: PreviewQuestion.Preview? {
    guard let question = previewQuestion, let known = answers.known(question), known.isCurrent
    else { return nil }
    return known.value
  }
}
