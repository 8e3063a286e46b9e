package org.citylake.lakehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.Lake;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableAppend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog over PostgreSQL instead of SQLite, named by the environment. */
class ITPostgresCatalog {
  private static final String CITY = "city.reading";

  @Test
  void tablesAndThePublishedReleaseLiveInPostgres(@TempDir Path folder) throws Exception {
    Optional<Path> binaries = LocalPostgres.findBinaries();
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(binaries.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
    }
    assertThat(binaries).as("CI installs PostgreSQL").isPresent();
    try (LocalPostgres postgres = LocalPostgres.start(binaries.get())) {
      Home home = new Home(folder);
      long released;
      try (CatalogServer server = CatalogServer.start(home, Lake.TOKEN, 0, postgres.environment());
          LakeCatalog live = LakeCatalog.connect(server.uri(), Lake.TOKEN, LakeCatalog.LIVE)) {
        new TableApplier(live).apply(Lake.contract(CITY, "1 sensor string!"));
        released = append(live, "first", "jingan");
        server.publish(
            new Release(
                "r1",
                "final",
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                "f",
                "c",
                "d",
                Map.of(CITY, released),
                Map.of(),
                Release.Occasion.NONE));
        append(live, "second", "xuhui");
      }

      try (CatalogServer server = CatalogServer.start(home, Lake.TOKEN, 0, postgres.environment());
          LakeCatalog live = LakeCatalog.connect(server.uri(), Lake.TOKEN, LakeCatalog.LIVE);
          LakeCatalog published =
              LakeCatalog.connect(server.uri(), Lake.TOKEN, LakeCatalog.PUBLISHED)) {
        assertThat(Lake.values(live.load(CITY), "sensor")).containsExactly("jingan", "xuhui");
        assertThat(Lake.values(published.load(CITY), "sensor")).containsExactly("jingan");
      }
      assertThat(Files.exists(home.catalogDatabase())).isFalse();
    }
  }

  private static long append(LakeCatalog live, String commit, String sensor) {
    Table table = live.load(CITY);
    return TableAppend.append(table, "main", commit, List.of(Map.of("sensor", sensor)));
  }
}
