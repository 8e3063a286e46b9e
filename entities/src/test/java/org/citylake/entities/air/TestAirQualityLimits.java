package org.citylake.entities.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.citylake.entities.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestAirQualityLimits {
  private final AirQualityLimits limits =
      AirQualityLimits.of(Shipped.codelist(AirQualityLimits.CODELIST));

  @ParameterizedTest
  @CsvSource({
    "2010-01-01, DAY, 75, GB 3095-2012",
    "2014-06-01, YEAR, 35, GB 3095-2012",
    "2026-02-28, DAY, 75, GB 3095-2012",
    "2026-03-01, DAY, 60, GB 3095-2026",
    "2026-03-01, YEAR, 30, GB 3095-2026",
    "2030-12-31, DAY, 60, GB 3095-2026",
    "2031-01-01, DAY, 50, GB 3095-2026",
    "2031-01-01, YEAR, 25, GB 3095-2026"
  })
  void aDayIsJudgedByTheEditionInForceOnIt(
      LocalDate day, Averaging averaging, BigDecimal limit, String edition) {
    AirQualityLimit found = limits.load("pm25", averaging, day);
    assertThat(found.limit()).isEqualByComparingTo(limit);
    assertThat(found.edition()).isEqualTo(edition);
  }

  @Test
  void aPollutantWithoutLimitIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> limits.load("radon", Averaging.DAY, LocalDate.of(2014, 1, 1)))
        .hasMessage(
            "Cannot find the day limit of radon on 2014-01-01: add it to the code list"
                + " air_quality_limit");
  }

  /** Tables 1 and 2 of GB 3095-2012: classes 1 and 2. */
  @ParameterizedTest
  @CsvSource({
    "so2, year, 20, 60",
    "so2, day, 50, 150",
    "so2, hour, 150, 500",
    "no2, year, 40, 40",
    "no2, day, 80, 80",
    "no2, hour, 200, 200",
    "co, day, 4, 4",
    "co, hour, 10, 10",
    "o3, eight_hours, 100, 160",
    "o3, hour, 160, 200",
    "pm10, year, 40, 70",
    "pm10, day, 50, 150",
    "pm25, year, 15, 35",
    "pm25, day, 35, 75",
    "tsp, year, 80, 200",
    "tsp, day, 120, 300",
    "nox, year, 50, 50",
    "nox, day, 100, 100",
    "nox, hour, 250, 250",
    "lead, year, 0.5, 0.5",
    "lead, quarter, 1, 1",
    "benzo_a_pyrene, year, 0.001, 0.001",
    "benzo_a_pyrene, day, 0.0025, 0.0025"
  })
  void theLimitsOf2012AreThoseOfTheStandard(
      String metric, String averaging, BigDecimal first, BigDecimal second) {
    LocalDate day = LocalDate.of(2014, 6, 1);
    assertThat(limits.load(metric, Averaging.of(averaging), 1, day).limit())
        .isEqualByComparingTo(first);
    assertThat(limits.load(metric, Averaging.of(averaging), 2, day).limit())
        .isEqualByComparingTo(second);
  }

  @Test
  void whatIsNotKnownOfTheEditionOf2026IsRefused() {
    assertThatThrownBy(() -> limits.load("so2", Averaging.DAY, LocalDate.of(2026, 3, 1)))
        .hasMessage(
            "Cannot find the day limit of so2 on 2026-03-01: add it to the code list"
                + " air_quality_limit");
    assertThat(limits.judgedWithoutEnd("pm25")).isTrue();
    assertThat(limits.judgedWithoutEnd("so2")).isFalse();
  }
}
