package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.replay.QuarantineReplay;
import org.citylake.ingestion.replay.ReplayResult;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of docs/adr/0003 on the shipped source of subdistricts, a full delivery. */
class TestLoader {
  private static final LocalDate DAY_1 = LocalDate.of(2023, 1, 1);
  private static final LocalDate DAY_2 = LocalDate.of(2023, 2, 1);
  private static final LocalDate DAY_3 = LocalDate.of(2023, 3, 1);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private final MemoryStore store = new MemoryStore();
  private final SourceDeclaration source = Shipped.source("subdistrict");
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void sumHoldsAndTheSameLoadAgainIsAllDuplicatesAndWritesNothing() {
    Path file = file("310101002,南京东路街道,310101", "310101013,外滩街道,310101", "broken");
    LoadResult first = load(file, DAY_1);
    assertThat(List.of(first.arrived(), first.accepted(), first.quarantined(), first.duplicate()))
        .containsExactly(3L, 2L, 1L, 0L);
    assertThat(first.reasons()).containsExactly(Map.entry("ragged", 1L));
    int commits = store.commits();
    LoadResult second = load(file, DAY_1);
    assertThat(List.of(second.arrived(), second.accepted(), second.quarantined()))
        .containsExactly(3L, 0L, 0L);
    assertThat(second.duplicate()).isEqualTo(3);
    assertThat(second.alreadyDone()).isTrue();
    assertThat(second.loadId()).isEqualTo(first.loadId());
    assertThat(store.commits()).isEqualTo(commits);
  }

  @Test
  void valueThatChangesAndChangesBackIsKeptThreeTimes() {
    load(file("310101002,A,310101"), DAY_1);
    load(file("310101002,B,310101"), DAY_2);
    load(file("310101002,A,310101"), DAY_3);
    assertThat(versions("310101002")).containsExactly("1 new A", "2 version B", "3 version A");
  }

  @Test
  void oldFileIsKeptAndDoesNotWin() {
    load(file("310101002,A,310101"), DAY_1);
    load(file("310101002,C,310101"), DAY_3);
    LoadResult late = load(file("310101002,B,310101"), DAY_2);
    assertThat(late.accepted()).isEqualTo(1);
    assertThat(versions("310101002"))
        .containsExactly("1 new A", "2 version C", "3 version B", "4 confirmed C");
  }

  @Test
  void oldFileDoesNotWinOverAValueThatANewerFileRepeated() {
    load(file("310101002,A,310101"), DAY_1);
    load(file("310101002,A,310101", "310101013,Z,310101"), DAY_3);
    load(file("310101002,B,310101"), DAY_2);
    assertThat(versions("310101002")).containsExactly("1 new A", "2 version B", "3 confirmed A");
  }

  @Test
  void oldFilesKeyThatANewerFullFileLacksHasEnded() {
    load(file("310101002,A,310101"), DAY_3);
    load(file("310101002,A,310101", "310101013,Z,310101"), DAY_1);
    assertThat(versions("310101013")).containsExactly("1 new Z", "2 ended Z");
  }

