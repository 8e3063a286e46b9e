package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.mapping.RowMapper;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.server.CatalogServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped batch sources into a real lakehouse. */
class ITLakeLoader {
  private static final String TOKEN = "test-token";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00.123Z"), ZoneOffset.UTC);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void shippedFilesAreLoadedOnceWholeAndMapped() {
    DeclarationLibrary library = Shipped.library();
    Home home = new Home(folder.resolve("home"));
    home.create();
    try (CatalogServer server = CatalogServer.start(home, TOKEN, 0);
        LakeCatalog catalog = LakeCatalog.connect(server.uri(), TOKEN, LakeCatalog.LIVE)) {
      Loader loader = new Loader(catalog, home, library, keys(home), CLOCK);
      LakeTableStore store = new LakeTableStore(catalog);
      Map<String, Long> accepted = new LinkedHashMap<>();
      for (SourceDeclaration source : library.sources()) {
        if (!source.replayed() && source.origin().isPresent()) {
          LocalDate day = source.origin().orElseThrow().deliveries().get(0).snapshotDate();
          LoadResult first = loader.load(source, Shipped.file(source.id()), day);
          assertThat(first.arrived()).isEqualTo(first.accepted());
          accepted.put(source.id(), first.accepted());
          LoadResult second = loader.load(source, Shipped.file(source.id()), day);
          assertThat(second.duplicate()).isEqualTo(first.arrived());
          LocalDate later = day.plusDays(1);
          LoadResult nextDay = loader.load(source, Shipped.file(source.id()), later);
          assertThat(nextDay.duplicate()).isEqualTo(first.arrived());
          assertThat(nextDay.alreadyDone()).isFalse();
          assertThat(rows(store, "raw." + source.id())).hasSize((int) first.accepted());
          assertThat(new LoadLog(store).ofSource(source.id())).hasSize(2);
        }
      }
      assertThat(accepted)
          .containsEntry("gb2260_revision", 769L)
          .containsEntry("subdistrict", 234L)
          .containsEntry("district_census", 64L)
          .containsEntry("plan_indicator", 402L);
      assertThat(new QuarantineLog(store, keys(home)).list()).isEmpty();
      bandwidthOfBaoshanIsKeptTwiceAndTheTableWins(library, store);
    }
  }

  @Test
  void refusedLineComesBackFromTheLakehouseAsItCame() throws IOException {
    DeclarationLibrary library = Shipped.library();
    SourceDeclaration source = Shipped.source("plan_indicator");
    byte[] header = Files.readAllBytes(Shipped.file("plan_indicator"));
    int end = new String(header, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    byte[] wrong = "I1,静安".getBytes(Charset.forName("GB18030"));
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.write(header, 0, end);
    sent.writeBytes(wrong);
    Path file = Files.write(folder.resolve("indicators.csv"), sent.toByteArray());
    Home home = new Home(folder.resolve("home"));
    home.create();
    try (CatalogServer server = CatalogServer.start(home, TOKEN, 0);
        LakeCatalog catalog = LakeCatalog.connect(server.uri(), TOKEN, LakeCatalog.LIVE)) {
      LoadResult result =
          new Loader(catalog, home, library, keys(home), CLOCK)
              .load(source, file, LocalDate.of(2016, 1, 1));
      assertThat(result.reasons()).containsExactly(Map.entry("encoding", 1L));
      QuarantineLog log = new QuarantineLog(new LakeTableStore(catalog), keys(home));
      QuarantineEntry entry = log.show(log.list().get(0).quarantineId());
      assertThat(entry.content()).isEqualTo(wrong);
      assertThat(entry.line()).isEqualTo(2);
      assertThat(entry.reasons().get(0)).startsWith("encoding: byte 4 of the line (0xBE)");
      LoadEntry logged =
          new LoadLog(new LakeTableStore(catalog)).find(result.loadId()).orElseThrow();
      assertThat(logged.reasons()).containsExactly(Map.entry("encoding", 1L));
    }
  }

  private static void bandwidthOfBaoshanIsKeptTwiceAndTheTableWins(
      DeclarationLibrary library, LakeTableStore store) {
    RowMapper mapper = new RowMapper(Shipped.source("plan_indicator"), library);
    TreeSet<String> figures = new TreeSet<>();
    for (Map<String, @Nullable Object> raw : rows(store, "raw.plan_indicator")) {
      Map<String, @Nullable Object> row = mapper.map(raw);
      assertThat(row.get("source_key")).isEqualTo(raw.get("id"));
      if ("home_avg_access_bandwidth".equals(row.get("indicator_code"))
          && "310113".equals(row.get("ref_area"))
          && "2015".equals(row.get("time_period"))) {
        figures.add(row.get("priority") + " " + row.get("value") + " " + row.get("known_from"));
      }
    }
    assertThat(figures)
        .containsExactly(
            "1 30.0000000000 2026-11-21T00:00:00.123Z", "4 35.0000000000 2026-11-21T00:00:00.123Z");
  }

  private static List<Map<String, @Nullable Object>> rows(LakeTableStore store, String table) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    store.scan(table, rows::add);
    return rows;
  }

  private static VaultKeyFile keys(Home home) {
    return VaultKeyFile.of(home, Map.of(), Clock.systemUTC());
  }
}
