package org.citylake.metrics.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestAirQualityLimits {
  private final AirQualityLimits limits =
      AirQualityLimits.of(ShippedCodelist.read(AirQualityLimits.CODELIST));

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
            "Cannot find the day limit of radon on 2014-01-01: add it to the code list air_quality_limit");
  }
}
