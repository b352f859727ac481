import Foundation

extension DataProblem {
  /// What the operating system refused, in words an analyst can act on.
  ///
  /// - Parameters:
  ///   - code: The value of `errno`.
  ///   - path: The file or directory concerned.
  ///   - purpose: What was expected, such as "a readable file".
  static func system(_ code: Int32, path: String, purpose: String) -> DataProblem {
    let (found, advice): (String, String) =
      switch code {
      case ENOENT, ENOTDIR: ("nothing there", "check the path")
      case EACCES, EPERM: ("no permission", "change the permissions, or use another place")
      case ENOSPC, EDQUOT, EFBIG: ("a full disk", "free some space and try again")
      case EROFS: ("a read-only file system", "use another place")
      case EISDIR: ("a directory", "give a file's path")
      case EEXIST, ENOTEMPTY: ("something already there", "choose another name")
      case ELOOP: ("links that lead back to themselves", "remove the links, or give another path")
      case EMFILE, ENFILE: ("too many open files", "close other programs and try again")
      default: (String(cString: strerror(code)), "check the path and the disk")
      }
    return DataProblem(file: path, found: found, expected: purpose, advice: advice)
  }
}
