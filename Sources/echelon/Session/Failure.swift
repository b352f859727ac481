/// A command cannot go on: what is wrong and what to do, for standard error. Exit status 1.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
