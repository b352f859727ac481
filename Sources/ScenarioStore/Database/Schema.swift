import GRDB

/// The tables of a workspace. Ids are the text of the analyst's files, times are UTC in ISO 8601,
/// money is per day; a capacity without limit and whatever is not known is NULL.
enum Schema {
  /// "Echl": how a workspace is told from other programs' databases.
  static let applicationID = 0x4563_686c

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 scenarios, plans, evaluations") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: scenarios + plans + planRows + evaluations)
    }
    migrator.registerMigration("2 simulations") { try $0.execute(sql: simulations) }
    return migrator
  }()

  /// `key` is the name without regard to case. A change has the path and the value of `--set`.
  private static let scenarios = """
    CREATE TABLE scenarios (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      key TEXT NOT NULL UNIQUE,
      created TEXT NOT NULL,
      changed TEXT NOT NULL,
      revision INTEGER NOT NULL,
      data_name TEXT NOT NULL,
      data_fingerprint TEXT NOT NULL,
      seed TEXT NOT NULL,
      mode TEXT NOT NULL,
      scenarios INTEGER NOT NULL CHECK (scenarios > 0)
    );
    CREATE TABLE scenario_changes (
      scenario_id INTEGER NOT NULL REFERENCES scenarios ON DELETE CASCADE,
      position INTEGER NOT NULL,
      path TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (scenario_id, position)
    ) WITHOUT ROWID;

    """

  /// At most one plan for a scenario: that of the changes beside it. Rows keep their order by
  /// `line`.
  private static let plans = """
    CREATE TABLE plans (
      id INTEGER PRIMARY KEY,
      scenario_id INTEGER NOT NULL UNIQUE REFERENCES scenarios ON DELETE CASCADE,
      planned TEXT NOT NULL,
      cost REAL NOT NULL,
      bound REAL NOT NULL,
      gap REAL NOT NULL,
      iterations INTEGER NOT NULL,
      seconds REAL NOT NULL
    );
    CREATE TABLE plan_costs (
      plan_id INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
      line INTEGER NOT NULL,
      component TEXT NOT NULL,
      cost REAL NOT NULL,
      PRIMARY KEY (plan_id, line)
    ) WITHOUT ROWID;
    CREATE TABLE plan_service (
      plan_id INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
      line INTEGER NOT NULL,
      speed TEXT NOT NULL,
      fill_rate REAL NOT NULL,
      target REAL,
      demand REAL NOT NULL,
      served REAL NOT NULL,
      PRIMARY KEY (plan_id, line)
    ) WITHOUT ROWID;
    CREATE TABLE plan_prices (
      plan_id INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
      line INTEGER NOT NULL,
      facility_id TEXT NOT NULL,
      resource TEXT NOT NULL,
      price REAL NOT NULL,
      used REAL NOT NULL,
      capacity REAL,
      PRIMARY KEY (plan_id, line)
    ) WITHOUT ROWID;

    """

  private static let planRows = """
    CREATE TABLE plan_positions (
      plan_id INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
      line INTEGER NOT NULL,
      item_id TEXT NOT NULL,
      facility_id TEXT NOT NULL,
      on_hand REAL NOT NULL,
      inbound REAL NOT NULL,
      target REAL NOT NULL,
      buy REAL NOT NULL,
      transfer_in REAL NOT NULL,
      transfer_out REAL NOT NULL,
      PRIMARY KEY (plan_id, line)
    ) WITHOUT ROWID;
    CREATE TABLE plan_purchases (
      plan_id INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
      line INTEGER NOT NULL,
      item_id TEXT NOT NULL,
      vendor_id TEXT NOT NULL,
      facility_id TEXT NOT NULL,
      onward_facility_id TEXT,
      units REAL NOT NULL,
      unit_cost REAL NOT NULL,
      PRIMARY KEY (plan_id, line)
    ) WITHOUT ROWID;
    CREATE TABLE plan_transfers (
      plan_id INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
      line INTEGER NOT NULL,
      item_id TEXT NOT NULL,
      from_facility_id TEXT NOT NULL,
      to_facility_id TEXT NOT NULL,
      units REAL NOT NULL,
      PRIMARY KEY (plan_id, line)
    ) WITHOUT ROWID;

    """

  private static let evaluations = """
    CREATE TABLE evaluations (
      id INTEGER PRIMARY KEY,
      evaluated TEXT NOT NULL,
      data_name TEXT NOT NULL,
      data_fingerprint TEXT NOT NULL,
      seed TEXT NOT NULL
    );
    CREATE TABLE evaluation_parameters (
      evaluation_id INTEGER NOT NULL REFERENCES evaluations ON DELETE CASCADE,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (evaluation_id, name)
    ) WITHOUT ROWID;
    CREATE TABLE evaluation_results (
      evaluation_id INTEGER NOT NULL REFERENCES evaluations ON DELETE CASCADE,
      line INTEGER NOT NULL,
      method TEXT NOT NULL,
      mode TEXT NOT NULL,
      metric TEXT NOT NULL,
      value REAL,
      low REAL,
      high REAL,
      customers INTEGER NOT NULL,
      PRIMARY KEY (evaluation_id, line)
    ) WITHOUT ROWID;

    """

  /// With the changes that were simulated, saved as a scenario or not.
  private static let simulations = """
    CREATE TABLE simulations (
      id INTEGER PRIMARY KEY,
      simulated TEXT NOT NULL,
      data_name TEXT NOT NULL,
      data_fingerprint TEXT NOT NULL,
      seed TEXT NOT NULL,
      mode TEXT NOT NULL,
      scenarios INTEGER NOT NULL CHECK (scenarios > 0)
    );
    CREATE TABLE simulation_parameters (
      simulation_id INTEGER NOT NULL REFERENCES simulations ON DELETE CASCADE,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (simulation_id, name)
    ) WITHOUT ROWID;
    CREATE TABLE simulation_changes (
      simulation_id INTEGER NOT NULL REFERENCES simulations ON DELETE CASCADE,
      position INTEGER NOT NULL,
      path TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (simulation_id, position)
    ) WITHOUT ROWID;
    CREATE TABLE simulation_results (
      simulation_id INTEGER NOT NULL REFERENCES simulations ON DELETE CASCADE,
      line INTEGER NOT NULL,
      policy TEXT NOT NULL,
      metric TEXT NOT NULL,
      value REAL,
      low REAL,
      high REAL,
      PRIMARY KEY (simulation_id, line)
    ) WITHOUT ROWID;

    """
}