  @Test
  void fileSentAgainWithMoreRowsBringsOnlyTheNewOnes() {
    load(file("310101002,A,310101"), DAY_1);
    LoadResult more = load(file("310101002,A,310101", "310101013,B,310101"), DAY_1);
    assertThat(List.of(more.arrived(), more.accepted(), more.duplicate()))
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void keyAbsentFromAFullFileEndsAndABadRowOfItDoesNotEndIt() {
    load(file("310101002,A,310101", "310101013,B,310101", "310101015,C,310101"), DAY_1);
    LoadResult second = load(file("310101002,A,310101", "310101015,C,999999"), DAY_2);
    assertThat(second.ended()).isEqualTo(1);
    assertThat(versions("310101013")).containsExactly("1 new B", "2 ended B");
    assertThat(versions("310101015")).containsExactly("1 new C");
  }

  @Test
  void truncatedFullFileStopsUnlessKeysMayVanish() {
    Path whole = file(many(30));
    Path cut = file(many(5));
    load(whole, DAY_1);
    int commits = store.commits();
    assertThatThrownBy(() -> load(cut, DAY_2))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("lacks 25 of 30 keys")
        .hasMessageContaining("send it whole");
    assertThat(store.commits()).isEqualTo(commits);
    assertThat(loader(Shipped.library()).loadAllowingKeysToVanish(source, cut, DAY_2).ended())
        .isEqualTo(25);
  }

  @Test
  void changedColumnsStopAndWriteNothing() throws IOException {
    Path file = folder.resolve("changed.csv");
    Files.writeString(file, "code,name,district_code\n1,2,3\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> load(file, DAY_1))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("- name_zh\n  + name\n");
    assertThat(store.commits()).isZero();
  }

  @Test
  void otherValuesForAKeyInOneDeliveryAreQuarantined() {
    LoadResult result =
        load(file("310101002,A,310101", "310101002,A,310101", "310101002,B,310101"), DAY_1);
    assertThat(List.of(result.accepted(), result.duplicate(), result.quarantined()))
        .containsExactly(1L, 1L, 1L);
    assertThat(result.reasons()).containsOnlyKeys("key-conflict");
    assertThat(replay(Shipped.library()).passed()).isZero();
  }

  @Test
  void loadKilledBeforeAnyCommitEndsLikeOneThatWasNot() {
    String[] lines = {"310101002,A,310101", "310101013,B,310199", "broken"};
    load(file(lines), DAY_1);
    String clean = state(store);
    for (String table : List.of("raw.subdistrict", "audit.quarantine", "audit.load")) {
      MemoryStore killed = new MemoryStore();
      Home home = new Home(folder.resolve("home-" + table));
      now = Instant.parse("2026-11-21T00:00:00Z");
      killed.dieBeforeCommitTo(table);
      Path file = file(lines);
      assertThatThrownBy(
              () ->
                  new Loader(killed, home, Shipped.library(), keys(home), clock())
                      .load(source, file, DAY_1))
          .hasMessage("died before the commit to " + table);
      now = now.plus(Duration.ofHours(1));
      LoadResult again =
          new Loader(killed, home, Shipped.library(), keys(home), clock())
              .load(source, file, DAY_1);
      assertThat(again.accepted()).isEqualTo(1);
      assertThat(state(killed)).isEqualTo(clean);
    }
  }

  @Test
  void interruptedLoadWhoseSenderHasOtherRowsByNowIsFinishedFromTheKeptDelivery()
      throws IOException {
    load(file("310101002,A,310101", "310101013,B,310199", "broken"), DAY_1);
    load(file("310101002,C,310101"), DAY_2);
    DeclarationLibrary fixed = Shipped.libraryWith(cityWithDivision310199());
    assertThat(replay(fixed).passed()).isOne();
    String clean = contents(store);
    for (String table : List.of("raw.subdistrict", "audit.quarantine", "audit.load")) {
      for (boolean replayFirst : List.of(true, false)) {
        store.clear();
        store.dieBeforeCommitTo(table);
        Path sent = file("310101002,A,310101", "310101013,B,310199", "broken");
        assertThatThrownBy(() -> load(sent, DAY_1)).hasMessageContaining("died");
        Files.delete(sent);
        if (replayFirst) {
          replay(Shipped.library());
        }
        load(file("310101002,C,310101"), DAY_2);
        assertThat(replay(fixed).passed()).as(table).isOne();
        assertThat(contents(store)).as(table).isEqualTo(clean);
      }
    }
  }

  @Test
  void interruptedLoadIsWholeByAnotherDeclarationToo() throws IOException {
    store.dieBeforeCommitTo("audit.load");
    Path sent = file("310101002,A,310101", "310101013,B,310199");
    assertThatThrownBy(() -> load(sent, DAY_1)).hasMessageContaining("died");
    SourceDeclaration changed = changed(source);

    ReplayResult result =
        new QuarantineReplay(
                new QuarantineLog(store, keys(home())),
                new LoadLog(store),
                loader(Shipped.libraryWith(cityWithDivision310199())))
            .replay(changed);

    assertThat(result.passed()).isOne();
    assertThat(new LoadLog(store).ofSource("subdistrict"))
        .extracting(l -> l.accepted() + " " + l.quarantined() + " " + l.duplicate())
        .containsExactlyInAnyOrder("1 1 0", "1 0 1", "0 0 1");
  }

  @Test
  void sameBadBytesInALaterFileAreDuplicates() {
    load(file("310101002,A,310101", "310101013,B,310199"), DAY_1);
    LoadResult later = load(file("310101002,A2,310101", "310101013,B,310199"), DAY_2);
    assertThat(List.of(later.accepted(), later.quarantined(), later.duplicate()))
        .containsExactly(1L, 0L, 1L);
  }

  @Test
  void quarantinedRowIsReplayedOnceItsCodeIsKnown() throws IOException {
    load(file("310101002,A,310101", "310101013,B,310199", "broken"), DAY_1);
    List<QuarantineEntry> open = new QuarantineLog(store, keys(home())).list("subdistrict");
    assertThat(open).hasSize(2);
    assertThat(open.get(0).reasons().get(0))
        .startsWith("codelist: '310199' in district_code is not in the code list 'division'")
        .contains("codelists/division/codes.csv");
    assertThat(new String(open.get(1).content(), StandardCharsets.UTF_8)).isEqualTo("broken");
    assertThat(replay(Shipped.library()).passed()).isZero();

    ReplayResult result = replay(Shipped.libraryWith(cityWithDivision310199()));
    assertThat(List.of(result.read(), result.passed(), result.open())).containsExactly(2, 1, 1);
    assertThat(result.loads().get(0).accepted()).isEqualTo(1);
    assertThat(versions("310101013")).containsExactly("1 new B");
    assertThat(new QuarantineLog(store, keys(home())).list("subdistrict"))
        .extracting(QuarantineEntry::status)
        .containsExactly(QuarantineEntry.REPLAYED, QuarantineEntry.OPEN);
    assertThat(replay(Shipped.libraryWith(cityWithDivision310199())).passed()).isZero();
  }

  @Test
  void replayKilledBetweenCommitsEndsLikeOneThatWasNot() throws IOException {
    load(file("310101013,B,310199"), DAY_1);
    DeclarationLibrary fixed = Shipped.libraryWith(cityWithDivision310199());
    store.dieBeforeCommitTo("audit.quarantine");
    assertThatThrownBy(() -> replay(fixed)).hasMessageContaining("died");
    assertThat(replay(fixed).passed()).isEqualTo(1);
    assertThat(versions("310101013")).containsExactly("1 new B");
  }

  @Test
  void examiningWritesNothing() {
    Path file = file("310101002,A,310101", "310101013,B,310199");
    LoadResult examined = loader(Shipped.library()).examine(source, file, DAY_1);
    assertThat(List.of(examined.accepted(), examined.quarantined())).containsExactly(1L, 1L);
    assertThat(store.commits()).isZero();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void streamedSourceIsNotLoadedHere() {
    SourceDeclaration streamed = Shipped.source("air_quality_pm25");
    assertThatThrownBy(
            () -> loader(Shipped.library()).load(streamed, Shipped.file("air_quality_pm25"), DAY_1))
        .hasMessageContaining("is streamed");
  }

  private static SourceDeclaration changed(SourceDeclaration source) {
    FileFormat was = source.format();
    return CleanExtracts.batch(
        source,
        new FileFormat(
            was.type(),
            was.encoding(),
            was.delimiter(),
            List.of("none"),
            was.multiline(),
            was.delivery(),
            was.unpivot()));
  }

  private Path cityWithDivision310199() throws IOException {
    Path list = Files.createDirectories(folder.resolve("city/codelists/division"));
    Path shipped = Path.of(System.getProperty("citylake.root", "..")).resolve("core/codelists");
    Files.writeString(
        list.resolve("codelist.yaml"),
        Files.readString(shipped.resolve("division/codelist.yaml"), StandardCharsets.UTF_8),
        StandardCharsets.UTF_8);
    Files.writeString(
        list.resolve("codes.csv"),
        Files.readString(shipped.resolve("division/codes.csv"), StandardCharsets.UTF_8)
            + "310199,新区,New,current\n",
        StandardCharsets.UTF_8);
    return folder.resolve("city");
  }

  private ReplayResult replay(DeclarationLibrary library) {
    return new QuarantineReplay(
            new QuarantineLog(store, keys(home())), new LoadLog(store), loader(library))
        .replay(library.findSource("subdistrict").orElseThrow());
  }

  private LoadResult load(Path file, LocalDate day) {
    return loader(Shipped.library()).load(source, file, day);
  }

  private Loader loader(DeclarationLibrary library) {
    return new Loader(store, home(), library, keys(home()), clock());
  }

  private Clock clock() {
    now = now.plusSeconds(1);
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private Path file(String... lines) {
    Path file = folder.resolve("subdistricts.csv");
    try {
      if (Files.exists(file)) {
        file = Files.createTempDirectory(folder, "sent").resolve("subdistricts.csv");
      }
      return Files.writeString(
          file,
          "code,name_zh,district_code\n" + String.join("\n", lines) + "\n",
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] many(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> (310101100 + i) + ",街道" + i + ",310101")
        .toArray(String[]::new);
  }

  private List<String> versions(String key) {
    return store.rows("raw.subdistrict").stream()
        .filter(r -> key.equals(r.get("source_key")))
        .sorted(Comparator.comparingInt(r -> (Integer) RawRow.value(r, "revision")))
        .map(r -> r.get("revision") + " " + r.get("operation") + " " + r.get("name_zh"))
        .toList();
  }

  private static String state(MemoryStore store) {
    return List.of("raw.subdistrict", "audit.quarantine", "audit.load").stream()
        .map(t -> t + store.rows(t).stream().map(TestLoader::text).toList())
        .collect(Collectors.joining("\n"));
  }

  /** What stands in the tables, without when it came. */
  private static String contents(MemoryStore store) {
    return List.of("raw.subdistrict", "audit.quarantine", "audit.load").stream()
        .map(t -> t + store.rows(t).stream().map(TestLoader::timeless).sorted().toList())
        .collect(Collectors.joining("\n"));
  }

  private static String timeless(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> kept = new TreeMap<>(row);
    kept.keySet().removeAll(List.of("known_from", "state_at", "arrived_at"));
    return text(kept);
  }

  private static String text(Map<String, @Nullable Object> row) {
    Map<String, Object> text = new TreeMap<>();
    row.forEach(
        (k, v) -> text.put(k, v instanceof byte[] b ? List.of(b.length) : String.valueOf(v)));
    return text.toString();
  }

  static VaultKeyFile keys(Home home) {
    return VaultKeyFile.of(home, Map.of(), Clock.systemUTC());
  }

  private Home home() {
    return new Home(folder.resolve("home"));
  }
}
