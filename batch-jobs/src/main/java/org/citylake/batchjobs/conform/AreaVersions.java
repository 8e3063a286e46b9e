package org.citylake.batchjobs.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.TableDeclaration;

/**
 * Fills {@code ref_area_valid_from} where a row does not say it: the version of the area that held
 * on the day {@code borders_on}, or where there is none, on the last day of the row's period (ADR
 * 0004). Null for areas that {@code city.district} does not know, such as the city.
 */
public final class AreaVersions {
  /** The table that knows the versions. */
  public static final String DISTRICT = "city.district";

  private AreaVersions() {}

  /** The table that the checks of a table with areas hold them against; none for other tables. */
  public static List<String> heldAgainst(TableDeclaration table) {
    return table.contract().findProperty("ref_area").isPresent() ? List.of(DISTRICT) : List.of();
  }

  /**
   * The rows with it filled.
   *
   * @param rows have {@code ref_area, ref_area_valid_from, time_period} and may have {@code
   *     borders_on}
   */
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
    Column periodEnd = call_udf("period_end", col("time_period"));
    Column end =
        Arrays.asList(rows.columns()).contains("borders_on")
            ? coalesce(date_add(col("borders_on"), 1), periodEnd)
            : periodEnd;
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
