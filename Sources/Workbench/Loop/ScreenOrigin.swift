/// Where Enter was pressed that led to a screen, and how that was found.
struct ScreenOrigin: Hashable, Sendable {
  let screen: ScreenName
  /// The page as it was before its list was arranged for what was spoken of; nil where it was not.
  /// The way back leaves it like that again.
  var before: Page?
  /// What the list was filtered by then.
  var filter = ""
}
