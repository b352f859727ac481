import ArgumentParser
import Foundation

/// The program: one verb a command, the workbench where none is named.
struct Echelon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echelon",
    abstract: "Explore what customers want next, and where stock stands.",
    discussion: """
      Without a command, opens the workbench on a directory of CSV files, or on the bundled \
      sample.

      EXAMPLES
        echelon                            the workbench, on the bundled sample
        echelon shop                       the workbench, on the files in shop/
        echelon check shop                 every problem in those files
        echelon related 85123A --data shop
        echelon recommend 17850 --data shop --why

      EXIT STATUS
        0 done, 1 bad data or no such thing, 2 the workbench needs a terminal, 64 bad usage
      """,
    version: "0.1.0",
    subcommands: [],
    defaultSubcommand: nil)
}

@main
enum Program {
  static func main() {
    // A reader that leaves early is no reason to die: writing reports it, see `ReaderLeft`.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Echelon.parseAsRoot()
      try command.run()
    } catch is ReaderLeft {
      Echelon.exit()
    } catch {
      Echelon.exit(withError: error)
    }
  }
}
