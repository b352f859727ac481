extension ItemBlock {
  /// Quantities decided now, those out of stock on hand scaled to what stands there.
  ///
  /// An iteration's own projection keeps to it up to rounding; but its rounding is as large as its
  /// steps are long, and an earlier solve may have known of more stock.
  ///
  /// - Parameter lanes: By lane.
  /// - Returns: `lanes` itself where nothing is too much.
  func withinStockOnHand(_ lanes: FlatBuffer<Float>) -> FlatBuffer<Float> {
    var result = lanes
    for number in 0..<items.count {
      let item = items.pointer[number]
      var lane = Int(item.laneStart)
      while lane < Int(item.laneEnd) {
        let first = lane
        lane += 1
        if self.lanes.pointer[first].kind != .onHand { continue }
        let origin = self.lanes.pointer[first].from
        // Those out of one stock follow each other.
        while lane < Int(item.laneEnd), self.lanes.pointer[lane].kind == .onHand,
          self.lanes.pointer[lane].from == origin
        {
          lane += 1
        }
        var units = 0.0
        for place in first..<lane { units += Double(max(0, lanes.pointer[place])) }
        let limit = Double(onHand.pointer[Int(item.figures) + Int(origin)])
        if units <= limit { continue }
        if result === lanes {
          result = FlatBuffer(repeating: 0, count: lanes.count)
          result.copy(from: lanes)
        }
        for place in first..<lane { result.pointer[place] *= Float(limit / units) }
      }
    }
    return result
  }
}
