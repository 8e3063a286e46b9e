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
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.TableStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules only warn of is kept with the row and counted with the load. */
class TestWarnings {
  private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
  private static final String WARNING =
      "qualified: amount is '0.01L': below-detection; the number is kept";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private SentSource source;

  private Instant now = Instant.parse("2016-03-01T08:00:00Z");

  @BeforeEach
  void declare() {
    source =
        SentSource.of(
            folder.resolve("city"),
            SentColumn.of("code", "string").key(),
            SentColumn.of("amount", "decimal(8,2)").custom("qualifiers", "{L: below-detection}"));
  }

  @Test
  void warningsStandInTheRowAndInTheLog() throws IOException {
    MemoryStore store = new MemoryStore();
    LoadResult result = load(store, DAY, "a,0.01L", "b,0.01", "c,0.02L");
    assertThat(result.warnings()).containsExactly(Map.entry("qualified", 2L));
    assertThat(new LoadLog(store).find(result.loadId()).orElseThrow().warnings())
        .isEqualTo(result.warnings());
    assertThat(store.rows("raw.sent"))
        .extracting(row -> row.get("warnings"))
        .containsExactly(
            List.of(WARNING),
            null,
            List.of("qualified: amount is '0.02L': below-detection; the number is kept"));
  }

  @Test
  void theSameValuesWithoutTheWarningAreADuplicate() throws IOException {
    MemoryStore store = new MemoryStore();
    load(store, DAY, "a,0.01L");
    assertThat(load(store, DAY.plusDays(1), "a,0.01").duplicate()).isEqualTo(1);
  }

  @Test
  void aDeliveryThatComesAfterItsDayWasDueIsToldButNotHeldAgainstItsRows() throws IOException {
    MemoryStore store = new MemoryStore();
    now = Instant.parse("2026-11-21T00:00:00Z");
    LoadResult result = load(store, DAY, "a,0.01");
    assertThat(result.warnings()).containsExactly(Map.entry("late-delivery", 1L));
    assertThat(store.rows("raw.sent").get(0)).containsEntry("warnings", null);
  }

  private LoadResult load(TableStore store, LocalDate day, String... lines) throws IOException {
    Path file = folder.resolve("sent-" + day + ".csv");
    Files.writeString(file, source.file(lines));
    return new Loader(
            store,
            new Home(folder.resolve("home")),
            source.library(),
            VaultKeyFile.of(new Home(folder.resolve("home")), Map.of(), Clock.systemUTC()),
            Clock.fixed(now, ZoneOffset.UTC))
        .load(source.source(), file, day);
  }
}
