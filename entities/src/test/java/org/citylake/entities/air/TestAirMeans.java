package org.citylake.entities.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestAirMeans {
  private static final BigDecimal LIMIT = new BigDecimal(160);

  @Test
  void aCityHasTheMeanOfItsStationsConcentrations() {
    assertThat(CityConcentration.mean(values("30", "40", "50", null)).orElseThrow())
        .isEqualByComparingTo("40");
  }

  @Test
  void aCityNeedsThreeQuartersOfItsStations() {
    assertThat(CityConcentration.mean(values("30", "40", "50", null, null))).isEmpty();
    assertThat(CityConcentration.mean(values((String) null))).isEmpty();
    assertThat(CityConcentration.mean(List.of())).isEmpty();
  }

  @Test
  void ozoneHas17MeansOf8HoursThatEndBetween8And24() {
    List<@Nullable BigDecimal> hours = hours(100);
    // The hours that end at 21:00 to 24:00.
    for (int hour = 20; hour < 24; hour++) {
      hours.set(hour, new BigDecimal(200));
    }
    OzoneDay day = new OzoneDay(hours);
    assertThat(day.eightHourMeans()).hasSize(17);
    assertThat(day.greatestEightHourMean(LIMIT).orElseThrow()).isEqualByComparingTo("150");
    assertThat(day.greatestHour().orElseThrow()).isEqualByComparingTo("200");
  }

  @Test
  void aMeanOf8HoursNeeds6() {
    List<@Nullable BigDecimal> hours = hours(100);
    hours.set(0, null);
    hours.set(1, null);
    assertThat(new OzoneDay(hours).eightHourMeans()).hasSize(17);
    hours.set(2, null);
    // Those that end at 08:00 has 5 hours.
    assertThat(new OzoneDay(hours).eightHourMeans()).hasSize(16);
  }

  @Test
  void aDayOfOzoneNeeds14MeansUnlessItIsOverTheLimitAlready() {
    // The first 10 hours are missing: means end at 16:00 to 24:00, 9 of them.
    List<@Nullable BigDecimal> good = hours(100);
    List<@Nullable BigDecimal> bad = hours(161);
    for (int hour = 0; hour < 10; hour++) {
      good.set(hour, null);
      bad.set(hour, null);
    }
    assertThat(new OzoneDay(good).greatestEightHourMean(LIMIT)).isEmpty();
    assertThat(new OzoneDay(bad).greatestEightHourMean(LIMIT).orElseThrow())
        .isEqualByComparingTo("161");
  }

  @Test
  void timesNeedTheCountsOfTable4() {
    assertThat(List.of(DataValidity.hour(44), DataValidity.hour(45))).containsExactly(false, true);
    assertThat(List.of(DataValidity.eightHours(5), DataValidity.eightHours(6)))
        .containsExactly(false, true);
    assertThat(List.of(DataValidity.day(19), DataValidity.day(20))).containsExactly(false, true);
    assertThat(List.of(DataValidity.month(Month.MARCH, 26), DataValidity.month(Month.MARCH, 27)))
        .containsExactly(false, true);
    assertThat(
            List.of(DataValidity.month(Month.FEBRUARY, 24), DataValidity.month(Month.FEBRUARY, 25)))
        .containsExactly(false, true);
  }

  @Test
  void gasesChangedTheirReferenceStateInSeptember2018() {
    GasReference before = GasReference.on(LocalDate.of(2018, 8, 31));
    GasReference after = GasReference.on(LocalDate.of(2018, 9, 1));
    assertThat(before.restate(Pollutant.NO2, new BigDecimal(1000), after))
        .isEqualByComparingTo("916.1495891330");
    assertThat(after.restate(Pollutant.NO2, new BigDecimal(40), after)).isEqualByComparingTo("40");
    assertThatThrownBy(() -> before.restate(Pollutant.PM10, BigDecimal.ONE, after))
        .hasMessage("Only gases have a reference state: pm10");
  }

  private static List<@Nullable BigDecimal> hours(int value) {
    return new ArrayList<>(Collections.nCopies(24, new BigDecimal(value)));
  }

  private static List<@Nullable BigDecimal> values(@Nullable String... texts) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    Arrays.stream(texts).forEach(t -> values.add(t == null ? null : new BigDecimal(t)));
    return values;
  }
}
