import Recommendations
import RetailData

/// The people who seem to share an account.
struct PersonaQuestion: Question {
  let customer: Int

  var family: QuestionFamily { QuestionFamily(name: "personas", subject: customer) }

  var isLong: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.analysis != nil }

  /// `2 people: Cookware 71 %, Cat Food 29 %`.
  func answer(from workspace: Workspace, work: WorkContext) throws -> String {
    guard let analysis = workspace.analysis else { throw CancellationError() }
    let personas = Personas(of: customer, in: analysis.coPurchases)
    let labels = personas.labels(in: workspace.dataset.items)
    guard personas.groups.count > 1 else { return labels.first.map { "1 person: \($0)" } ?? "" }
    let parts = zip(labels, personas.groups).map { label, group in
      "\(label) \(NumberText.decimal(group.share * 100, places: 0)) %"
    }
    return "\(personas.groups.count) people: \(parts.joined(separator: ", "))"
  }
}
