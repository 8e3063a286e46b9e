package org.citylake.batchjobs.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Rows of a raw table whose keys their source has not taken back. */
public final class StandingRows {
  private static final WindowSpec KEY = Window.partitionBy("source_key");

  private StandingRows() {}

  /** Every version of every key that has not ended. */
  public static Dataset<Row> versions(Dataset<Row> raw) {
    return raw.withColumn(
            "last_operation", first(col("operation")).over(KEY.orderBy(col("revision").desc())))
        .where(col("last_operation").notEqual(lit("ended")))
        .drop("last_operation");
  }

  /** The current version of every key that has not ended. */
  public static Dataset<Row> current(Dataset<Row> raw) {
    return versions(raw)
        .withColumn("last_revision", max(col("revision")).over(KEY))
        .where(col("revision").equalTo(col("last_revision")))
        .drop("last_revision");
  }
}
