extension SavedScenario {
  /// What to say where the scenario meets other data than it was saved with, or figures that are
  /// not there; nil where everything fits.
  ///
  /// - Parameter misfits: See `AppliedScenario`. The first of them are named with their reasons.
  public func warning(
    dataName: String, fingerprint: UInt64, misfits: [AppliedScenario.Misfit]
  ) -> String? {
    let basis = scenario.basis
    var sentences: [String] = []
    if basis.fingerprint != fingerprint {
      sentences.append(
        basis.dataName == dataName
          ? "“\(name)” was saved when the data “\(dataName)” was different"
          : "“\(name)” was saved with other data, “\(basis.dataName)”")
    }
    if !misfits.isEmpty {
      let all = scenario.changes.count
      let reasons = misfits.prefix(Self.named).map {
        "\($0.change.path)=\($0.change.value): \($0.reason)"
      }
      let rest = misfits.count - reasons.count
      sentences.append(
        "\(misfits.count) of \(all == 1 ? "1 change" : "\(all) changes") of “\(name)” "
          + "\(misfits.count == 1 ? "does" : "do") not fit and \(misfits.count == 1 ? "is" : "are")"
          + " left out: " + reasons.joined(separator: "; ")
          + (rest > 0 ? "; and \(rest) more" : ""))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: ". ")
  }

  private static let named = 5
}
