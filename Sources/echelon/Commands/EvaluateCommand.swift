import ArgumentParser
import Recommendations
import RetailData

/// `echelon evaluate`: which way of recommending foretells best what customers buy.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Judge recommenders by what customers bought afterwards.",
    discussion: """
      Each method learns from everything before a window of days, recommends to everyone who \
      bought in the window and had bought before, and is held against what they bought: hit@6 is \
      the share of customers who bought at least one of six recommended items, recall@6 the share \
      of their items that was recommended, ndcg@6 counts early places more. Mode all is about \
      everything they bought, new about items they had never bought.

      low and high enclose the figure with 95 % confidence (customers drawn anew 1,000 times, by \
      --seed). Whether one method is better than another is a matter of their difference, on the \
      same customers: each method's difference from bestsellers, or from another one by \
      --against, has its own, paired interval. Where that contains 0, no difference is shown.

      What methods learned before each window is kept in the cache beside the data, for the same \
      purchases and parameters: judging again does not learn again. Only linear-autoencoder, whose \
      model is large, and buy-again, which is quick, do.

      EXAMPLES
        echelon evaluate --data shop
        echelon evaluate --methods related-items,similar-customers --half-life 30
        echelon evaluate --windows 8 --window-days 7 --by-window --format csv
        echelon evaluate --against own-favourites --format json
      """)

  @OptionGroup
  var judging: JudgingOptions

  @OptionGroup
  var tuning: MethodOptions

  @OptionGroup
  var global: GlobalOptions

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let dataset = try session.openDataset()
    let interruption = Interruption(cancelling: session.work.cancellation)
    defer { withExtendedLifetime(interruption) {} }
    var latest: Evaluation?
    var isInterrupted = false
    do {
      latest = try Evaluation.run(
        on: dataset.purchases,
        contenders: Contender.field(
          of: judging.contenders, parameters: tuning.parameters(seed: global.seed)),
        options: EvaluationOptions(
          windows: judging.windows, windowDays: judging.windowDays, skipped: judging.skip,
          top: judging.top, seed: global.seed),
        models: session.models(of: dataset), work: session.work
      ) { latest = $0 }
    } catch is CancellationError {
      isInterrupted = true
    } catch let problem as EvaluationProblem {
      throw Failure("\(dataset.name): \(problem)")
    }
    session.progress.clear()
    if let latest {
      for refusal in latest.spokenRefusals { session.note(refusal) }
      if isInterrupted {
        session.note("interrupted: \(latest.progress); what follows is of those")
      }
      try EvaluationTable(
        evaluation: latest, against: judging.against, byWindow: judging.byWindow,
        format: global.resultFormat
      ).write()
    }
    if isInterrupted { throw ExitCode(Interruption.status) }
  }
}
