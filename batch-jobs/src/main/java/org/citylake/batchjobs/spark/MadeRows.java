package org.citylake.batchjobs.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Rows that Java made, as Spark reads them. */
public final class MadeRows {
  /** More rows are kept out of the plan: every rule that reads a plan walks through all of them. */
  private static final int IN_PLAN = 500;

  private MadeRows() {}

  /** The rows, of the type. */
  public static Dataset<Row> of(SparkSession session, List<Row> rows, StructType type) {
    return rows.size() <= IN_PLAN
        ? session.createDataFrame(rows, type)
        : session.createDataFrame(
            JavaSparkContext.fromSparkContext(session.sparkContext()).parallelize(rows), type);
  }
}
