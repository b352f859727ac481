import ArgumentParser

/// The program: a verb a command, the workbench where none is named.
struct Echelon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echelon",
    abstract: "Explore what customers want next, and where stock stands.",
    usage: """
      echelon [<data>] [<options>]
      echelon <command> [<arguments>] [<options>]
      """,
    discussion: """
      Without a command, opens the workbench on a directory of CSV files, or on the bundled \
      sample.

      EXAMPLES
        echelon                             the workbench, on the bundled sample
        echelon shop                        the workbench, on the files in shop/
        echelon import orders.csv --into shop --preset online-retail
        echelon check shop                  every problem in those files
        echelon related 85123A --data shop  what goes with an item
        echelon recommend 17850 --data shop --why
        echelon forecast 85123A --data shop
        echelon evaluate --data shop        which way of recommending foretells best
        echelon plan --data shop            what to buy, what to move, and how good that is
        echelon simulate --data shop        whether that pays, day by day

      ENVIRONMENT
        ECHELON_DATA    the directory to read where --data is not given
        ECHELON_FORMAT  table, csv or json, where --format is not given
        COLUMNS         the width of a table that does not go to a terminal

      EXIT STATUS
        0   done
        1   bad data, no such item or customer, or the result cannot be written
        2   the workbench was asked for without a terminal
        64  bad usage
        130 interrupted by Ctrl-C
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, SampleCommand.self, ImportCommand.self, CheckCommand.self,
      RelatedCommand.self, RecommendCommand.self, BuyersCommand.self, IndexCommand.self,
      ForecastCommand.self, PlanCommand.self, EvaluateCommand.self, SimulateCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
