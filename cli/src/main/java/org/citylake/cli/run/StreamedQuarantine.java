package org.citylake.cli.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.load.DeliveryArchive;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.ingestion.replay.PassingRecords;
import org.citylake.ingestion.replay.ReplayResult;

/**
 * Reads the open quarantined records of a streamed source again. The lines of those that pass by
 * now are made a delivery of their own, under the header and the snapshot date of the delivery that
 * they came in, and replayed through Flink; cells of a line that were accepted the first time count
 * as duplicates. Doing it again after an interruption makes the same delivery.
 */
public final class StreamedQuarantine {

  /** Loads one delivery. */
  @FunctionalInterface
  public interface Replay {
    /** The load's counts. */
    LoadResult load(Path file, LocalDate snapshotDate);
  }

  private final RunContext context;
  private final QuarantineLog quarantine;
  private final LoadLog loads;

  /** The quarantine of a run's lakehouse. */
  public StreamedQuarantine(RunContext context) {
    this.context = context;
    this.quarantine = new QuarantineLog(context.store(), context.vaultKeys());
    this.loads = new LoadLog(context.store());
  }

  /** Replays what passes by now. */
  public ReplayResult replay(SourceDeclaration source, Replay replay) {
    List<QuarantineEntry> open =
        quarantine.list(source.id()).stream()
            .filter(e -> e.status().equals(QuarantineEntry.OPEN))
            .toList();
    Map<String, List<QuarantineEntry>> byDelivery = new TreeMap<>();
    for (QuarantineEntry entry : PassingRecords.among(source, context.library(), open)) {
      byDelivery
          .computeIfAbsent(entry.loadId() + " " + entry.delivery(), key -> new ArrayList<>())
          .add(entry);
    }
    List<LoadResult> results = new ArrayList<>();
    int passed = 0;
    for (List<QuarantineEntry> entries : byDelivery.values()) {
      LoadEntry original = original(source, entries.get(0));
      LoadResult result = replay.load(write(source, original, entries), original.snapshotDate());
      close(source, result.loadId(), entries);
      passed += entries.size();
      results.add(result);
    }
    return new ReplayResult(source.id(), open.size(), passed, open.size() - passed, results);
  }

  private LoadEntry original(SourceDeclaration source, QuarantineEntry entry) {
    return loads
        .find(entry.loadId())
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.DATA,
                    "The load "
                        + entry.loadId()
                        + " of "
                        + source.id()
                        + " was interrupted: ingest its file again, then replay"));
  }

  private Path write(SourceDeclaration source, LoadEntry original, List<QuarantineEntry> entries) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Path delivery =
          new DeliveryArchive(context.home(), context.vaultKeys()).path(original.delivery());
      try (RecordReader reader = RecordReader.open(delivery, source.format())) {
        bytes.writeBytes(reader.next().bytes());
        bytes.write('\n');
      }
      Set<Long> written = new LinkedHashSet<>();
      for (QuarantineEntry entry : entries) {
        // A wide line stands in quarantine once for each of its cells.
        if (written.add(entry.line())) {
          bytes.writeBytes(entry.content());
          bytes.write('\n');
        }
      }
      Path folder = context.home().run().resolve("replays");
      Files.createDirectories(folder);
      String name = ContentHash.of(bytes.toByteArray()).substring(0, 8);
      return Files.write(
          folder.resolve("replay-" + name + "-of-" + original.file()), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the delivery to replay", e);
    }
  }

  private void close(SourceDeclaration source, String loadId, List<QuarantineEntry> entries) {
    OffsetDateTime at = loads.find(loadId).orElseThrow().arrivedAt();
    quarantine.write(
        loadId,
        entries.stream()
            .map(
                e ->
                    e.in(
                        QuarantineEntry.REPLAYED,
                        at,
                        loadId,
                        e.reasons(),
                        source.contract().version()))
            .toList());
  }
}
