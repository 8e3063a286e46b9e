package org.citylake.entities.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TestOrientation {
  @Test
  void leftIsPositive() {
    assertThat(Orientation.sign(0, 0, 1, 0, 0.5, 1)).isEqualTo(1);
    assertThat(Orientation.sign(0, 0, 1, 0, 0.5, -1)).isEqualTo(-1);
    assertThat(Orientation.sign(0, 0, 1, 0, 7, 0)).isZero();
  }

  @Test
  void theNextCoordinateBesideALineIsBesideIt() {
    assertThat(Orientation.sign(0.5, 0.5, 12, 12, 24, 24)).isZero();
    assertThat(Orientation.sign(0.5, 0.5, 12, 12, 24, Math.nextUp(24.0))).isEqualTo(1);
    assertThat(Orientation.sign(0.5, 0.5, 12, 12, 24, Math.nextDown(24.0))).isEqualTo(-1);
  }

  @Test
  void differencesThatRoundAndTheSmallestNumbersAreExact() {
    assertThat(Orientation.sign(-0.1, -0.1, 0.3, 0.3, 1e-20, 1e-20)).isZero();
    assertThat(Orientation.sign(-0.1, -0.1, 0.3, 0.3, 1e-20, Math.nextUp(1e-20))).isEqualTo(1);
    double least = Double.MIN_VALUE;
    assertThat(Orientation.sign(0, 0, 2 * least, 2 * least, least, least)).isZero();
    assertThat(Orientation.sign(0, 0, 2 * least, 2 * least, least, 2 * least)).isEqualTo(1);
  }

  @Provide
  Arbitrary<Double> coordinates() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(-180, 180).ofScale(15),
        Arbitraries.integers().between(-9, 9).map(i -> i / 10.0),
        Arbitraries.integers().between(-3, 3).map(i -> 121.5 + i * Math.ulp(121.5)),
        Arbitraries.of(1e-300, -1e-170, 0.0, -0.0, 1e-20));
  }

  @Property
  void theSignIsThatOfExactArithmetic(
      @ForAll("coordinates") double ax,
      @ForAll("coordinates") double ay,
      @ForAll("coordinates") double bx,
      @ForAll("coordinates") double by,
      @ForAll("coordinates") double px,
      @ForAll("coordinates") double py) {
    BigDecimal left = minus(bx, ax).multiply(minus(py, ay));
    BigDecimal right = minus(by, ay).multiply(minus(px, ax));

    assertThat(Orientation.sign(ax, ay, bx, by, px, py)).isEqualTo(left.compareTo(right));
  }

  private static BigDecimal minus(double from, double subtracted) {
    return new BigDecimal(from).subtract(new BigDecimal(subtracted));
  }
}
