package org.citylake.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.DataContract;
import org.citylake.ingestion.quality.Freshness.Status;
import org.junit.jupiter.api.Test;

class TestFreshness {
  private static final LocalDate JUNE_30 = LocalDate.of(2016, 6, 30);

  @Test
  void dataAreFreshUntilOneCycleHasPassed() {
    DataContract monthly = contract("monthly");

    assertThat(on(monthly, "2016-07-30").status()).isEqualTo(Status.FRESH);
    assertThat(on(monthly, "2016-07-31").status()).isEqualTo(Status.LATE);
    assertThat(on(monthly, "2016-07-31").object())
        .containsEntry("status", "late")
        .containsEntry("snapshot_date", "2016-06-30")
        .containsEntry("age_days", 31L)
        .containsEntry("due", "2016-07-30");
  }

  @Test
  void aLatencyGivesTheDeliveryMoreTime() {
    DataContract monthly = contract("monthly", level("latency", 15, "d"));

    assertThat(on(monthly, "2016-08-14").status()).isEqualTo(Status.FRESH);
    assertThat(on(monthly, "2016-08-15").status()).isEqualTo(Status.LATE);
  }

  @Test
  void aFrequencyOfTheContractStandsBeforeTheDirectorysCycle() {
    DataContract contract = contract("yearly", level("frequency", 2, "w"));

    assertThat(on(contract, "2016-07-15").status()).isEqualTo(Status.LATE);
  }

  @Test
  void whatWasNeverLoadedIsNeitherFreshNorLate() {
    Freshness never = Freshness.of(contract("daily"), Optional.empty(), JUNE_30);

    assertThat(never.object()).containsEntry("status", "never").containsEntry("due", null);
  }

  @Test
  void whatComesIrregularlyIsNeverLate() {
    assertThat(on(contract("irregular"), "2030-01-01").status()).isEqualTo(Status.UNSCHEDULED);
  }

  @Test
  void aDeliveryIsLateByTheDayInTheCityOnWhichItArrives() {
    DataContract daily = contract("daily");

    assertThat(arriving(daily, "2016-07-01T15:59:59Z")).isEmpty();
    assertThat(arriving(daily, "2016-07-01T16:00:00Z"))
        .hasValueSatisfying(
            late ->
                assertThat(late.reason())
                    .isEqualTo(
                        "late-delivery: data of 2016-06-30 were due on 2016-07-01 and arrived on"
                            + " 2016-07-02"));
  }

  private static Freshness on(DataContract contract, String day) {
    return Freshness.of(contract, Optional.of(JUNE_30), LocalDate.parse(day));
  }

  private static Optional<Finding> arriving(DataContract contract, String instant) {
    return Freshness.lateArrival(contract, JUNE_30, OffsetDateTime.parse(instant));
  }

  private static Map<String, Object> level(String property, int value, String unit) {
    return Map.of("property", property, "value", value, "unit", unit);
  }

  @SafeVarargs
  private static DataContract contract(String cycle, Map<String, Object>... levels) {
    Map<String, Object> custom = new LinkedHashMap<>();
    custom.put(
        "directory",
        Map.of("update-cycle", cycle, "sharing", "unconditional", "opening", "unconditional"));
    custom.put("slaProperties", List.of(levels));
    return new DataContract("sent", "1.0.0", "", "", "", List.of(), List.of(), custom);
  }
}
