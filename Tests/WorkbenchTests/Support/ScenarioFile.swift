import Foundation
import ScenarioStore

/// A file of scenarios of a test's own, gone with the test.
final class ScenarioFile {
  private let directory: URL
  let store: ScenarioStore

  init() {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "echelon-scenarios-\(UUID().uuidString.prefix(8))")
    store = ScenarioStore(file: directory.appending(path: "what-ifs.sqlite").path)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }
}
