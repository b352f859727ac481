import Foundation
import RetailData

/// What one run of a batch command works with: its options, turned into things.
struct Session {
  let options: GlobalOptions
  let progress: ProgressLine
  let work: WorkContext

  init(_ options: GlobalOptions) {
    self.options = options
    let progress = ProgressLine(isEnabled: Terminal.showsProgress && !options.quiet)
    self.progress = progress
    work = WorkContext(
      threads: options.threads ?? WorkContext.availableThreads, report: progress.show)
  }

  /// Says something on standard error that is not a result, unless asked to be quiet.
  func note(_ text: String) {
    guard !options.quiet else { return }
    progress.clear()
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
