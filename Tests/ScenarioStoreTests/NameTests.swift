import ScenarioStore
import Testing

@Suite("Names of scenarios")
struct NameTests {
  @Test(
    "A name that cannot be is refused with the reason",
    arguments: [
      ("", "the name is empty; give the scenario a name"),
      (" \t ", "the name is empty; give the scenario a name"),
      (
        String(repeating: "x", count: 61),
        "the name has 61 characters, expected at most 60; shorten it"
      ),
      ("a\u{1b}[31m", "the name has the character U+001B, which cannot be shown; leave it out"),
      ("a\nb", "the name has the character U+000A, which cannot be shown; leave it out"),
      ("a\u{202e}b", "the name has the character U+202E, which cannot be shown; leave it out"),
      ("a\u{2028}b", "the name has the character U+2028, which cannot be shown; leave it out"),
    ])
  func refused(name: String, reason: String) throws {
    let store = try Workspace().store
    let error = #expect(throws: ScenarioError.self) { try store.save(Sample.scenario(), as: name) }
    #expect(error?.description == reason)
  }

  @Test func combiningMarksDoNotMakeALongNameShort() throws {
    let store = try Workspace().store
    #expect(throws: ScenarioError.self) {
      try store.save(Sample.scenario(), as: "a" + String(repeating: "\u{301}", count: 500))
    }
  }

  @Test(
    "Any other name is as good as its neighbour",
    arguments: [
      "x", "tight London", "-10 %", "'; DROP TABLE scenarios; --", "日本", "👩‍👩‍👧", "नमस्ते",
      String(repeating: "x", count: 60),
    ])
  func accepted(name: String) throws {
    let workspace = try Workspace()
    try workspace.store.save(Sample.scenario(), as: name)
    #expect(try workspace.store.scenario(named: name).name == name)
  }

  @Test(
    "A name that is not there is answered with near ones",
    arguments: [
      ("tigth london", "did you mean “tight London”?"),
      ("tight", "did you mean “tight Leeds” or “tight London”?"),
      ("zzzzz", "there is “more room”, “tight Leeds”, “tight London”"),
    ])
  func near(name: String, advice: String) throws {
    let workspace = try Workspace()
    for name in ["tight London", "tight Leeds", "more room"] {
      try workspace.store.save(Sample.scenario(), as: name)
    }
    let error = #expect(throws: ScenarioError.self) {
      try workspace.store.plan(ofScenario: name)
    }
    #expect(
      error?.description == "there is no scenario “\(name)” in \(workspace.file); \(advice)")
  }
}
