import ArgumentParser
import Foundation

@main
enum Program {
  static func main() {
    // A reader that leaves early is no reason to die: writing reports it, see `ReaderLeft`.
    signal(SIGPIPE, SIG_IGN)
    // Nor is a limit on the size of files: writing fails then, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
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
