package org.citylake.batchjobs.spark;

import java.util.Objects;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Tables of the lakehouse as they stood at a snapshot. */
public final class Snapshots {
  private Snapshots() {}

  /**
   * A table's rows at a snapshot.
   *
   * @param fullName {@code namespace.table}
   */
  public static Dataset<Row> read(SparkSession session, String fullName, long snapshot) {
    return session.read().option("versionAsOf", snapshot).table(SparkLake.CATALOG + "." + fullName);
  }

  /**
   * A table of the session's catalog.
   *
   * @param fullName {@code namespace.table}
   * @throws CityLakeException of kind DATA when it is not there
   */
  public static Table load(SparkSession session, String fullName) {
    try {
      return Spark3Util.loadIcebergTable(session, SparkLake.CATALOG + "." + fullName);
    } catch (NoSuchTableException | ParseException e) {
      throw new CityLakeException(
          Kind.DATA,
          "The table "
              + fullName
              + " is not in the catalog; './citylake run' makes the tables first",
          e);
    }
  }

  /** Main's newest snapshot; every table has a first one from when it was made. */
  public static long newest(Table table) {
    return Objects.requireNonNull(table.currentSnapshot(), table.name()).snapshotId();
  }
}
