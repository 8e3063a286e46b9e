package org.citylake.batchjobs.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;

/**
 * Fills {@code ref_area_valid_from} where a row does not say it: the version of the area that held
 * on the last day of the row's period (ADR 0004). A figure on other borders than those of its own
 * time says so itself. Null for areas that {@code city.district} does not know, such as the city.
 */
public final class AreaVersions {
  /** The table that knows the versions. */
  public static final String DISTRICT = "city.district";

  private AreaVersions() {}

  /** The rows, which have {@code ref_area, ref_area_valid_from, time_period}, with it filled. */
  public static Dataset<Row> fill(Dataset<Row> rows, Relations relations) {
    if (!relations.has(DISTRICT)) {
      return rows;
    }
    Dataset<Row> versions =
        relations
            .load(DISTRICT)
            .select(
                col("code").as("version_code"),
                col("valid_from").as("version_from"),
                col("valid_to").as("version_to"));
    Column end = call_udf("period_end", col("time_period"));
    Column holds =
        col("version_code")
            .equalTo(col("ref_area"))
            .and(col("version_from").lt(end))
            .and(col("version_to").isNull().or(col("version_to").geq(end)));
    return rows.join(broadcast(versions), holds, "left")
        .withColumn(
            "ref_area_valid_from", coalesce(col("ref_area_valid_from"), col("version_from")))
        .drop("version_code", "version_from", "version_to");
  }
}
