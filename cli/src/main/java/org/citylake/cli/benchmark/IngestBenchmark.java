package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citylake.cli.engine.ChildProcess;
import org.citylake.cli.engine.ChildSpec;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.engine.JavaHome;
import org.citylake.core.json.Json;

/** Loads synthetic files through the whole validation, beside Spark's plain copy of the same. */
final class IngestBenchmark {
  private static final long WARM_ROWS = 20_000;
  private static final String SCHEMA =
      "`表号` string, `抄表日期` date, `上报时间` timestamp, `用户名称` string, `统一社会信用代码` string,"
          + " `所属区` string, `表底数` decimal(12,2), `上期表底数` decimal(12,2), `口径` int, `状态` string";

  private final Path root;
  private final Path folder;
  private final String heap;
  private final Consumer<String> progress;

  /**
   * A benchmark in an empty folder.
   *
   * @param heap the JVM's flag that bounds the heap of a load, such as {@code -Xmx2g}
   */
  IngestBenchmark(Path root, Path folder, String heap, Consumer<String> progress) {
    this.root = root;
    this.folder = folder;
    this.heap = heap;
    this.progress = progress;
  }

  /**
   * One format at one size.
   *
   * @param plainSeconds what Spark took to read and write the same file
   * @param residentBytes the most memory that the load's process held
   */
  record Loaded(
      String format,
      long rows,
      long fileBytes,
      double seconds,
      double cpuSeconds,
      double plainSeconds,
      long peakHeapMib,
      long residentBytes) {
    double perSecond() {
      return rows / seconds;
    }

    double nanosPerRow() {
      return cpuSeconds * 1e9 / rows;
    }

    /** Ours against Spark's plain copy, both in rows a second; 1 is as fast. */
    double ratio() {
      return plainSeconds / seconds;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-7s %,11d rows: %8.1f s, %,9.0f rows/s, %6.1f MB/s, cpu %6.0f ns/row; Spark's plain"
              + " copy %7.1f s, ratio %.2f; heap %,d MiB, resident %,d MiB",
          format,
          rows,
          seconds,
          perSecond(),
          fileBytes / 1e6 / seconds,
          nanosPerRow(),
          plainSeconds,
          ratio(),
          peakHeapMib,
          residentBytes >> 20);
    }

    Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("format", format);
      object.put("rows", rows);
      object.put("file_bytes", fileBytes);
      object.put("seconds", Measurement.round(seconds));
      object.put("cpu_seconds", Measurement.round(cpuSeconds));
      object.put("rows_per_second", Measurement.round(perSecond()));
      object.put("mb_per_second", Measurement.round(fileBytes / 1e6 / seconds));
      object.put("plain_seconds", Measurement.round(plainSeconds));
      object.put("ratio_to_plain", Measurement.round(ratio()));
      object.put("peak_heap_mib", peakHeapMib);
      object.put("peak_resident_mib", residentBytes >> 20);
      return object;
    }
  }

  /** Measures CSV and Parquet of so many rows. */
  List<Loaded> measure(long rows) throws IOException {
    Path here = Files.createDirectories(folder.resolve(Long.toString(rows)));
    Path csv = here.resolve("meter_reading.csv");
    Path warm = here.resolve("warm.csv");
    progress.accept("writing " + rows + " synthetic rows");
    new MeterReadings(rows).write(csv);
    new MeterReadings(WARM_ROWS).write(warm);
    JsonNode plain =
        new EngineJob(
                "plain-copy",
                new EngineModule(
                    root.resolve("batch-jobs"), "org.citylake.batchjobs.benchmark.PlainCopyMain"),
                here,
                here.resolve("spark.log"),
                "")
            .run(
                Map.of(
                    "csv",
                    csv.toString(),
                    "warm",
                    warm.toString(),
                    "schema",
                    SCHEMA,
                    "folder",
                    here.toString()),
                progress)
            .result();
    if (plain.path("rows").asLong() != rows) {
      throw new IllegalStateException("Spark copied " + plain + " of " + rows + " rows");
    }
    Path parquet = only(here.resolve("parquet"));
    return List.of(
        load(here, "csv", csv, rows, plain.path("csv_seconds").asDouble()),
        load(here, "parquet", parquet, rows, plain.path("parquet_seconds").asDouble()));
  }

  private Loaded load(Path here, String format, Path file, long rows, double plainSeconds)
      throws IOException {
    progress.accept("loading " + rows + " rows of " + format);
    Path city = here.resolve("city");
    String source = MeterReadings.declare(city, format);
    Path resultFile = here.resolve(format + ".json");
    ChildSpec spec =
        new ChildSpec(
            "load-" + format,
            JavaHome.current().path(),
            List.of(
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                IngestBenchmarkMain.class.getName(),
                resultFile.toString(),
                root.toString(),
                here.resolve("home-" + format).toString(),
                city.toString(),
                source,
                file.toString()),
            Map.of(),
            here.resolve(format + ".log"));
    long resident;
    try (ChildProcess child = ChildProcess.start(spec, progress)) {
      child.awaitSuccess();
      resident = child.peakMemoryBytes();
    }
    JsonNode result = Json.mapper().readTree(Files.readString(resultFile));
    if (result.path("rows").asLong() != rows) {
      throw new IllegalStateException("loaded " + result + " of " + rows + " rows");
    }
    return new Loaded(
        format,
        rows,
        Files.size(file),
        result.path("seconds").asDouble(),
        result.path("cpu_seconds").asDouble(),
        plainSeconds,
        result.path("peak_heap_mib").asLong(),
        resident);
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".parquet"))
          .findFirst()
          .orElseThrow();
    }
  }
}
