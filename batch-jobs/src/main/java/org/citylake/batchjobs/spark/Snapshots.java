package org.citylake.batchjobs.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

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
}
