package org.citylake.cli.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.citylake.cli.run.RunLog;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.quality.Freshness;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * What a home holds of what is declared.
 *
 * @param loads finished loads by source
 * @param tables the tables that are there
 * @param lastRun details of the last step {@code compute}
 */
record HomeState(
    Map<String, List<LoadEntry>> loads, Map<String, Held> tables, Optional<JsonNode> lastRun) {
  /** A home that nothing was ever run on. */
  static final HomeState EMPTY = new HomeState(Map.of(), Map.of(), Optional.empty());

  /**
   * A table with rows.
   *
   * @param changed when its newest snapshot was made
   * @param rows how many rows that has
   */
  record Held(Instant changed, long rows) {}

  /** Reads a home. */
  static HomeState of(Settings settings) {
    if (!Files.exists(settings.home().catalogDatabase())) {
      return EMPTY;
    }
    try (Lake lake = Lake.attachOrStart(settings.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      LakeTableStore store = new LakeTableStore(live);
      Map<String, Held> tables = new TreeMap<>();
      for (String name : live.tableNames()) {
        Snapshot snapshot = live.load(name).currentSnapshot();
        if (snapshot != null) {
          tables.put(name, held(snapshot));
        }
      }
      return new HomeState(
          store.exists(LoadLog.TABLE) ? new LoadLog(store).bySource() : Map.of(),
          tables,
          live.exists(RunLog.RUN) ? new RunLog(live).lastDetails("compute") : Optional.empty());
    }
  }

  private static Held held(Snapshot snapshot) {
    return new Held(
        Instant.ofEpochMilli(snapshot.timestampMillis()),
        Long.parseLong(snapshot.summary().getOrDefault(SnapshotSummary.TOTAL_RECORDS_PROP, "0")));
  }

  /** How current a source's data are on a day. */
  Freshness freshness(SourceDeclaration source, LocalDate today) {
    return Freshness.of(
        source.contract(),
        loads.getOrDefault(source.id(), List.of()).stream()
            .map(LoadEntry::snapshotDate)
            .max(Comparator.naturalOrder()),
        today);
  }

  /** How the last loads of a source went; empty when there were none. */
  Optional<SourceActivity> activity(SourceDeclaration source) {
    return SourceActivity.of(loads.getOrDefault(source.id(), List.of()));
  }
}
