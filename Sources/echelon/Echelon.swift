import ArgumentParser

@main
struct Echelon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echelon", abstract: "Explore what customers want next, and where stock stands.")
}
