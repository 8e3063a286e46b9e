package org.citylake.entities.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.citylake.entities.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestIndividualAirQualityIndex {
  private static final LocalDate DAY = LocalDate.of(2014, 6, 1);
  private final IndividualAirQualityIndex index =
      IndividualAirQualityIndex.of(Shipped.codelist(IndividualAirQualityIndex.CODELIST));

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "35, 50",
    "75, 100",
    "115, 150",
    "150, 200",
    "250, 300",
    "350, 400",
    "500, 500"
  })
  void aBreakpointHasItsOwnIndex(BigDecimal mean, int expected) {
    assertThat(index.index("pm25", mean, DAY)).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // 15/35 x 50 = 21.4..., 40/40 x 50 + ..., each rounded up
    "15, 22",
    "35.0000000001, 51",
    "53.3, 73",
    "75.0000000001, 101",
    "499.9, 500"
  })
  void betweenBreakpointsTheIndexIsRoundedUp(BigDecimal mean, int expected) {
    assertThat(index.index("pm25", mean, DAY)).hasValue(expected);
  }

  @Test
  void beyondTheTableTheIndexIs500() {
    assertThat(index.index("pm25", new BigDecimal("731"), DAY)).hasValue(500);
  }

  @Test
  void withoutBreakpointsInForceThereIsNoIndex() {
    assertThat(index.index("pm25", BigDecimal.TEN, LocalDate.of(2026, 3, 1)))
        .isEqualTo(OptionalInt.empty());
    assertThat(index.index("ozone", BigDecimal.TEN, DAY)).isEmpty();
  }

  @Test
  void aNegativeConcentrationIsRefused() {
    assertThatThrownBy(() -> index.index("pm25", new BigDecimal("-1"), DAY))
        .hasMessage("A concentration is not negative: -1");
  }
}
