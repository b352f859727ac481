/// One step of a parameter or of a figure of the plan: the same ones in a row are one edit.
struct EditStep: Hashable, Sendable {
  /// Its name, or its path.
  let subject: String
  /// 1 for up, -1 for down.
  let direction: Int
}
