import Testing

/// From the network into a building, to an item of it, and back the way one came.
@Suite struct NetworkTourTests {
  @Test(arguments: [80, 140]) func aBuildingItsItemsAndBack(width: Int) async throws {
    let scratch = try Scratch()
    let shop = try await TinyShop.path()
    let terminal = try await TerminalSession(in: scratch, width: width)
    _ = try await terminal.launch(shop)
    try await terminal.waitFor("1 of 8")
    try terminal.press("4")
    // Buildings are there before their plan is.
    try await terminal.waitFor("Facility")
    try await terminal.waitFor { $0.contains("plan certified") && $0.contains("· current") }
    try terminal.press("Enter")
    let facility = try await terminal.waitFor {
      $0.contains("▸ Network ▸") && $0.contains("leaves first")
    }
    #expect(facility.contains("Items that may stand here"), "\(facility)")
    try terminal.press("Enter")
    let item = try await terminal.waitFor { $0.contains("▸ I000") && $0.contains("Related items") }
    #expect(!item.contains("no plan"), "\(item)")
    try terminal.press("Right")
    try await terminal.waitFor("Where it stands, and is to stand")
    try terminal.press("Right")
    try await terminal.waitFor("one more unit is worth")
    try terminal.press("Escape")
    try await terminal.waitFor("Items that may stand here")
    try terminal.press("Escape")
    try await terminal.waitFor { $0.contains("▸ Network") && !$0.contains("▸ Network ▸") }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }
}
