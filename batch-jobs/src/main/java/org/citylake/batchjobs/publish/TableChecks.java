package org.citylake.batchjobs.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.spark.SqlFile;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.declaration.TableDeclaration.TableCheck;

/** Runs the statements of a table's {@code checks.sql}. */
public final class TableChecks {
  private static final String THIS = "this";
  private static final int SAMPLE = 5;

  private final SparkSession session;

  /** Checks run in a session, where the tables that they read stand under their names. */
  public TableChecks(SparkSession session) {
    this.session = session;
  }

  /**
   * Runs every check over the rows.
   *
   * @param rows what the checks see as {@code this}
   * @param snapshot the snapshot that the rows are of
   * @throws CityLakeException of kind DATA when a statement cannot be run
   */
  public List<CheckResult> run(TableDeclaration table, Dataset<Row> rows, long snapshot) {
    rows.createOrReplaceTempView(THIS);
    List<CheckResult> results = new ArrayList<>();
    for (TableCheck check : table.checks()) {
      Dataset<Row> broken =
          new SqlFile(table.folder().resolve("checks.sql"), check.sql()).run(session, Map.of());
      List<String> sample = broken.limit(SAMPLE).toJSON().collectAsList();
      long violations = sample.size() < SAMPLE ? sample.size() : broken.count();
      results.add(
          new CheckResult(
              table.fullName(),
              check.name(),
              check.blocking(),
              violations,
              String.join("\n", sample),
              snapshot));
    }
    return List.copyOf(results);
  }
}
