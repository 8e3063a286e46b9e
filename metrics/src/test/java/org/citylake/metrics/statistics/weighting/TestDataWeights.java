package org.citylake.metrics.statistics.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.junit.jupiter.api.Test;

class TestDataWeights {
  private static final OracleTable DATA = OracleTable.read("compind/BLI_2017.csv");
  private static final double[][] VALUES = DATA.values(DATA.columns(2));

  /** Figures of pymcdm 1.4.0, {@code entropy_weights}; no value of these indicators is zero. */
  @Test
  void entropyWeightsAreAsPymcdms() {
    assertThat(DataWeights.entropy(VALUES))
        .containsExactly(
            new double[] {
              0.04205421447460328,
              0.2347119840403579,
              0.0527830923478636,
              0.07720079392039284,
              0.06025385814622803,
              0.08562674520045692,
              0.0806300083739402,
              0.06247502706463142,
              0.1895051952602147,
              0.046864207547721456,
              0.06789487362358967
            },
            within(1e-9));
  }

  /** Figures of pymcdm 1.4.0, {@code critic_weights}. */
  @Test
  void criticWeightsAreAsPymcdms() {
    assertThat(DataWeights.critic(VALUES))
        .containsExactly(
            new double[] {
              0.07405845832824327,
              0.077193606676192,
              0.07605470598157739,
              0.07418233646955451,
              0.07992080369687583,
              0.08540968662686439,
              0.14807286327382113,
              0.0953774779960745,
              0.11287375445423078,
              0.06942985576640634,
              0.1074264507301598
            },
            within(1e-9));
  }

  @Test
  void shareOfZeroAddsNothingToEntropy() {
    // By hand: e = ln 2 / ln 3 of (0, 1, 1), and 1.5 ln 2 / ln 3 of (2, 1, 1).
    double first = 1 - Math.log(2) / Math.log(3);
    double second = 1 - 1.5 * Math.log(2) / Math.log(3);
    double[] weights = DataWeights.entropy(new double[][] {{0, 2}, {1, 1}, {1, 1}});
    assertThat(weights[0]).isCloseTo(first / (first + second), within(1e-12));
    assertThat(weights[1]).isCloseTo(second / (first + second), within(1e-12));
  }

  @Test
  void constantIndicatorTellsNothing() {
    assertThat(DataWeights.entropy(new double[][] {{0.1, 2}, {0.1, 3}, {0.1, 4}}))
        .containsExactly(0, 1);
    assertThatThrownBy(() -> DataWeights.critic(new double[][] {{0.1, 2}, {0.1, 3}, {0.1, 4}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessageStartingWith("Columns 0 and 0 have no correlation");
    assertThatThrownBy(() -> DataWeights.critic(new double[][] {{1, 2}, {2, 4}, {3, 6}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("CRITIC weights need indicators that do not all tell the same");
    assertThatThrownBy(() -> DataWeights.entropy(new double[][] {{1, 0}, {1, 0}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Entropy weights need a value above 0 in column 1");
    assertThatThrownBy(() -> DataWeights.entropy(new double[][] {{1, 3}, {1, 3}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Entropy weights need an indicator that is not constant");
  }

  @Property
  void weightsSumToOne(
      @ForAll @Size(6) List<@DoubleRange(min = 1, max = 9) Double> first,
      @ForAll @Size(6) List<@DoubleRange(min = 1, max = 9) Double> second) {
    double[][] values = new double[6][];
    for (int i = 0; i < 6; i++) {
      values[i] =
          new double[] {first.get(i) + i, second.get(i), (first.get(i) - second.get(i)) * i + 50};
    }
    for (double[] weights : new double[][] {DataWeights.entropy(values), critic(values)}) {
      assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
    }
  }

  /** Equal ones, where a column happens to be constant. */
  private static double[] critic(double[][] values) {
    try {
      return DataWeights.critic(values);
    } catch (UndefinedStatisticException undefined) {
      return DataWeights.equal(3);
    }
  }
}
