import InventoryPlanning
import RetailData
import TerminalUI
import TestSupport
import Testing

@testable import Workbench

/// Changing the plan's figures, and taking it back.
struct PlanChangesTests {
  /// Every figure that there is to change.
  private func parameters(_ bench: Bench) throws -> [Parameter] {
    let catalogue = try #require(bench.model.planning.ground?.catalogue)
    return catalogue.groups.flatMap { group in
      (0..<catalogue.rowCount(of: group)).flatMap { catalogue.parameters(of: group, row: $0) }
    }
  }

  private func values(_ bench: Bench, _ parameters: [Parameter]) throws -> [ParameterValue] {
    let ground = try #require(bench.model.planning.ground)
    let input = try #require(bench.model.planning.input)
    return parameters.map { ground.catalogue.value(of: $0, in: input) }
  }

  @Test func everyFigureStepsUndoesAndRedoesAmongTheRecommendersParameters() throws {
    var bench = Bench.planning(byHand: true)
    bench.holdsWork = true
    let all = try parameters(bench)
    #expect(all.count > 100)
    // Of every kind that there is.
    #expect(Set(all.map(\.group)) == Set(ParameterGroup.allCases))
    var generator = SeededGenerator(seed: 5)
    let start = try values(bench, all)
    var states = [bench.model.edited]
    var changed: Set<String> = []
    func kind(_ parameter: Parameter) -> String {
      "\(parameter.group).\(parameter.path.split(separator: ".").last ?? "")"
    }
    for parameter in all.shuffled(using: &generator) {
      bench.change { $0.stepPlan(parameter, 1) }
      if bench.model.edited == states.last { bench.change { $0.stepPlan(parameter, -1) } }
      // Some figures count for nothing here, and say so.
      if bench.model.edited == states.last {
        #expect(bench.model.notice?.isProblem == true, "\(parameter.path)")
        continue
      }
      changed.insert(kind(parameter))
      states.append(bench.model.edited)
      if Int.random(in: 0..<8, using: &generator) == 0 {
        bench.run("kappa", "\(states.count)")
        states.append(bench.model.edited)
      }
    }
    #expect(states.count > 100)
    // Here vendors say what all items cost: it is refused, as checked above.
    #expect(Set(all.map(kind)).subtracting(changed) == ["item.unit_cost"])
    let end = try values(bench, all)
    for state in states.reversed().dropFirst() {
      bench.press(.character("u"))
      #expect(bench.model.edited == state)
    }
    #expect(try values(bench, all) == start)
    #expect(!bench.model.edits.canUndo)
    for state in states.dropFirst() {
      bench.press(.control("r"))
      #expect(bench.model.edited == state)
    }
    #expect(try values(bench, all) == end)
  }

  @Test func whatIsSetBackToTheDataIsNoChange() {
    var bench = Bench.planning(byHand: true)
    bench.run("plan.set", "facility.depot.storage_l +50%")
    #expect(bench.model.planning.changes.value(of: "facility.depot.storage_l") == "6000")
    bench.run("plan.set", "facility.depot.storage_l 4000")
    #expect(bench.model.planning.changes.isEmpty)
  }

  @Test func aChangeOfAllCountsFromTheDataAndWhatComesAfterItWins() throws {
    var bench = Bench.planning(byHand: true)
    bench.run("plan.set", "facility.depot.storage_l 5000")
    bench.run("plan.set", "facility.*.storage_l +10%")
    func storage() throws -> [Double] {
      try #require(bench.model.planning.input).network.facilities.map(\.storage)
    }
    #expect(try storage().map { $0.rounded() } == [5_500, 66, 550])
    bench.run("plan.set", "facility.*.storage_l +20%")
    #expect(try storage().map { $0.rounded() } == [6_000, 72, 600], "not on top of the first")
    bench.run("plan.set", "facility.depot.storage_l 7000")
    #expect(try storage().map { $0.rounded() } == [7_000, 72, 600])
    let paths = bench.model.planning.changes.list.map(\.path)
    #expect(paths == ["facility.*.storage_l", "facility.depot.storage_l"])
    bench.run("plan.reset")
    #expect(try storage() == [4_000, 60, 500])
    bench.press(.character("u"))
    #expect(try storage().map { $0.rounded() } == [7_000, 72, 600])
  }

  @Test(arguments: [
    ("facility.depot.storage", "1"), ("facility.nowhere.storage_l", "1"),
    ("facility.depot.storage_l", "much"), ("facility.depot.storage_l", "-5"), ("scenarios", "0"),
    ("item.P1.unit_cost", "3"),
  ])
  func whatCannotBeIsRefusedWithTheReason(_ path: String, _ value: String) {
    var bench = Bench.planning(byHand: true)
    bench.run("plan.set", "\(path) \(value)")
    #expect(bench.model.planning.changes.isEmpty && !bench.model.edits.canUndo)
    #expect(bench.model.notice?.isProblem == true)
  }

  @Test func stepsStayInRangeAndTidy() throws {
    let bench = Bench.planning(byHand: true)
    for parameter in try parameters(bench) {
      for direction in [1, -1] {
        var value = parameter.defaultValue
        for _ in 0..<60 {
          guard let next = parameter.stepped(value, direction) else { break }
          #expect(next.description.count <= 12, "\(parameter.path): \(next)")
          if case .number(let number) = next, case .number(let domain) = parameter.domain {
            #expect(number >= domain.low && number <= domain.high, "\(parameter.path): \(number)")
          }
          value = next
        }
      }
    }
  }
}
