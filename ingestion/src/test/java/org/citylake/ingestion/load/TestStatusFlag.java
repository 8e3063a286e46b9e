package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.citylake.core.home.Home;
import org.citylake.core.problem.Problem;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries whose records say themselves that a key has ended. */
class TestStatusFlag {
  private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
  private static final String FORMAT =
      ", delivery: status-flag, status: {column: operate_type, ended: [D, 注销]}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private final MemoryStore store = new MemoryStore();
  private Instant now = Instant.parse("2016-03-01T08:00:00Z");

  @Test
  void recordWithTheStatusEndsItsKey() throws IOException {
    load(DAY, "a,1,I", "b,1,I");
    LoadResult second = load(DAY.plusDays(1), "a,1,D");
    assertThat(List.of(second.accepted(), second.quarantined(), second.duplicate()))
        .containsExactly(1L, 0L, 0L);
    assertThat(second.ended()).isZero();
    assertThat(versions("a")).containsExactly("1 new I", "2 ended D");
    assertThat(versions("b")).containsExactly("1 new I");
  }

  @Test
  void theSameEndAgainIsADuplicateAndTheKeyMayReturn() throws IOException {
    load(DAY, "a,1,I");
    load(DAY.plusDays(1), "a,1,注销");
    assertThat(load(DAY.plusDays(2), "a,1,注销").duplicate()).isEqualTo(1);
    load(DAY.plusDays(3), "a,1,I");
    assertThat(versions("a")).containsExactly("1 new I", "2 ended 注销", "3 version I");
  }

  @Test
  void endOfAnUnknownKeyIsKeptWithAWarning() throws IOException {
    LoadResult result = load(DAY, "z,1,D");
    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.warnings()).containsExactly(Map.entry("ended-unknown", 1L));
    assertThat(versions("z")).containsExactly("1 ended D");
    assertThat(store.rows("raw.sent").get(0).get("warnings")).asString().contains("the key 'z'");
  }

  @Test
  void lateFileDoesNotOpenAnEndedKeyAgain() throws IOException {
    load(DAY.plusDays(2), "a,1,D");
    load(DAY, "a,1,I");
    assertThat(versions("a")).last().asString().contains("ended");
  }

  @Test
  void statusAndStatusFlagGoTogether() {
    assertThat(rules(", delivery: status-flag")).containsExactly("status-flag");
    assertThat(rules(", status: {column: operate_type, ended: [D]}"))
        .containsExactly("status-flag");
    assertThat(rules(", delivery: status-flag, status: {column: operation, ended: [D]}"))
        .containsExactly("status-flag");
    assertThat(rules(FORMAT)).isEmpty();
  }

  private List<String> rules(String format) {
    return source(format).problems().stream().map(Problem::rule).toList();
  }

  private SentSource source(String format) {
    return SentSource.of(
        folder.resolve("city"),
        format,
        "",
        SentColumn.of("code", "string").key(),
        SentColumn.of("amount", "int"),
        SentColumn.of("operate_type", "string"));
  }

  private LoadResult load(LocalDate day, String... lines) throws IOException {
    SentSource source = source(FORMAT);
    Path file = folder.resolve("sent-" + day + ".csv");
    Files.writeString(file, source.file(lines));
    now = now.plusSeconds(1);
    return new Loader(
            store,
            new Home(folder.resolve("home")),
            source.library(),
            VaultKeyFile.of(new Home(folder.resolve("home")), Map.of(), Clock.systemUTC()),
            Clock.fixed(now, ZoneOffset.UTC))
        .load(source.source(), file, day);
  }

  private List<String> versions(String key) {
    return store.rows("raw.sent").stream()
        .filter(r -> key.equals(r.get("source_key")))
        .sorted(Comparator.comparingInt(r -> (Integer) RawRow.value(r, "revision")))
        .map(r -> r.get("revision") + " " + r.get("operation") + " " + r.get("operate_type"))
        .toList();
  }
}
