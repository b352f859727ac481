import Foundation
import RetailData
import ScenarioStore
import TerminalDriver
import TerminalUI
import Workbench

/// Opens the workbench on a directory of data, and returns when the analyst quits.
///
/// The screen is there at once; the data is read behind it, and what is wrong with it is said on
/// the screen. Throws `TerminalError` where there is no terminal to draw on.
func openWorkbench(
  directory: String, ascii: Bool = false, threads: Int? = nil, skipBadRows: Bool = false,
  scenarios: ScenarioStore? = nil, replay: [String] = []
) throws {
  shareFreedMemory()
  let terminal = try Terminal(TerminalOptions(ascii: ascii ? true : nil))
  defer { terminal.close() }
  let path = URL(fileURLWithPath: directory).standardizedFileURL.path
  let options = OpenOptions(skipBadRows: skipBadRows)
  var workbenchOptions = Workbench.Options(
    dataName: URL(fileURLWithPath: path).lastPathComponent, dataKey: path,
    glyphs: terminal.glyphs, threads: threads ?? WorkContext.availableThreads,
    stateDirectory: stateDirectory(), cache: CacheDirectory(forData: directory),
    scenarios: scenarios
  ) { work in
    try Dataset.open(directory: directory, options: options, work: work)
  }
  workbenchOptions.replay = replay
  var workbench = Workbench(display: TerminalDisplay(terminal), options: workbenchOptions)
  let lost = workbench.run()
  terminal.close()
  if let lost { FileHandle.standardError.write(Data("echelon: \(lost)\n".utf8)) }
}

/// `$XDG_STATE_HOME/echelon`, or its default place.
///
/// See the XDG Base Directory Specification, version 0.8: a relative path is to be ignored.
private func stateDirectory() -> URL {
  let named = ProcessInfo.processInfo.environment["XDG_STATE_HOME"] ?? ""
  let base =
    named.hasPrefix("/")
    ? URL(fileURLWithPath: named)
    : FileManager.default.homeDirectoryForCurrentUser.appending(path: ".local/state")
  return base.appending(path: "echelon")
}
