import ArgumentParser
import Foundation

@main
enum Program {
  static func main() {
    // A reader that leaves early is no reason to die: writing reports it, see `ReaderLeft`.
    signal(SIGPIPE, SIG_IGN)
    // Nor is a limit on the size of files: writing fails then, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    // Memory that is a view of a file is gone when someone cuts the file short meanwhile.
    signal(SIGBUS) { _ in
      let text: StaticString = """
        Error: a file of the data was cut short while it was read; try again when nobody writes to \
        it

        """
      write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(1)
    }
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
