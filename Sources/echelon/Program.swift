import ArgumentParser
import Foundation

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
