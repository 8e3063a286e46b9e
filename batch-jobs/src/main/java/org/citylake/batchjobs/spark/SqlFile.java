package org.citylake.batchjobs.spark;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * SQL of a declaration, which is blamed by its file when it cannot be run.
 *
 * @param file where the text stands
 * @param text one statement
 */
public record SqlFile(Path file, String text) {
  /**
   * The statement's rows.
   *
   * @param parameters values of its named parameters
   * @throws CityLakeException of kind DATA when a table, column or function is unknown
   */
  @SuppressWarnings("CatchingUnchecked") // Spark's exception is checked, but Scala does not say so.
  public Dataset<Row> run(SparkSession session, Map<String, Object> parameters) {
    try {
      return session.sql(text, parameters);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new CityLakeException(Kind.DATA, file + " cannot be run: " + e.getMessage(), e);
      }
      throw e;
    }
  }
}
