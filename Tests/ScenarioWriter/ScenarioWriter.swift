import Foundation
import ScenarioStore

/// `ScenarioWriter FILE STEP`: saves one scenario after the other from that step on, and says of
/// each when it is durable, until somebody kills it.
@main
enum ScenarioWriter {
  static func main() {
    do {
      try save()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func save() throws -> Never {
    let store = ScenarioStore(file: CommandLine.arguments[1])
    var step = Int(CommandLine.arguments[2]) ?? 0
    while true {
      let written = WrittenScenario(step: step)
      try store.save(
        written.scenario, plan: written.plan, as: written.name, replacing: .anything)
      FileHandle.standardOutput.write(Data("\(step)\n".utf8))
      step += 1
    }
  }
}
