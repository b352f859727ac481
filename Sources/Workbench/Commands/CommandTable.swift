import TerminalUI

/// Every command there is, in the order of the help.
enum CommandTable {
  static let all: [Command] =
    lab + moving + going + arranging + item + customer + [aligned] + parameterSteps
    + parameterValues
    + scenarios + planning + simulation + program

  private static let byKey: [Key: [Command]] = {
    var table: [Key: [Command]] = [:]
    for command in all { for key in command.keys { table[key, default: []].append(command) } }
    return table
  }()

  /// The command a key stands for now; nil where it means nothing.
  static func command(for key: Key, in model: Model) -> Command? {
    byKey[key]?.first { $0.works(model) }
  }

  static func command(named name: String) -> Command? {
    all.first { $0.name == name }
  }
}
