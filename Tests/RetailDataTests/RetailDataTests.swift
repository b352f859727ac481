import Testing

@testable import RetailData
