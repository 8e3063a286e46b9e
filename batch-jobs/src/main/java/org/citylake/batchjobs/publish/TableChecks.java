package org.citylake.batchjobs.publish;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    List<Dataset<Row>> broken = broken(table, rows);
    long[] violations = rowsOfEach(broken);
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < violations.length; i++) {
      TableCheck check = table.checks().get(i);
      results.add(
          new CheckResult(
              table.fullName(),
              check.name(),
              check.blocking(),
              violations[i],
              violations[i] == 0 ? "" : sample(broken.get(i)),
              snapshot));
    }
    return List.copyOf(results);
  }

  /**
   * Statements find their rows when they are read, so only that is done for one table at a time.
   */
  private synchronized List<Dataset<Row>> broken(TableDeclaration table, Dataset<Row> rows) {
    rows.createOrReplaceTempView(THIS);
    return table.checks().stream().map(c -> broken(table, c)).toList();
  }

  private Dataset<Row> broken(TableDeclaration table, TableCheck check) {
    return new SqlFile(table.folder().resolve("checks.sql"), check.sql()).run(session, Map.of());
  }

  /** Rows of each, counted in one job, because a job costs more than a count of few rows. */
  private static long[] rowsOfEach(List<Dataset<Row>> broken) {
    long[] counts = new long[broken.size()];
    IntStream.range(0, counts.length)
        .mapToObj(i -> broken.get(i).agg(count(lit(1)).as("rows")).withColumn("place", lit(i)))
        .reduce(Dataset::unionAll)
        .ifPresent(all -> all.collectAsList().forEach(r -> counts[r.getInt(1)] = r.getLong(0)));
    return counts;
  }

  private static String sample(Dataset<Row> broken) {
    return String.join("\n", broken.limit(SAMPLE).toJSON().collectAsList());
  }
}
