package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.key.TextHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which version of a key holds on a day, against reading it off all rows. */
class TestKeyVersions {
  private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

  private record Row(String key, LocalDate day, int revision, boolean ended, String delivery) {
    Map<String, @Nullable Object> raw() {
      return Map.of(
          RawRow.SOURCE_KEY,
          key,
          RawRow.OCCURRENCE,
          1,
          RawRow.REVISION,
          revision,
          RawRow.LOAD_ID,
          "load-" + delivery,
          RawRow.DELIVERY,
          delivery,
          RawRow.OPERATION,
          ended ? RawRow.ENDED : RawRow.VERSION,
          RawRow.SNAPSHOT_DATE,
          day,
          RawRow.CONTENT_HASH,
          String.format(java.util.Locale.ROOT, "%032x", revision));
    }
  }

  @Test
  void theLatestDayHoldsAndOfADayTheHighestRevision() {
    KeyVersions versions =
        read(
            List.of(
                new Row("a", FIRST.plusDays(2), 2, false, "x"),
                new Row("a", FIRST, 1, false, "y"),
                new Row("a", FIRST.plusDays(1), 3, false, "z"),
                new Row("a", FIRST.plusDays(1), 4, true, "z")),
            "");

    assertThat(versions.asOf(TextHash.of("a"), FIRST.minusDays(1))).isEmpty();
    assertThat(revision(versions, "a", FIRST)).contains(1);
    assertThat(revision(versions, "a", FIRST.plusDays(1))).contains(4);
    assertThat(revision(versions, "a", FIRST.plusDays(9))).contains(2);
    assertThat(versions.nextRevision(TextHash.of("a"))).isEqualTo(5);
    assertThat(versions.nextRevision(TextHash.of("b"))).isEqualTo(1);
    assertThat(versions.countValid(FIRST)).isEqualTo(1);
    assertThat(versions.countValid(FIRST.plusDays(1))).isZero();
    assertThat(versions.asOf(TextHash.of("a"), FIRST).orElseThrow().delivery()).isEqualTo("y");
  }

  @Test
  void whatTheLoadItselfWroteIsLeftOut() {
    List<Row> rows =
        List.of(new Row("a", FIRST, 1, false, "x"), new Row("a", FIRST, 2, false, "mine"));

    assertThat(revision(read(rows, "load-mine"), "a", FIRST)).contains(1);
  }

  @Test
  void anyRowsGiveWhatReadingThemOffGives() {
    SplittableRandom random = new SplittableRandom(20261126);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      rows.add(
          new Row(
              "key" + random.nextInt(400),
              FIRST.plusDays(random.nextInt(20)),
              i,
              random.nextInt(5) == 0,
              "d" + random.nextInt(7)));
    }
    KeyVersions versions = read(rows, "");

    for (int day = -1; day < 21; day++) {
      LocalDate on = FIRST.plusDays(day);
      int valid = 0;
      for (int k = 0; k < 400; k++) {
        String key = "key" + k;
        Optional<Row> expected =
            rows.stream()
                .filter(r -> r.key().equals(key) && !r.day().isAfter(on))
                .max(Comparator.comparing(Row::day).thenComparing(Row::revision));
        assertThat(revision(versions, key, on)).isEqualTo(expected.map(Row::revision));
        valid += expected.filter(r -> !r.ended()).isPresent() ? 1 : 0;
      }
      assertThat(versions.countValid(on)).isEqualTo(valid);
    }
  }

  @Test
  void keysOfOthersAreTakenAway() {
    KeyVersions versions =
        read(
            List.of(
                new Row("a", FIRST, 1, false, "x"),
                new Row("b", FIRST, 1, false, "x"),
                new Row("c", FIRST, 1, true, "x")),
            "");
    HashIndex others = new HashIndex();
    others.add(TextHash.of("a"));

    HashIndex left = versions.keysValid(FIRST, others);

    assertThat(left.size()).isEqualTo(1);
    assertThat(left.get(0)).isEqualTo(TextHash.of("b"));
  }

  private static Optional<Integer> revision(KeyVersions versions, String key, LocalDate on) {
    return versions.asOf(TextHash.of(key), on).map(KeyVersions.Version::revision);
  }

  private static KeyVersions read(List<Row> rows, String exceptLoadId) {
    MemoryStore store = new MemoryStore();
    store.append("raw.t", "commit", rows.stream().map(Row::raw).toList());
    return KeyVersions.read(store, "raw.t", exceptLoadId);
  }
}
