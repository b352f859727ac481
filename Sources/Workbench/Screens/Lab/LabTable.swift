import Recommendations
import RetailData

extension Lab {
  /// A row for every method: whether it is judged next, and how it did.
  func table(_ methods: [Method]) -> TableSource {
    let standing = results?.standing(view)
    let places = methods.map { results?.contender($0) }
    let figures = places.map { place in place.flatMap { standing?.figures[$0] } }
    func numbers(_ number: (LabStanding.Figure) -> Double?) -> ColumnValues {
      .doubles(Column(figures.map { $0.flatMap(number) ?? .nan }))
    }
    // Blanks, as nothing would be shown as not known.
    func texts(_ texts: [String]) -> ColumnValues {
      .strings(StringColumn(texts.map { $0.isEmpty ? " " : $0 }))
    }
    return TableSource(
      key: TableKey(name: "lab", version: version), rowCount: methods.count,
      columns: [
        TableColumn("chosen", "", texts(methods.map(sign)), .text, width: 1...1, priority: 0),
        TableColumn(
          "method", "Method", texts(methods.map(\.rawValue)), .text, width: 11...22, priority: 0),
        TableColumn(
          "value", view.metric.name(top: options.top), numbers { $0.estimate.value }, .decimal(3),
          priority: 1),
        TableColumn(
          "low", "low", numbers { $0.estimate.interval?.lowerBound }, .decimal(3), priority: 3),
        TableColumn(
          "high", "high", numbers { $0.estimate.interval?.upperBound }, .decimal(3), priority: 3),
        TableColumn(
          "verdict", "Against the best",
          texts(places.map { place in place.flatMap { standing?.verdict($0) } ?? "" }), .text,
          width: 19...21, priority: 2),
        TableColumn(
          "customers", "Customers",
          .doubles(Column(figures.map { $0.map { Double($0.estimate.customers) } ?? .nan })),
          .count, priority: 5),
        TableColumn(
          "state", "State", texts(zip(methods, places).map(state)), .text, width: 8...14,
          priority: 4),
      ], noun: "method")
  }

  /// Baselines always run.
  private func sign(_ method: Method) -> String {
    Contender.baselines.contains(method) ? "•" : chosen.contains(method) ? "✓" : " "
  }

  private func state(_ method: Method, _ place: Int?) -> String {
    guard let place, let results else {
      return chosen.contains(method) || Contender.baselines.contains(method) ? "" : "left out"
    }
    let progress = results.progress[place]
    let done = progress.scored + progress.refused
    if progress.refused == results.windows.count { return "did not run" }
    if done == results.windows.count { return progress.refused > 0 ? "some refused" : "done" }
    return "\(done) of \(results.windows.count)"
  }
}
