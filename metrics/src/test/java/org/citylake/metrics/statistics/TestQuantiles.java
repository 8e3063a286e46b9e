package org.citylake.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestQuantiles {

  /** Figures of numpy 2.4.6, {@code quantile}. */
  @Test
  void interpolatesBetweenValues() {
    OracleTable raw = OracleTable.read("asem/out_1_Raw.csv");
    double[] flights = raw.values("Flights");
    boolean[] present = raw.present("Flights");
    assertThat(Quantiles.quantile(flights, present, 0.05)).isCloseTo(2.046485, within(1e-9));
    assertThat(Quantiles.quantile(flights, present, 0.37)).isCloseTo(13.19219, within(1e-9));
    assertThat(Quantiles.quantile(flights, present, 0.95)).isCloseTo(142.5818, within(1e-9));
  }

  @Test
  void endsAreTheExtremes() {
    double[] values = {3, 1, 0, 2};
    boolean[] present = {true, true, false, true};
    assertThat(Quantiles.quantile(values, present, 0)).isEqualTo(1);
    assertThat(Quantiles.quantile(values, present, 1)).isEqualTo(3);
    assertThat(Quantiles.median(values, present)).isEqualTo(2);
  }

  @Test
  void nothingHasNoQuantile() {
    assertThatThrownBy(() -> Quantiles.median(new double[1], new boolean[1]))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Cannot compute a quantile of 0 values: it needs at least 1");
    assertThatThrownBy(() -> Quantiles.ofSorted(new double[1], 1.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A probability lies in [0, 1]: 1.1");
  }
}
