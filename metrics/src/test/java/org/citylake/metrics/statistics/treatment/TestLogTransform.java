package org.citylake.metrics.statistics.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.junit.jupiter.api.Test;

class TestLogTransform {
  private static final double[] VALUES = {2, 4, 0, 12};
  private static final boolean[] PRESENT = {true, true, false, true};

  @Test
  void formulasAreAsWritten() {
    assertThat(LogTransform.LOG_CT.apply(VALUES, PRESENT))
        .containsExactly(
            new double[] {Math.log(0.1), Math.log(2.1), 0, Math.log(10.1)}, within(1e-15));
    assertThat(LogTransform.LOG_CT_ORIG.apply(VALUES, PRESENT))
        .containsExactly(new double[] {0, Math.log(3), 0, Math.log(11)}, within(1e-15));
    assertThat(LogTransform.LOG_GII.apply(VALUES, PRESENT))
        .containsExactly(new double[] {0, Math.log(3.2), 0, Math.log(12)}, within(1e-15));
  }

  @Test
  void leftTailIsMirrored() {
    double[] values = {-12, -4, -2};
    assertThat(LogTransform.LOG_CT_PLUS.apply(values, Values.allPresent(3)))
        .containsExactly(
            new double[] {-Math.log(10.1), -Math.log(2.1), -Math.log(0.1)}, within(1e-15));
  }

  @Test
  void orderIsNeverTurnedRound() {
    assertThatThrownBy(
            () -> LogTransform.LOG_GII.apply(new double[] {0.1, 0.5}, Values.allPresent(2)))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("LOG_GII needs a maximum above 1, not 0.5");
    assertThatThrownBy(() -> LogTransform.LOG_CT.apply(new double[] {4, 4}, Values.allPresent(2)))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("LOG_CT needs different values, not only 4.0");
  }

  /** Figures of scipy 1.17.1, {@code stats.boxcox}. */
  @Test
  void boxCoxIsAsScipys() {
    OracleTable raw = OracleTable.read("asem/out_1_Raw.csv");
    double[] flights = raw.values("Flights");
    boolean[] present = raw.present("Flights");
    assertThat(BoxCox.likeliestLambda(flights, present))
        .isCloseTo(0.10401651511456872, within(1e-7));
    double[] moved = BoxCox.fromOne(flights, present);
    assertThat(BoxCox.likeliestLambda(moved, present)).isCloseTo(0.10329757472766175, within(1e-7));
    double[] transformed = BoxCox.apply(flights, present, 0.3);
    assertThat(transformed[0]).isCloseTo(6.438326114771435, within(1e-9));
    assertThat(transformed[1]).isCloseTo(5.8220307720958475, within(1e-9));
    assertThat(transformed[2]).isCloseTo(6.084620372200879, within(1e-9));
  }

  @Test
  void boxCoxOfZeroIsTheLogarithm() {
    assertThat(BoxCox.apply(VALUES, PRESENT, 0)[1]).isCloseTo(Math.log(4), within(1e-15));
    assertThat(BoxCox.apply(VALUES, PRESENT, 1)[3]).isCloseTo(11, within(1e-12));
    assertThat(BoxCox.fromOne(VALUES, PRESENT)).containsExactly(1, 3, 0, 11);
    assertThatThrownBy(() -> BoxCox.apply(new double[] {0}, Values.allPresent(1), 2))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Box-Cox is defined for values above 0, not 0.0");
  }
}
