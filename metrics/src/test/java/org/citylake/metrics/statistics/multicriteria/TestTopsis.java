package org.citylake.metrics.statistics.multicriteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.multicriteria.Topsis.Scaling;
import org.junit.jupiter.api.Test;

class TestTopsis {

  /** Figures of pymcdm 1.4.0, {@code TOPSIS(vector_normalization)}. */
  @Test
  void scoresAreAsPymcdms() {
    OracleTable data = OracleTable.read("compind/BLI_2017.csv");
    double[] weights = new double[11];
    Arrays.setAll(weights, j -> (j + 1) / 66.0);
    double[] scores = Topsis.scores(data.values(data.columns(2)), weights, Scaling.VECTOR);
    assertThat(Arrays.copyOf(scores, 5))
        .containsExactly(
            new double[] {
              0.7522385600613375,
              0.6929571874431399,
              0.7568446981528395,
              0.7976844967004948,
              0.4703470200231172
            },
            within(1e-9));
  }

  @Test
  void bestInAllIsOneAndWorstInAllIsZero() {
    double[][] values = {{9, 8}, {1, 2}, {5, 5}};
    assertThat(Topsis.scores(values, new double[] {1, 1}, Scaling.NONE)[0]).isEqualTo(1);
    assertThat(Topsis.scores(values, new double[] {1, 1}, Scaling.NONE)[1]).isZero();
    assertThat(Topsis.scores(values, new double[] {1, 1}, Scaling.NONE)[2])
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void equalUnitsAreNamed() {
    assertThatThrownBy(
            () ->
                Topsis.scores(new double[][] {{0, 1}, {0, 2}}, new double[] {1, 0}, Scaling.VECTOR))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("TOPSIS needs an indicator with a weight that is not constant");
  }
}
