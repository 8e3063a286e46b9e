package org.citylake.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.SnapshotRef;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.process.JobFile;
import org.citylake.ingestion.load.Delivery;
import org.citylake.ingestion.load.DeliveryArchive;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.ingestion.load.LoadId;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.StartedLoad;
import org.citylake.lakehouse.table.Branches;
import org.citylake.lakehouse.table.WriterLease;

/**
 * One delivery of a streamed source, replayed through Flink by docs/adr/0013: onto branches first,
 * counted, then published, then marked in {@code audit.load}.
 *
 * <p>A load that was killed while publishing is published to the end, not replayed: its job's
 * result is still there, and the branches stand where it says.
 */
public final class StreamLoad {
  private final RunContext context;
  private final LoadLog log;

  /** Loads of a run. */
  public StreamLoad(RunContext context) {
    this.context = context;
    this.log = new LoadLog(context.store());
  }

  /**
   * Loads a file; the same load again counts every record as a duplicate and writes nothing.
   *
   * @throws CityLakeException of kind INTERNAL when the counts do not add up
   */
  public LoadResult load(SourceDeclaration source, Path file, LocalDate snapshotDate) {
    DeliveryArchive archive = new DeliveryArchive(context.home(), context.vaultKeys());
    Delivery delivery = archive.archive(source, file);
    String loadId = LoadId.of(source, delivery.sha256(), snapshotDate);
    return context
        .lineage()
        .loads(context.live())
        .watch(
            new StartedLoad(source, delivery, snapshotDate, loadId, false),
            () ->
                log.find(loadId)
                    .map(LoadEntry::repeated)
                    .orElseGet(() -> load(source, archive, delivery, loadId, snapshotDate)));
  }

  private LoadResult load(
      SourceDeclaration source,
      DeliveryArchive archive,
      Delivery delivery,
      String loadId,
      LocalDate snapshotDate) {
    OffsetDateTime arrival =
        archive.arrival(loadId, context.clock().instant()).atOffset(ZoneOffset.UTC);
    Path folder = context.home().run().resolve("loads").resolve(loadId);
    EngineJob job =
        context.job("flink", EngineModule.sensorReadings(context.settings().root()), folder);
    JsonNode result =
        unpublished(job.resultFile())
            .orElseGet(() -> replay(job, source, delivery, loadId, snapshotDate, arrival));
    requireSum(source.id(), result);
    publish(result);
    LoadEntry entry = entry(source, delivery, loadId, snapshotDate, arrival, result);
    log.write(entry);
    dropBranches(result);
    remove(job.resultFile());
    return entry.result();
  }

  private JsonNode replay(
      EngineJob job,
      SourceDeclaration source,
      Delivery delivery,
      String loadId,
      LocalDate snapshotDate,
      OffsetDateTime arrival) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("job", "sensor-readings");
    keys.put("home", context.home().root().toString());
    keys.put("catalog_uri", context.lake().uri().toString());
    keys.put("declaration_roots", context.roots());
    keys.put("run_id", context.runId());
    keys.put("code_version", context.codeVersion());
    keys.put("source", source.id());
    keys.put("delivery", delivery.path().toString());
    keys.put("delivery_sha256", delivery.sha256());
    keys.put("file", delivery.file());
    keys.put("load_id", loadId);
    keys.put("snapshot_date", snapshotDate.toString());
    keys.put("known_from", arrival.toString());
    keys.put("branch", "load_" + loadId);
    keys.put("log", job.logFile().resolveSibling("flink-job.log").toString());
    EngineJob.Outcome outcome =
        job.run(keys, text -> context.output().progress("      Flink: " + text));
    context.outcome().recordMemory("flink", outcome.peakMemoryBytes());
    return outcome.result();
  }

  /** A finished job's result whose branches are still as it left them. */
  private Optional<JsonNode> unpublished(Path resultFile) {
    if (!Files.exists(resultFile)) {
      return Optional.empty();
    }
    JsonNode result = JobFile.read(resultFile);
    String branch = result.path("branch").asText();
    for (Map.Entry<String, JsonNode> table : result.path("tables").properties()) {
      SnapshotRef ref = context.live().load(table.getKey()).refs().get(branch);
      if (ref == null || ref.snapshotId() != table.getValue().asLong()) {
        return Optional.empty();
      }
    }
    return Optional.of(result);
  }

  private static void requireSum(String source, JsonNode result) {
    long arrived = result.path("arrived").asLong();
    long accounted =
        result.path("accepted").asLong()
            + result.path("quarantined").asLong()
            + result.path("duplicate").asLong();
    if (arrived != accounted) {
      throw new CityLakeException(
          Kind.INTERNAL,
          "The replay of "
              + source
              + " counted "
              + arrived
              + " arrived but accounts for "
              + accounted
              + "; nothing was published, please report it");
    }
  }

  private void publish(JsonNode result) {
    String branch = result.path("branch").asText();
    for (Map.Entry<String, JsonNode> table : result.path("tables").properties()) {
      try (WriterLease lease = WriterLease.take(context.home(), table.getKey())) {
        Branches.fastForward(context.live().load(table.getKey()), branch);
      }
      Failpoint.reached(context.settings().environment(), "publish " + table.getKey());
    }
  }

  private void dropBranches(JsonNode result) {
    String branch = result.path("branch").asText();
    for (Map.Entry<String, JsonNode> table : result.path("tables").properties()) {
      Branches.drop(context.live().load(table.getKey()), branch);
    }
  }

  private static LoadEntry entry(
      SourceDeclaration source,
      Delivery delivery,
      String loadId,
      LocalDate snapshotDate,
      OffsetDateTime arrival,
      JsonNode result) {
    Map<String, Long> reasons = new TreeMap<>();
    result
        .path("reasons")
        .properties()
        .forEach(reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
    return new LoadEntry(
        loadId,
        source.id(),
        source.contract().version(),
        source.contentHash(),
        delivery.sha256(),
        delivery.file(),
        delivery.bytes(),
        snapshotDate,
        result.path("arrived").asLong(),
        result.path("accepted").asLong(),
        result.path("quarantined").asLong(),
        result.path("duplicate").asLong(),
        result.path("missing").asLong(),
        0,
        reasons,
        Map.of(),
        "complete",
        arrival);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }
}
