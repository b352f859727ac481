import Foundation
import RetailData
import Testing

@testable import echelon

@Suite struct TimestampTests {
  @Test(arguments: [0, 951_782_399, 951_782_400, 1_323_435_000, 4_102_444_799, .max])
  func isoAgreesWithFoundation(seconds: UInt32) {
    let date = Date(timeIntervalSince1970: Double(seconds))
    #expect(Timestamp(seconds: seconds).iso8601 == date.formatted(.iso8601))
  }
}
