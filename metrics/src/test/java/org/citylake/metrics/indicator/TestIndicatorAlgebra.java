package org.citylake.metrics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.junit.jupiter.api.Test;

/** Rounding and status by docs/adr/0006-numbers.md. */
final class TestIndicatorAlgebra {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  @Test
  void theValueIsRoundedOnceAndNotItsQuotient() {
    // 1/3 rounded first would give 33.3333333300.
    assertThat(IndicatorAlgebra.value(HUNDRED, ONE, new BigDecimal("3")))
        .hasToString("33.3333333333");
  }

  @Test
  void halfGoesToTheEvenDigit() {
    BigDecimal two = new BigDecimal("2");

    assertThat(IndicatorAlgebra.value(ONE, new BigDecimal("0.0000000001"), two))
        .isEqualByComparingTo("0");
    assertThat(IndicatorAlgebra.value(ONE, new BigDecimal("0.0000000003"), two))
        .isEqualByComparingTo("0.0000000002");
  }

  @Test
  void whatCannotBeDividedIsMissingAndNeverZero() {
    assertThat(IndicatorAlgebra.value(ONE, null, ONE)).isNull();
    assertThat(IndicatorAlgebra.value(ONE, ONE, null)).isNull();
    assertThat(IndicatorAlgebra.value(ONE, ONE, new BigDecimal("0.00"))).isNull();
    assertThat(IndicatorAlgebra.status(null, "A")).isEqualTo("M");
  }

  @Test
  void aStatusThatWasSaidIsKept() {
    assertThat(IndicatorAlgebra.status(ONE, "E")).isEqualTo("E");
    assertThat(IndicatorAlgebra.status(ONE, null)).isEqualTo("A");
  }

  @Test
  void warningsAreKeptAndNoneIsOk() {
    assertThat(IndicatorAlgebra.quality("conflict")).isEqualTo("conflict");
    assertThat(IndicatorAlgebra.quality("")).isEqualTo("ok");
    assertThat(IndicatorAlgebra.quality(null)).isEqualTo("ok");
  }

  @Test
  void reportedAndComputedValuesAreToldApart() {
    assertThat(IndicatorAlgebra.valueStatus(Method.COMPUTED)).isEqualTo("computed");
    assertThat(IndicatorAlgebra.valueStatus(Method.REPORTED)).isEqualTo("reported");
  }
}
