package org.citylake.batchjobs.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.process.Progress;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spark's plain way of the files that the benchmark of loading uses: reads CSV with a given schema
 * and writes Parquet, then reads Parquet and writes Parquet, with Spark's defaults on two cores.
 * {@code --job FILE} with the keys {@code csv, schema} (as Spark's DDL)<code>, warm, folder,
 * result</code>. The Parquet file that it reads is left in {@code folder/parquet} as one file.
 */
public final class PlainCopyMain {
  private static final Logger LOG = LoggerFactory.getLogger(PlainCopyMain.class);
  private static final double SECOND = 1e9;

  private PlainCopyMain() {}

  /** The process's entry. */
  @SuppressWarnings("CatchingUnchecked") // Spark's exceptions are checked; Scala does not say so.
  public static void main(String[] arguments) {
    ParentWatch.start();
    JsonNode job = JobFile.read(Path.of(arguments[1]));
    int code = 0;
    try {
      JobFile.write(Path.of(job.get("result").asText()), copy(job));
    } catch (Exception e) {
      LOG.error("The plain copy failed", e);
      code = 1;
    }
    // Spark leaves threads that are no daemons; only an explicit exit ends the process.
    System.exit(code);
  }

  private static Map<String, Object> copy(JsonNode job) {
    String folder = job.get("folder").asText();
    String schema = job.get("schema").asText();
    SparkSession session =
        SparkSession.builder()
            .appName("plain-copy")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "Asia/Shanghai")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();
    Progress.print("warming Spark up");
    write(csv(session, schema, job.get("warm").asText()), folder + "/warm");
    Map<String, Object> result = new LinkedHashMap<>();
    Progress.print("Spark copies CSV");
    result.put(
        "csv_seconds",
        write(csv(session, schema, job.get("csv").asText()), folder + "/copy-of-csv"));
    write(session.read().parquet(folder + "/copy-of-csv").coalesce(1), folder + "/parquet");
    Progress.print("Spark copies Parquet");
    result.put(
        "parquet_seconds",
        write(session.read().parquet(folder + "/parquet"), folder + "/copy-of-parquet"));
    result.put("rows", session.read().parquet(folder + "/copy-of-parquet").count());
    return result;
  }

  private static Dataset<Row> csv(SparkSession session, String schema, String file) {
    return session
        .read()
        .option("header", "true")
        .option("mode", "FAILFAST")
        .option("timestampFormat", "yyyy-MM-dd HH:mm:ss")
        .schema(schema)
        .csv(file);
  }

  /** Writes and gives the seconds that it took. */
  private static double write(Dataset<Row> rows, String folder) {
    long started = System.nanoTime();
    rows.write().parquet(folder);
    return (System.nanoTime() - started) / SECOND;
  }
}
