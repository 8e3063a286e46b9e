package org.citylake.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.ingestion.load.LoadEntry;
import org.junit.jupiter.api.Test;

class TestSourceActivity {
  @Test
  void qualityIsThatOfTheLastLoads() {
    SourceActivity activity =
        SourceActivity.of(
                List.of(
                    load("2016-06-30", 100, 10, Map.of("pattern", 8L, "range", 2L)),
                    load("2016-05-31", 100, 0, Map.of())))
            .orElseThrow();

    assertThat(activity.object())
        .containsEntry("last_load", "2016-06-30T08:00Z")
        .containsEntry("loads", 2)
        .containsEntry("arrived", 200L)
        .containsEntry("accepted", 190L)
        .containsEntry("quarantined_share", 0.05)
        .containsEntry("accepted_share", 0.95)
        .containsEntry(
            "reasons",
            List.of(
                Map.of("rule", "pattern", "records", 8L), Map.of("rule", "range", "records", 2L)))
        .containsEntry("warnings", List.of(Map.of("rule", "late-delivery", "records", 2L)));
  }

  @Test
  void loadsBeforeTheLastTenDoNotCount() {
    List<LoadEntry> loads = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      loads.add(load("2016-%02d-01".formatted(month), 10, month <= 2 ? 10 : 0, Map.of()));
    }

    SourceActivity activity = SourceActivity.of(loads).orElseThrow();

    assertThat(activity.loads()).isEqualTo(10);
    assertThat(activity.quarantined()).isZero();
  }

  @Test
  void anExtractOfASampleCityIsMarked() {
    LoadEntry made = load("2016-06-30", 1, 0, Map.of());

    assertThat(SourceActivity.of(List.of(made)).orElseThrow().synthetic()).isTrue();
  }

  @Test
  void whatWasNeverLoadedHasNoActivity() {
    assertThat(SourceActivity.of(List.of())).isEmpty();
  }

  private static LoadEntry load(
      String day, long arrived, long quarantined, Map<String, Long> reasons) {
    LocalDate date = LocalDate.parse(day);
    return new LoadEntry(
        "load",
        "social_organisation",
        "1.0.0",
        "h",
        "d",
        "social_organisation_20160630_synthetic.csv",
        1,
        date,
        arrived,
        arrived - quarantined,
        quarantined,
        0,
        0,
        0,
        reasons,
        Map.of("late-delivery", 1L),
        LoadEntry.COMPLETE,
        OffsetDateTime.of(date, LocalTime.of(8, 0), ZoneOffset.UTC));
  }
}
