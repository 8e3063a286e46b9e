package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.citylake.core.home.Home;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.ingestion.store.TableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.server.CatalogServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real lakehouse keeps what rules only warn of. */
class ITWarnings {
  private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
  private static final String WARNING =
      "qualified: amount is '0.01L': below-detection; the number is kept";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private SentSource source;

  @BeforeEach
  void declare() {
    source =
        SentSource.of(
            folder.resolve("city"),
            SentColumn.of("code", "string").key(),
            SentColumn.of("amount", "decimal(8,2)").custom("qualifiers", "{L: below-detection}"));
  }

  @Test
  void theLakehouseKeepsThem() throws IOException {
    Home home = new Home(folder.resolve("home"));
    home.create();
    try (CatalogServer server = CatalogServer.start(home, "token", 0);
        LakeCatalog catalog = LakeCatalog.connect(server.uri(), "token", LakeCatalog.LIVE)) {
      TableStore store = new LakeTableStore(catalog);
      LoadResult result = load(store, DAY, "a,0.01L", "b,0.01");
      assertThat(new LoadLog(store).find(result.loadId()).orElseThrow().warnings())
          .containsExactly(Map.entry("qualified", 1L));
      store.scan(
          "raw.sent",
          "source_key",
          "a",
          row -> assertThat(row).containsEntry("warnings", List.of(WARNING)));
      store.scan(
          "raw.sent", "source_key", "b", row -> assertThat(row).containsEntry("warnings", null));
    }
  }

  private LoadResult load(TableStore store, LocalDate day, String... lines) throws IOException {
    Path file = folder.resolve("sent-" + day + ".csv");
    Files.writeString(file, source.file(lines));
    return new Loader(
            store,
            new Home(folder.resolve("home")),
            source.library(),
            VaultKeyFile.of(new Home(folder.resolve("home")), Map.of(), Clock.systemUTC()),
            Clock.fixed(Instant.parse("2016-03-01T08:00:00Z"), ZoneOffset.UTC))
        .load(source.source(), file, day);
  }
}
