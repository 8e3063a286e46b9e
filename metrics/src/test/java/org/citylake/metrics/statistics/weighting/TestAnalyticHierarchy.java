package org.citylake.metrics.statistics.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.junit.jupiter.api.Test;

class TestAnalyticHierarchy {

  /** Figures of numpy 2.4.6, {@code linalg.eig}. */
  @Test
  void weightsAreThePrincipalEigenvector() {
    AnalyticHierarchy found =
        AnalyticHierarchy.of(
            new double[][] {
              {1, 3, 5, 2}, {1 / 3.0, 1, 2, 0.5}, {0.2, 0.5, 1, 0.25}, {0.5, 2, 4, 1}
            });
    assertThat(found.weights())
        .containsExactly(
            new double[] {
              0.47729050457438565, 0.1538673075220749, 0.08089017398644938, 0.2879520139170902
            },
            within(1e-9));
    assertThat(found.largestEigenvalue()).isCloseTo(4.021130331554552, within(1e-9));
    assertThat(found.consistencyIndex()).isCloseTo(0.021130331554552 / 3, within(1e-9));
    assertThat(found.consistencyRatio()).isCloseTo(0.021130331554552 / 2.7, within(1e-9));
  }

  @Test
  void judgementsThatAgreeGiveTheirWeights() {
    double[] weights = {0.5, 0.3, 0.15, 0.05};
    double[][] judgements = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        judgements[i][j] = weights[i] / weights[j];
      }
    }
    AnalyticHierarchy found = AnalyticHierarchy.of(judgements);
    assertThat(found.weights()).containsExactly(weights, within(1e-9));
    assertThat(found.consistencyRatio()).isCloseTo(0, within(1e-9));
  }

  @Test
  void oneOrTwoPartsAreAlwaysConsistent() {
    assertThat(AnalyticHierarchy.of(new double[][] {{1}}).weights()).containsExactly(1);
    AnalyticHierarchy two = AnalyticHierarchy.of(new double[][] {{1, 4}, {0.25, 1}});
    assertThat(two.weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
    assertThat(two.consistencyRatio()).isZero();
  }

  @Test
  void badJudgementsAreNamed() {
    assertThatThrownBy(() -> AnalyticHierarchy.of(new double[][] {{1, 3}, {3, 1}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Judgements must be each other's reciprocals: 3.0 at [1][0], 3.0 at [0][1]")
        .extracting(e -> ((UndefinedStatisticException) e).rule())
        .isEqualTo("not-reciprocal");
    assertThatThrownBy(() -> AnalyticHierarchy.of(new double[][] {{1, 0}, {3, 1}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Judgements must be > 0: 3.0 at [1][0], 0.0 at [0][1]");
    assertThat(AnalyticHierarchy.of(new double[][] {{1, 3}, {0.333, 1}}).weights()[0])
        .isCloseTo(0.75, within(1e-3));
    assertThatThrownBy(() -> AnalyticHierarchy.of(new double[16][16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Judgements compare at most 15 parts: 16");
  }
}
