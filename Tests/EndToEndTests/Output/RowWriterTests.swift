import Foundation
import Testing

@testable import echelon

/// What the formats write, read back by somebody else's parser or compared letter by letter.
@Suite struct RowWriterTests {
  private static let columns = [
    ResultColumn("item_id", .text), ResultColumn("title", .shrinkingText),
    ResultColumn("count", .integer), ResultColumn("score", .number(decimals: 2)),
  ]

  private func written(_ writer: any RowWriter, _ rows: [[Cell]]) throws -> String {
    var writer = writer
    var stream = ByteStream(descriptor: -1, name: "nowhere")
    try writer.begin(Self.columns, to: &stream)
    for row in rows { try writer.row(row, to: &stream) }
    try writer.end(to: &stream)
    return String(decoding: stream.bytes, as: UTF8.self)
  }

  @Test func jsonReadsBackWhateverTheDataSays() throws {
    let titles = [
      "plain", "quote \" slash \\ /", "tab\tline\ncr\r bell\u{7} del\u{7f}", "ünïcode 🫖", "",
    ]
    let numbers = [1.5, -0.1, 1e-300, 1.7976931348623157e308, Double.leastNonzeroMagnitude]
    let text = try written(
      JSONRows(),
      zip(titles, numbers).map { [.text("x"), .text($0), .integer(-3), .number($1)] })
    let objects = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(objects.map { $0["title"] as? String } == titles)
    #expect(objects.map { ($0["score"] as? NSNumber)?.doubleValue } == numbers)
    #expect(objects.allSatisfy { $0["count"] as? Int == -3 && $0["item_id"] as? String == "x" })
  }

  @Test func jsonHasNullWhereThereIsNoNumber() throws {
    let text = try written(
      JSONRows(),
      [
        [.missing, .text("t"), .integer(0), .number(.nan)],
        [.missing, .missing, .missing, .number(.infinity)],
      ])
    #expect(
      text == """
        [
          {"item_id":null,"title":"t","count":0,"score":null},
          {"item_id":null,"title":null,"count":null,"score":null}
        ]

        """)
  }

  @Test func jsonOfNothingIsAnEmptyArray() throws {
    #expect(try written(JSONRows(), []) == "[]\n")
  }

  @Test func jsonNestsRows() throws {
    let nested = Cell.rows(
      columns: [ResultColumn("weight", .number(decimals: 1))], [[.number(2.5)], [.missing]])
    let text = try written(JSONRows(), [[nested, .missing, .missing, .missing]])
    #expect(text.contains(#""item_id":[{"weight":2.5},{"weight":null}]"#))
  }

  @Test func csvQuotesOnlyWhatItMust() throws {
    let text = try written(
      CSVRows(),
      [
        [.text("a"), .text("say \"hi\", then\nleave"), .integer(7), .number(0.1)],
        [.text(" b "), .missing, .integer(-1), .number(.nan)],
      ])
    #expect(
      text == """
        item_id,title,count,score
        a,"say ""hi"", then
        leave",7,0.1
         b ,,-1,

        """)
  }

  @Test func tablesAlignAndShortenOnlyText() throws {
    let rows: [[Cell]] = [
      [.text("a"), .text("a long title that has to give way"), .integer(7), .number(2.345)],
      [.text("item-2"), .text("short"), .integer(1_234_567), .number(-0.001)],
    ]
    #expect(
      try written(TableRows(width: 40), rows) == """
        item id  title              count  score
        a        a long title t…        7   2.35
        item-2   short            1234567   0.00

        """)
    // Too narrow for anything: the numbers stay whole.
    let narrow = try written(TableRows(width: 10, ascii: true), rows)
    #expect(narrow.contains("a long ~  ") && narrow.contains("1234567"))
    #expect(try written(TableRows(width: nil), rows).contains("a long title that has to give way"))
  }

  @Test func tablesShowNothingThatActsOnTheTerminal() throws {
    let text = try written(
      TableRows(width: nil), [[.text("\u{1b}[2J"), .text("a\u{9b}b\n"), .integer(0), .number(0)]])
    #expect(!text.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{9b}" })
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    (2.5, 0, "3"), (-2.5, 0, "-3"), (0.005, 2, "0.01"), (-0.004, 2, "0.00"), (1234.5, 1, "1234.5"),
    (999.999, 2, "1000.00"), (0.07, 3, "0.070"), (1e300, 2, "1e+300"),
  ])
  func fixedPoint(value: Double, decimals: Int, expected: String) {
    #expect(FixedPoint.text(value, decimals: decimals) == expected)
  }
}
