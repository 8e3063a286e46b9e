package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.jspecify.annotations.Nullable;

/** Pulls a source's connector into tables in memory, as the command does. */
final class Pulls {
  private final Path folder;
  private final SourceDeclaration source;
  private final MemoryStore store = new MemoryStore();
  private final List<String> shown = new ArrayList<>();
  private Instant now = Instant.parse("2016-12-31T00:00:00Z");

  Pulls(Path folder, SourceDeclaration source) {
    this.folder = folder;
    this.source = source;
    store.apply(Shipped.library().findTable(PullLog.TABLE).orElseThrow().contract());
  }

  MemoryStore store() {
    return store;
  }

  /** What stands in the tables, without when it came. */
  List<String> contents() {
    List<String> contents = new ArrayList<>();
    for (String table : List.of("raw." + source.id(), QuarantineLog.TABLE, LoadLog.TABLE)) {
      for (Map<String, @Nullable Object> row : store.rows(table)) {
        Map<String, String> kept = new TreeMap<>();
        row.forEach(
            (column, value) ->
                kept.put(column, value instanceof byte[] b ? Arrays.toString(b) : "" + value));
        kept.keySet().removeAll(List.of("known_from", "state_at", "arrived_at"));
        contents.add(table + kept);
      }
    }
    contents.sort(null);
    return contents;
  }

  /** The loads of one pull: {@code arrived = accepted + quarantined + duplicate}. */
  List<String> pull(Map<String, String> environment) throws IOException {
    shown.clear();
    now = now.plusSeconds(60);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Home home = new Home(folder.resolve("home"));
    DeclarationLibrary library = Shipped.libraryWith(folder.resolve("city"));
    Loader loader = new Loader(store, home, library, VaultKeyFile.of(home, Map.of(), clock), clock);
    Path work = Files.createDirectories(folder.resolve("work"));
    PullLog log = new PullLog(store);
    Connectors.of(source, environment, Clock.systemUTC())
        .pull(
            log.position(source.id()),
            work,
            fetched -> {
              LoadResult load =
                  loader.load(
                      source,
                      fetched.file(),
                      Optional.ofNullable(fetched.snapshotDate().orElse(null))
                          .orElse(LocalDate.of(2016, 12, 31)));
              log.write(
                  source.id(),
                  "test",
                  fetched,
                  load,
                  OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
              shown.add(
                  "%d = %d + %d + %d"
                      .formatted(
                          load.arrived(), load.accepted(), load.quarantined(), load.duplicate()));
              return load;
            });
    return List.copyOf(shown);
  }
}
