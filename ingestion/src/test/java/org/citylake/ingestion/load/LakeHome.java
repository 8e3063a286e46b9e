package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.replay.QuarantineReplay;
import org.citylake.ingestion.replay.ReplayResult;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.ingestion.store.TableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.server.CatalogServer;
import org.jspecify.annotations.Nullable;

/** A home whose every load is held against the rows that it left. */
final class LakeHome implements AutoCloseable {
  private static final String TOKEN = "test-token";

  private final Home home;
  private final TableStore store;
  private final List<AutoCloseable> opened;
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  private LakeHome(Home home, TableStore store, List<AutoCloseable> opened) {
    this.home = home;
    this.store = store;
    this.opened = opened;
  }

  /** With a lakehouse of Iceberg. */
  static LakeHome onIceberg(Path folder) {
    Home home = new Home(folder);
    home.create();
    CatalogServer server = CatalogServer.start(home, TOKEN, 0);
    LakeCatalog catalog = LakeCatalog.connect(server.uri(), TOKEN, LakeCatalog.LIVE);
    return new LakeHome(home, new LakeTableStore(catalog), List.of(catalog, server));
  }

  /** With tables in memory, which is much quicker. */
  static LakeHome inMemory(Path folder) {
    return new LakeHome(new Home(folder), new MemoryStore(), List.of());
  }

  Home home() {
    return home;
  }

  /** Loads a file; what it says it did has to stand in the tables. */
  LoadResult load(
      DeclarationLibrary library, SourceDeclaration source, Path file, LocalDate snapshotDate) {
    LoadResult load = loader(library).load(source, file, snapshotDate);
    balance(load);
    return load;
  }

  /** Replays a source's open records; the same is held for every load of it. */
  ReplayResult replay(DeclarationLibrary library, SourceDeclaration source) {
    ReplayResult replayed =
        new QuarantineReplay(quarantine(), new LoadLog(store), loader(library)).replay(source);
    replayed.loads().forEach(this::balance);
    return replayed;
  }

  /** The rows of a table. */
  List<Map<String, @Nullable Object>> rows(String table) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    if (store.exists(table)) {
      store.scan(table, rows::add);
    }
    return rows;
  }

  /** The quarantined records of a source that are open. */
  List<QuarantineEntry> open(String sourceId) {
    return store.exists(QuarantineLog.TABLE)
        ? quarantine().list(sourceId).stream()
            .filter(e -> e.status().equals(QuarantineEntry.OPEN))
            .toList()
        : List.of();
  }

  Loader loader(DeclarationLibrary library) {
    now = now.plusSeconds(1);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Loader(store, home, library, keys(), clock);
  }

  /** The sum of a load, counted by its rows and not by what it says. */
  private void balance(LoadResult load) {
    assertThat(load.arrived())
        .as("arrived with %s", load)
        .isEqualTo(load.accepted() + load.quarantined() + load.duplicate());
    if (load.alreadyDone()) {
      return;
    }
    List<Map<String, @Nullable Object>> written = new ArrayList<>();
    store.scan("raw." + load.source(), "load_id", load.loadId(), written::add);
    assertThat(written)
        .as("rows of %s", load)
        .filteredOn(LakeHome::ofARecord)
        .hasSize((int) load.accepted());
    assertThat(written)
        .as("keys that %s ended", load)
        .filteredOn(row -> row.get(RawRow.LINE) == null)
        .hasSize((int) load.ended());
    assertThat(quarantine().list(load.source()))
        .as("quarantined by %s", load)
        .filteredOn(e -> e.loadId().equals(load.loadId()))
        .filteredOn(e -> e.status().equals(QuarantineEntry.OPEN))
        .hasSize((int) load.quarantined());
    LoadEntry logged = new LoadLog(store).find(load.loadId()).orElseThrow();
    assertThat(
            List.of(logged.arrived(), logged.accepted(), logged.quarantined(), logged.duplicate()))
        .as("log of %s", load)
        .containsExactly(load.arrived(), load.accepted(), load.quarantined(), load.duplicate());
  }

  /** Rows that only keep a late file from winning are of no record that arrived. */
  private static boolean ofARecord(Map<String, @Nullable Object> row) {
    return row.get(RawRow.LINE) != null && !RawRow.CONFIRMED.equals(row.get(RawRow.OPERATION));
  }

  private QuarantineLog quarantine() {
    return new QuarantineLog(store, keys());
  }

  private VaultKeyFile keys() {
    return VaultKeyFile.of(home, Map.of(), Clock.systemUTC());
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }
}
