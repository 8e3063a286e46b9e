package org.citylake.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.cli.engine.ChildProcess;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.cli.stream.LocalBroker;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/** A lakehouse of a measurement's own with the live tables, and the jobs that write into them. */
final class LiveLake implements AutoCloseable {
  private static final int CHECKPOINT_SECONDS = 5;
  private static final int PARALLELISM = 2;
  private static final int MAINTENANCE_SECONDS = 60;

  private final Settings settings;
  private final Output output;
  private final Lake lake;
  private final LakeCatalog live;

  /**
   * Opens it.
   *
   * @param folder empty
   * @param port of the broker that has the topic
   */
  LiveLake(Settings settings, Path folder, int port, String topic, Output output)
      throws IOException {
    Path city = folder.resolve("city");
    LaneReadings.declare(city, port, topic);
    this.settings =
        new Settings(
            settings.root(),
            new Home(folder.resolve("home")),
            Optional.of(city),
            settings.environment());
    this.settings.home().create();
    Files.createDirectories(jobs());
    this.output = output;
    this.lake = Lake.start(this.settings.home(), 0);
    this.live = lake.connect(LakeCatalog.LIVE);
    DeclarationLibrary library = DeclarationReader.load(this.settings.declarationRoots());
    TableApplier applier = new TableApplier(live);
    library.tables().stream()
        .filter(table -> table.fullName().startsWith("live."))
        .forEach(table -> applier.apply(table.contract()));
  }

  /** What a bounded run came to, as the job tells it. */
  record Throughput(long rows, double seconds, long peakMemoryBytes) {
    double perSecond() {
      return rows / seconds;
    }
  }

  /** Takes what the topic holds, with everything on or by the bare job. */
  Throughput takeAll(boolean bare) {
    Map<String, Object> job = common();
    job.put("source", LaneReadings.SOURCE);
    job.put("bare", bare);
    EngineJob.Outcome outcome =
        job("throughput", EngineModule.streamThroughput(settings.root()))
            .run(job, output::progress);
    return new Throughput(
        outcome.result().path("rows").asLong(),
        outcome.result().path("seconds").asDouble(),
        outcome.peakMemoryBytes());
  }

  /** Starts the stream as {@code stream start} does. */
  ChildProcess start() throws IOException {
    Map<String, Object> job = common();
    job.put("sources", List.of(LaneReadings.SOURCE));
    job.put("checkpoint_seconds", CHECKPOINT_SECONDS);
    job.put("maintenance_seconds", MAINTENANCE_SECONDS);
    job.put("web_port", LocalBroker.freePort());
    job.put("metrics_port", 0);
    job.put("result", jobs().resolve("running.json").toString());
    job.put("log", settings.home().logs().resolve("stream.log").toString());
    return job("stream", EngineModule.liveStream(settings.root())).start(job, output::progress);
  }

  /** Where the running stream tells of itself. */
  Path running() {
    return jobs().resolve("running.json");
  }

  /** A live table as it is now. */
  Table table(String name) {
    return live.load(name);
  }

  /** How many messages the newest committed checkpoint had counted. */
  long arrived() throws IOException {
    long arrived = 0;
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(live.load("live.count"))) {
      for (Map<String, @Nullable Object> row : rows) {
        if ("arrived".equals(row.get("name"))) {
          arrived = Math.max(arrived, Long.parseLong(String.valueOf(row.get("count"))));
        }
      }
    }
    return arrived;
  }

  private Map<String, Object> common() {
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("catalog_uri", lake.uri().toString());
    job.put("declaration_roots", settings.declarationRoots().stream().map(Path::toString).toList());
    job.put("parallelism", PARALLELISM);
    job.put("folder", settings.home().stream().toString());
    return job;
  }

  private EngineJob job(String name, EngineModule module) {
    return new EngineJob(
        name, module, jobs(), settings.home().logs().resolve(name + "-output.log"), lake.token());
  }

  private Path jobs() {
    return settings.home().run().resolve("stream");
  }

  @Override
  public void close() {
    live.close();
    lake.close();
  }
}
