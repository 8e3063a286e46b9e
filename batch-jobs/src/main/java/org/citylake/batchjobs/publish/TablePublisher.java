package org.citylake.batchjobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.Snapshots;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.table.Branches;
import org.citylake.lakehouse.table.WriterLease;

/**
 * Write, audit, publish: the whole new state of a table goes to a branch, its checks run there, and
 * main is moved to it. Main is never seen half-written or unchecked.
 */
public final class TablePublisher {
  private final SparkSession session;
  private final String branch;
  private final Home home;
  private final TableChecks checks;

  /** Publishes for one run; its branches are named {@code audit_RUN}. */
  public TablePublisher(SparkSession session, String runId, Home home) {
    this.session = session;
    this.home = home;
    this.branch = "audit_" + runId;
    this.checks = new TableChecks(session);
  }

  /**
   * What became of a table.
   *
   * @param table {@code namespace.table}
   * @param rows its rows
   * @param count how many rows it has
   * @param snapshot main's snapshot now
   * @param changed whether main was moved
   * @param checks outcomes of its checks
   */
  public record Published(
      String table,
      Dataset<Row> rows,
      long count,
      long snapshot,
      boolean changed,
      List<CheckResult> checks) {}

  /**
   * Makes the rows the table's state. When they equal what main holds, nothing is written, so that
   * a run over unchanged input adds no snapshot; the checks run all the same.
   *
   * @throws CityLakeException of kind DATA when a blocking check finds rows; main has not moved,
   *     and the branch stays for a look at them
   */
  public Published publish(TableDeclaration declaration, Dataset<Row> rows) {
    String name = SparkLake.CATALOG + "." + declaration.fullName();
    try (WriterLease lease = WriterLease.take(home, declaration.fullName())) {
      Table table = Snapshots.load(session, declaration.fullName());
      // Computed once, and whatever reads them does not plan their query again.
      Dataset<Row> wanted = fit(rows, session.table(name).schema(), declaration).localCheckpoint();
      return publish(declaration, table, wanted);
    }
  }

  /** Runs a table's checks over rows that somebody else wrote; stops as {@link #publish} does. */
  public List<CheckResult> audit(TableDeclaration declaration, Relations relations) {
    String name = declaration.fullName();
    List<CheckResult> results =
        checks.run(declaration, relations.load(name), relations.snapshot(name));
    stopIfBroken(declaration, results, "");
    return results;
  }

  private Published publish(TableDeclaration declaration, Table table, Dataset<Row> wanted) {
    String name = declaration.fullName();
    long main = Snapshots.newest(table);
    boolean changed = !TableComparison.same(Snapshots.read(session, name, main), wanted);
    long snapshot = changed ? write(table, name, wanted) : main;
    List<CheckResult> results = checks.run(declaration, wanted, snapshot);
    stopIfBroken(declaration, results, changed ? " (to be seen on branch " + branch + ")" : "");
    if (changed) {
      Branches.fastForward(table, branch);
      Branches.drop(table, branch);
    }
    return new Published(name, wanted, wanted.count(), snapshot, changed, results);
  }

  private long write(Table table, String name, Dataset<Row> rows) {
    // A run of the same id that was killed, or whose checks failed, has left its branch.
    Branches.drop(table, branch);
    Branches.replace(table, branch, Snapshots.newest(table));
    try {
      rows.writeTo(SparkLake.CATALOG + "." + name + ".`branch_" + branch + "`")
          .overwrite(lit(true));
    } catch (NoSuchTableException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "The table " + name + " vanished while it was written; run again", e);
    }
    table.refresh();
    Snapshot written = table.snapshot(branch);
    String records = written.summary().getOrDefault(SnapshotSummary.TOTAL_RECORDS_PROP, "0");
    if (Long.parseLong(records) != rows.count()) {
      throw new CityLakeException(
          Kind.INTERNAL,
          "Of " + rows.count() + " rows " + records + " were written to " + name + "; run again");
    }
    return written.snapshotId();
  }

  /** The contract's columns and types, in the order of the key, so that files come out the same. */
  private static Dataset<Row> fit(
      Dataset<Row> rows, StructType schema, TableDeclaration declaration) {
    Column[] columns =
        Arrays.stream(schema.fields())
            .map(f -> col(f.name()).cast(f.dataType()).as(f.name()))
            .toArray(Column[]::new);
    Column[] key =
        declaration.contract().primaryKey().stream()
            .map(ContractProperty::name)
            .map(n -> col(n))
            .toArray(Column[]::new);
    return rows.select(columns).sort(key);
  }

  private void stopIfBroken(TableDeclaration declaration, List<CheckResult> results, String place) {
    List<String> broken =
        results.stream()
            .filter(CheckResult::stops)
            .map(r -> "  " + r.check() + ": " + r.violations() + " rows, such as " + r.sample())
            .toList();
    if (!broken.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          declaration.fullName()
              + " is not published, its checks found rows that break a rule"
              + place
              + ":\n"
              + String.join("\n", broken)
              + "\nThe rules stand in "
              + declaration.folder().resolve("checks.sql"));
    }
  }
}
