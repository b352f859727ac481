import TerminalUI

extension CommandTable {
  /// The simulation screen and its replays.
  static let simulation: [Command] = [
    Command(
      "simulation.run", [.character("r")], "simulate with the figures as they are now",
      .simulation, label: "run",
      works: { isOnSimulation($0) && $0.canSimulate },
      run: { model, _ in model.simulate() }),
    Command(
      "simulation.stop", [.escape], "stop the simulation", .simulation, label: "stop",
      works: { isOnSimulation($0) && !$0.canEscape && $0.simulation.run != nil },
      run: { model, _ in model.stopSimulation() }),
    step("simulation.policy.next", "v", "the next policy", "policy") { $0.showPolicy(after: 1) },
    step("simulation.policy.previous", "V", "the policy before", nil) { $0.showPolicy(after: -1) },
    step("simulation.replication.next", "x", "the next run of the days", "next run") {
      $0.showReplication(after: 1)
    },
    step("simulation.replication.previous", "X", "the run of the days before", nil) {
      $0.showReplication(after: -1)
    },
  ]

  /// Whether the simulation screen, or a page of it, is in front.
  private static func isOnSimulation(_ model: Model) -> Bool {
    model.isBrowsing && model.screen == .simulation
  }

  private static func step(
    _ name: String, _ key: Character, _ summary: String, _ label: String?,
    _ change: @escaping @Sendable (inout Model) -> Void
  ) -> Command {
    Command(
      name, [.character(key)], summary, .simulation, label: label,
      works: { isOnSimulation($0) && $0.simulation.result != nil },
      run: { model, _ in
        change(&model)
        return []
      })
  }
}
