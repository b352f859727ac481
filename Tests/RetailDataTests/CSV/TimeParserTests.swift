import Foundation
import TestSupport
import Testing

@testable import RetailData

@Suite struct TimeParserTests {
  private func parse(_ text: String) -> Result<Timestamp, TimeParser.Failure> {
    var text = text
    return text.withUTF8 { TimeParser.parse($0) }
  }

  private func seconds(_ text: String) -> UInt32? {
    if case .success(let time) = parse(text) { return time.seconds }
    return nil
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2011-02-28", 1_298_851_200), ("2011-02-28 08:26", 1_298_881_560),
    ("2011-02-28T08:26:30", 1_298_881_590), ("2011-02-28t08:26:30z", 1_298_881_590),
    ("2011-02-28 08:26:30.987654", 1_298_881_590), ("2011-02-28T08:26:30,5Z", 1_298_881_590),
    ("2011-02-28T08:26:30+01:00", 1_298_877_990), ("2011-02-28T08:26:30-0530", 1_298_901_390),
    ("2011-02-28T08:26+02", 1_298_874_360), ("2011-02-28 08:26:30 +00:00", 1_298_881_590),
    ("2012-02-29", 1_330_473_600), ("2000-02-29", 951_782_400), ("2011-2-8", 1_297_123_200),
    ("2011-02-27T24:00:00", 1_298_851_200), ("2016-12-31T23:59:60Z", 1_483_228_800),
    ("1298881590", 1_298_881_590), ("1298881590.25", 1_298_881_590), ("0", 0),
    ("2106-02-07T06:28:15Z", 4_294_967_295),
  ])
  func reads(_ text: String, _ expected: UInt32) {
    #expect(seconds(text) == expected)
  }

  @Test(arguments: [
    "2011-02-29", "2100-02-29", "2011-04-31", "2011-13-01", "2011-00-10", "2011-01-00",
    "2011-01-01 24:00:01", "2011-01-01 12:60", "2011-01-01 12:00:61",
  ])
  func doesNotExist(_ text: String) {
    #expect(parse(text) == .failure(.impossible))
  }

  @Test(arguments: [
    "", "yesterday", "2011-01", "2011/01/01", "01-02-2011", "2011-01-01x", "2011-01-01 ",
    "2011-01-01 1", "2011-01-01 12:5", "2011-01-01 12:00:00+1", "20110228", "12a", "-5",
    "2011-01-01 12:00:00.", "1298881590.", "2011-01-01T12:00:00Zulu",
  ])
  func isNoTime(_ text: String) {
    #expect(parse(text) == .failure(.format))
  }

  @Test(arguments: [
    "1969-12-31", "2106-02-07T06:28:16Z", "1298881590123", "1970-01-01T00:00:00+01:00",
  ])
  func isOutOfRange(_ text: String) {
    #expect(parse(text) == .failure(.range))
  }

  /// Against Foundation's calendar.
  @Test func everyKindOfDayAgreesWithFoundation() {
    var random = SeededGenerator(seed: 3)
    let formatter = ISO8601DateFormatter()
    for _ in 0..<2_000 {
      let moment = UInt32.random(in: 0...UInt32.max, using: &random)
      let text = formatter.string(from: Date(timeIntervalSince1970: Double(moment)))
      #expect(seconds(text) == moment)
    }
  }
}

@Suite struct NumberParserTests {
  private func parse(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { NumberParser.parse($0) }
  }

  @Test func agreesWithTheStandardLibrary() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<5_000 {
      let digits = Int.random(in: 1...19, using: &random)
      var text = Bool.random(using: &random) ? "-" : ""
      for _ in 0..<digits { text += "\(Int.random(in: 0...9, using: &random))" }
      if Bool.random(using: &random) { text += ".\(Int.random(in: 0...99_999, using: &random))" }
      #expect(parse(text) == Double(text), "\(text)")
    }
    for text in [".5", "5.", "1e3", "2.5E-2", "+4", "0.1"] { #expect(parse(text) == Double(text)) }
  }

  @Test(arguments: [
    "", "-", ".", "1,5", "1 000", "£3", "nan", "inf", "0x10", "1e999", "1.2.3", "--1", "1e",
  ])
  func isNoNumber(_ text: String) {
    #expect(parse(text) == nil)
  }
}
