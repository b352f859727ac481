import Testing

@testable import Recommendations
