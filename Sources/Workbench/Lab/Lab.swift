import Recommendations

/// What the analyst has set up in the lab, and what came of it.
struct Lab: Sendable {
  /// The methods to judge next.
  var chosen = Set(Method.allCases)
  var options = EvaluationOptions()
  var view = LabView()
  /// The latest results, while they come too.
  var results: LabResults?
  /// The parameters they were made with.
  var parameters: Parameters?
  /// Stopped before it was done.
  var isStopped = false
  /// Why the last one could not be made.
  var problem: String?
  /// Counts what changes the table.
  var version = 0
  /// Counts evaluations kept in the file.
  var kept = 0

  /// Windows that + and - step between.
  static let mostWindows = 26

  mutating func toggle(_ method: Method) {
    if chosen.remove(method) == nil { chosen.insert(method) }
    version += 1
  }

  mutating func change(_ edit: (inout Lab) -> Void) {
    edit(&self)
    version += 1
  }
}

extension Model {
  var isJudging: Bool { isRunning(.judge) }

  /// Begins to judge what is chosen.
  mutating func judge() -> [Effect] {
    guard let workspace, !isJudging else { return [] }
    let methods = Method.allCases.filter(lab.chosen.contains)
    let contenders = Contender.field(of: methods).map { contender in
      Contender(contender.method, parameters: parameters.recommender(for: contender.method))
    }
    lab.change {
      $0.results = nil
      $0.parameters = parameters
      $0.isStopped = false
      $0.problem = nil
      $0.view.window = nil
    }
    let job = LabJob(dataset: workspace.dataset, contenders: contenders, options: lab.options)
    return [.start(begin(.judge), .judge(job))]
  }

  mutating func stopJudging() -> [Effect] {
    lab.change { $0.isStopped = true }
    say("stopped; what has been judged stays")
    let ids = running.filter { $0.value.purpose == .judge }.map(\.key).sorted()
    for id in ids { running[id] = nil }
    return ids.map { .cancel($0) }
  }

  /// Takes in what is known so far.
  mutating func note(_ results: LabResults, of id: WorkID) {
    guard running[id] != nil else { return }
    lab.change { $0.results = results }
  }

  mutating func judged(_ news: LabNews) {
    lab.change {
      $0.results = news.results
      if news.isKept { $0.kept += 1 }
    }
    if let problem = news.problem {
      complain("the evaluation is not kept: \(problem)")
    } else if screen != .lab {
      say("the lab is done: \(ScreenName.lab.number) shows it")
    }
  }

  /// Has the Customers screen recommend by the selected method.
  mutating func useSelectedMethod() {
    guard let method = selectedMethod else { return }
    parameter = .method
    setParameter(.method, to: method.rawValue)
    say("the Customers screen recommends by \(method.rawValue) now; u takes it back")
  }

  /// The method under the cursor of the lab's table; nil elsewhere.
  var selectedMethod: Method? {
    guard isBrowsing, page.place == .lab, page.focus == LabPage.methods, let row = selectedRow,
      LabPage.rows(self).indices.contains(row)
    else { return nil }
    return LabPage.rows(self)[row]
  }
}
