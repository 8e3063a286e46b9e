package org.citylake.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadEntry;
import org.junit.jupiter.api.Test;

class TestSourceActivity {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2016-07-31T12:00:00Z"), ZoneOffset.UTC);

  /** Sent each month. */
  private final SourceDeclaration monthly =
      DeclarationReader.load(
              List.of(ROOT.resolve("core"), ROOT.resolve("lakehouse"), ROOT.resolve("ingestion")))
          .findSource("social_organisation")
          .orElseThrow();

  @Test
  void recordsOfAllLoadsAreAddedUp() {
    SourceActivity activity =
        SourceActivity.of(
                monthly, List.of(load("2016-06-30", 100, 10), load("2016-05-31", 100, 0)), DAY)
            .orElseThrow();

    assertThat(activity.object())
        .containsEntry("last_load", "2016-06-30T08:00Z")
        .containsEntry("snapshot_date", "2016-06-30")
        .containsEntry("arrived", 200L)
        .containsEntry("accepted", 190L)
        .containsEntry("quarantined_share", 0.05);
  }

  @Test
  void aSourceIsLateWhenMoreThanItsCycleHasPassed() {
    assertThat(late("2016-06-30")).isTrue();
    assertThat(late("2016-07-01")).isFalse();
  }

  @Test
  void whatWasNeverLoadedHasNoActivity() {
    assertThat(SourceActivity.of(monthly, List.of(), DAY)).isEmpty();
  }

  private boolean late(String day) {
    return Boolean.TRUE.equals(
        SourceActivity.of(monthly, List.of(load(day, 1, 0)), DAY).orElseThrow().late());
  }

  private static LoadEntry load(String day, long arrived, long quarantined) {
    LocalDate date = LocalDate.parse(day);
    return new LoadEntry(
        "load",
        "social_organisation",
        "1.0.0",
        "h",
        "d",
        "f.csv",
        1,
        date,
        arrived,
        arrived - quarantined,
        quarantined,
        0,
        0,
        0,
        Map.of(),
        Map.of(),
        "ok",
        OffsetDateTime.of(date, java.time.LocalTime.of(8, 0), ZoneOffset.UTC));
  }
}
