package org.citylake.streamingjobs.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.json.ContentHash;
import org.citylake.core.json.Json;
import org.citylake.core.process.JobFile;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.streamingjobs.SensorReadingConfig;
import org.citylake.streamingjobs.SensorReadingMain;
import org.citylake.streamingjobs.SensorReadingResult;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.reading.SinkTables;

/**
 * Measures the sensor readings' job on a synthetic delivery against {@link BareJobMain}, each in a
 * JVM of its own, one after the other, through one catalog server. Prints one JSON object.
 */
public final class StreamBenchmark {
  static final long SEED = 20_261_121;
  private static final String SOURCE = "air_quality_pm25";
  private static final List<String> DECLARING =
      List.of("core", "lakehouse", "ingestion", "metrics", "dashboard");
  private static final String BARE_TABLE = "city.sensor_reading_bare";

  private final Path root;
  private final Path work;
  private final URI catalog;
  private final long readings;
  private final String heap;

  private StreamBenchmark(Path root, Path work, URI catalog, long readings, String heap) {
    this.root = root;
    this.work = work;
    this.catalog = catalog;
    this.readings = readings;
    this.heap = heap;
  }

  /** Arguments: repository, empty work folder, catalog's address, number of readings, heap flag. */
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      throw new CityLakeException(Kind.USER, "Start the benchmark by benchmarks/stream.sh");
    }
    StreamBenchmark benchmark =
        new StreamBenchmark(
            Path.of(args[0]),
            Path.of(args[1]),
            URI.create(args[2]),
            Long.parseLong(args[3]),
            args[4]);
    System.out.println(Json.line(benchmark.run()));
  }

  private StreamBenchmarkResult run() throws Exception {
    createTables();
    Path flags = root.resolve("streaming-jobs/src/main/jvm/flags.txt");
    Path delivery = SyntheticDelivery.write(work, readings, SEED);

    Path bareJob = work.resolve("bare-job.json");
    Path bareResult = work.resolve("bare-result.json");
    JobFile.write(
        bareJob,
        new BareJobConfig(catalog.toString(), BARE_TABLE, readings, 2, bareResult.toString()));
    MeasuredJvm.Usage bareUsage =
        MeasuredJvm.run(BareJobMain.class, flags, heap, bareJob, work.resolve("bare-output.log"));
    BareJobConfig.Result bare = JobFile.read(bareResult, BareJobConfig.Result.class);
    requireRows("bare job", bare.rows());

    Path job = work.resolve("job.json");
    Path result = work.resolve("result.json");
    JobFile.write(job, job(delivery, result));
    MeasuredJvm.Usage usage =
        MeasuredJvm.run(SensorReadingMain.class, flags, heap, job, work.resolve("output.log"));
    SensorReadingResult replay = JobFile.read(result, SensorReadingResult.class);
    requireRows("sensor readings' job", replay.accepted());

    return StreamBenchmarkResult.of(
        readings, replay.seconds(), bare.seconds(), usage, bareUsage, heap);
  }

  private void createTables() {
    DeclarationLibrary library = new DeclaredSource(roots(), SOURCE).library();
    String token = Objects.requireNonNull(System.getenv(JobFile.CATALOG_TOKEN), "no token");
    try (LakeCatalog lake = LakeCatalog.connect(catalog, token, LakeCatalog.LIVE)) {
      TableApplier applier = new TableApplier(lake);
      List<String> names = new ArrayList<>(SinkTables.ALL);
      names.add("audit.load");
      for (String name : names) {
        applier.apply(library.findTable(name).orElseThrow().contract());
      }
      Table reading = lake.load(SinkTables.READING);
      lake.iceberg()
          .buildTable(TableIdentifier.parse(BARE_TABLE), reading.schema())
          .withPartitionSpec(reading.spec())
          .withProperties(reading.properties())
          .create()
          .newAppend()
          .commit();
    }
  }

  private SensorReadingConfig job(Path delivery, Path result) {
    return new SensorReadingConfig(
        "sensor-readings",
        work.toString(),
        catalog.toString(),
        roots(),
        "benchmark",
        "benchmark",
        result.toString(),
        SOURCE,
        delivery.toString(),
        ContentHash.of(delivery),
        delivery.getFileName().toString(),
        "benchmark",
        "2101-01-01",
        "2026-11-21T00:00:00Z",
        null,
        2,
        null,
        null,
        null);
  }

  /** As the command gives them to the job. */
  private List<String> roots() {
    return DECLARING.stream().map(module -> root.resolve(module).toString()).toList();
  }

  private void requireRows(String what, long rows) {
    if (rows != readings) {
      throw new CityLakeException(
          Kind.INTERNAL, "The " + what + " wrote " + rows + " of " + readings + " rows");
    }
  }
}
