import InventoryPlanning
import TerminalUI
import Testing

@testable import Workbench

/// The form says what the figures are, whatever was changed one by one or many at once.
struct PlanFormTests {
  private func expectTrue(_ bench: Bench, _ location: SourceLocation = #_sourceLocation) throws {
    let form = try #require(bench.model.planning.form)
    let input = try #require(bench.model.planning.input)
    for row in 0..<form.rowCount {
      let parameter = try #require(form.parameter(row))
      let value = form.catalogue.value(of: parameter, in: input)
      let isSame = form.values[row] == value.number || value.number.isNaN
      #expect(isSame, "\(parameter.path) is \(value)", sourceLocation: location)
      #expect(form.words[row] == value.word, "\(parameter.path)", sourceLocation: location)
      let isChanged = value != parameter.defaultValue
      #expect(
        (form.changes[row] != nil) == isChanged, "\(parameter.path)", sourceLocation: location)
    }
  }

  /// Whoever does not know the ids finds a figure by what screens call things.
  @Test(arguments: [
    ("South FC", "facility.south-fc.storage_l"), ("same day", "speed.same_day.lost_sale_penalty"),
    ("FC to North", "delivery.north-fc.north.same_day."),
    ("Depot to South", "transfer.depot.south-fc."), ("candle 2 from", "supply.V1.P8.depot."),
    ("large, standard", "category.large.speed.standard."),
  ])
  func figuresAreFoundByNames(_ name: String, _ path: String) throws {
    var bench = Bench.planning(Bench.small, byHand: true)
    bench.press(.character("5"), .character("/"))
    bench.type(name)
    bench.press(.enter)
    let found = try #require(bench.model.chosenParameter?.path)
    #expect(found.hasPrefix(path), "\(found)")
    // What was looked for is on the screen, not only the id that it has.
    #expect(bench.text().lowercased().contains(name.lowercased()), "\(bench.text())")
    let row = try #require(bench.model.chosenFigure)
    bench.press(.escape)
    bench.run("filter", "name~\"\(name)\"")
    #expect(bench.rows.contains(row) && bench.rows.count < 60)
  }

  @Test func changesOfManyAndOfOne() throws {
    var bench = Bench.planning(byHand: true)
    for change in [
      "facility.*.storage_l -10%", "facility.north-fc.storage_l 50", "delivery.*.*.*.cutoff_hour 9",
      "supply.*.*.*.lead_time_mean_days *2", "speed.*.service_target 90%", "mode target",
      "facility.*.storage_l +5", "speed.standard.service_target none", "item.*.volume_l +10%",
      "facility.north-fc.storage_l 50", "demand_factor 1.5", "facility.*.storage_l inf",
    ] {
      bench.run("plan.set", change)
      try expectTrue(bench)
    }
    #expect(bench.model.planning.changes.list.count > 6)
    while bench.model.edits.canUndo {
      bench.run("undo")
      try expectTrue(bench)
    }
    #expect(bench.model.planning.changes.isEmpty)
    while bench.model.edits.canRedo { bench.run("redo") }
    try expectTrue(bench)
    bench.run("plan.reset")
    try expectTrue(bench)
  }

  /// A value of one after a change of all, typed anew without being another one, acts after it.
  @Test func theOrderOfChangesTells() throws {
    var bench = Bench.planning(byHand: true)
    let path = "facility.north-fc.storage_l"
    bench.run("plan.set", "\(path) 50")
    bench.run("plan.set", "facility.*.storage_l +10")
    let form = try #require(bench.model.planning.form)
    let row = try #require(form.row(of: path))
    #expect(form.values[row] == 60)
    bench.run("plan.set", "\(path) 50")
    #expect(bench.model.planning.form?.values[row] == 50)
    try expectTrue(bench)
  }

  @Test(arguments: [("∞", "inf"), ("−10%", "54"), ("+10%", "66")])
  func whatTheScreenShowsMayBeTyped(_ typed: String, _ value: String) {
    var bench = Bench.planning(byHand: true)
    bench.run("plan.set", "facility.north-fc.storage_l \(typed)")
    #expect(bench.model.planning.changes.value(of: "facility.north-fc.storage_l") == value)
  }

  @Test(arguments: ["abc", "nan", "-5", "1e400", "10 000", "12,5", "--1", "%", "+"])
  func nonsenseChangesNothing(_ typed: String) {
    var bench = Bench.planning(byHand: true)
    bench.press(.character("5"))
    bench.change { $0.chooseFigure(at: "facility.north-fc.storage_l") }
    bench.press(.character("="), .control("u"))
    bench.type(typed)
    bench.press(.enter)
    #expect(bench.model.notice?.isProblem == true)
    #expect(bench.model.planning.changes.isEmpty)
    #expect(!bench.model.edits.canUndo)
  }

  /// What is longer than its column is not shown in part, nor over its neighbour.
  @Test func aChangeFitsItsColumn() throws {
    var bench = Bench.planning(Bench.small, byHand: true)
    bench.press(.character("5"))
    bench.run("plan.set", "facility.north-fc.storage_l 123456")
    bench.run("plan.set", "facility.south-fc.storage_l inf")
    bench.run("plan.set", "speed.standard.service_target 0.9")
    let form = try #require(bench.model.planning.form)
    #expect(form.changes.values.allSatisfy { $0.count <= 8 }, "\(form.changes.values)")
    #expect(form.row(of: "speed.standard.service_target").map { form.changes[$0] } == "was none")
    #expect(PlanForm.difference(.number(.infinity), .number(119_500)) == "changed")
    #expect(PlanForm.difference(.word("target"), .word("state")) == "changed")
  }
}
