package org.citylake.entities.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.citylake.entities.golden.IdHistory.Alias;
import org.citylake.entities.golden.IdHistory.Change;
import org.citylake.entities.golden.IdHistory.Kind;
import org.junit.jupiter.api.Test;

class TestIdHistory {
  private static final LocalDate MAY = LocalDate.of(2016, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2016, 6, 1);
  private static final RecordKey A = new RecordKey("police", "1");
  private static final RecordKey B = new RecordKey("health", "1");
  private static final RecordKey C = new RecordKey("health", "2");

  @Test
  void firstRecordsCreateAnId() {
    IdHistory first = IdHistory.step(Map.of(), Map.of(), Map.of(A, "P1"), MAY);
    assertThat(first.changes())
        .containsExactly(new Change("P1", Kind.CREATED, Optional.empty(), 0));
    assertThat(first.aliases()).isEmpty();
  }

  @Test
  void anIdWhoseRecordsGoToAnotherOneLeadsThere() {
    IdHistory merged =
        IdHistory.step(Map.of(), Map.of(A, "P1", B, "P2"), Map.of(A, "P1", B, "P1"), MAY);
    assertThat(merged.changes())
        .containsExactly(new Change("P2", Kind.MERGED, Optional.of("P1"), 1));
    assertThat(merged.aliases()).isEqualTo(Map.of("P2", new Alias("P1", MAY)));
  }

  @Test
  void anotherAnchorRenames() {
    IdHistory renamed =
        IdHistory.step(Map.of(), Map.of(A, "P1", B, "P1"), Map.of(A, "P7", B, "P7"), MAY);
    assertThat(renamed.changes())
        .containsExactly(new Change("P1", Kind.RENAMED, Optional.of("P7"), 2));
  }

  @Test
  void recordsThatPartGiveASplit() {
    IdHistory split =
        IdHistory.step(Map.of(), Map.of(A, "P1", B, "P1"), Map.of(A, "P1", B, "P9"), MAY);
    assertThat(split.changes()).containsExactly(new Change("P9", Kind.SPLIT, Optional.of("P1"), 1));
  }

  @Test
  void aliasesFollowOn() {
    IdHistory next =
        IdHistory.step(
            Map.of("P0", new Alias("P1", MAY)),
            Map.of(A, "P1", C, "P3"),
            Map.of(A, "P3", C, "P3"),
            JUNE);
    assertThat(next.aliases())
        .isEqualTo(Map.of("P0", new Alias("P3", JUNE), "P1", new Alias("P3", JUNE)));
  }

  @Test
  void anIdThatComesBackStandsForItself() {
    IdHistory back =
        IdHistory.step(
            Map.of("P2", new Alias("P1", MAY)),
            Map.of(A, "P1", B, "P1"),
            Map.of(A, "P1", B, "P2"),
            JUNE);
    assertThat(back.aliases()).isEmpty();
  }

  @Test
  void withoutAChangeNothingHappens() {
    Map<RecordKey, String> links = Map.of(A, "P1", B, "P1");
    assertThat(IdHistory.step(Map.of(), links, links, MAY).changes()).isEmpty();
  }
}
