package org.citylake.batchjobs.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The current revisions of a table that is only appended to. */
public final class CurrentRows {
  private static final String PLACE = "place_from_newest";

  private CurrentRows() {}

  /**
   * Of every key the row with the highest {@code revision}.
   *
   * @param key columns that tell things apart, without the revision
   */
  public static Dataset<Row> of(Dataset<Row> rows, List<String> key) {
    Column[] columns = key.stream().map(name -> col(name)).toArray(Column[]::new);
    return rows.withColumn(
            PLACE, row_number().over(Window.partitionBy(columns).orderBy(col("revision").desc())))
        .where(col(PLACE).equalTo(1))
        .drop(PLACE);
  }
}
