package org.citylake.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TestDecimals {
  @Test
  void aQuotientIsRoundedOnceToTenDigitsHalfEven() {
    assertThat(divide("100", "2", "3")).isEqualTo(new BigDecimal("66.6666666667"));
    assertThat(divide("1", "0.00000000005", "1")).isEqualTo(new BigDecimal("0E-10"));
    assertThat(divide("1", "0.00000000015", "1")).isEqualTo(new BigDecimal("2E-10"));
    assertThat(divide("1", "-7", "2")).isEqualTo(new BigDecimal("-3.5000000000"));
  }

  @Test
  void aZeroDenominatorIsAnError() {
    assertThatThrownBy(() -> divide("1", "1", "0.00"))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("The denominator is zero");
  }

  @Test
  void aNumberOfMoreThanThirtyEightDigitsIsAnError() {
    assertThat(Decimals.of(new BigDecimal("9".repeat(28)))).hasScaleOf(10);
    assertThatThrownBy(() -> Decimals.of(new BigDecimal("1" + "0".repeat(28))))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("More than 38 digits: 1");
  }

  private static BigDecimal divide(String multiplier, String numerator, String denominator) {
    return Decimals.divide(
        new BigDecimal(multiplier), new BigDecimal(numerator), new BigDecimal(denominator));
  }
}
