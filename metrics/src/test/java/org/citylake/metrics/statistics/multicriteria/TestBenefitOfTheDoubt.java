package org.citylake.metrics.statistics.multicriteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.junit.jupiter.api.Test;

class TestBenefitOfTheDoubt {
  private static final OracleTable DATA = OracleTable.read("compind/BLI_2017.csv");
  private static final double[][] FOUR = DATA.values(DATA.columns(2).subList(0, 4));

  private static double[] filled(double value) {
    double[] filled = new double[4];
    Arrays.fill(filled, value);
    return filled;
  }

  /** Figures of scipy 1.17.1, {@code linprog(method="highs")}. */
  @Test
  void scoresAreAsAnotherSolverFindsThem() {
    double[] scores = BenefitOfTheDoubt.of(FOUR).scores();
    assertThat(Arrays.copyOf(scores, 4))
        .containsExactly(
            new double[] {
              0.9821417678952606, 0.8597773911210898, 0.8991674179713187, 0.9578954676086767
            },
            within(1e-9));
    assertThat(Arrays.stream(scores).sum()).isCloseTo(28.525457143844704, within(1e-8));
    assertThat(Arrays.stream(scores).max()).hasValueCloseTo(1.0, within(1e-12));
  }

  /** Figures of scipy 1.17.1, {@code linprog(method="highs")}. */
  @Test
  void pieSharesStayWithinTheirBounds() {
    BenefitOfTheDoubt found = BenefitOfTheDoubt.of(FOUR, filled(0.1), filled(0.4));
    assertThat(Arrays.copyOf(found.scores(), 4))
        .containsExactly(
            new double[] {
              0.9367745039459099, 0.8412621484676156, 0.8581696315675233, 0.9305569723322099
            },
            within(1e-9));
    assertThat(Arrays.stream(found.scores()).sum()).isCloseTo(23.720586612693662, within(1e-8));
    for (int i = 0; i < FOUR.length; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(found.weights()[i][j] * FOUR[i][j] / found.scores()[i])
            .isBetween(0.1 - 1e-9, 0.4 + 1e-9);
      }
    }
  }

  @Test
  void scaleOfAnIndicatorDoesNotMatter() {
    double[][] scaled = new double[FOUR.length][];
    for (int i = 0; i < FOUR.length; i++) {
      scaled[i] = FOUR[i].clone();
      scaled[i][2] *= 1e6;
    }
    assertThat(BenefitOfTheDoubt.of(scaled).scores())
        .containsExactly(BenefitOfTheDoubt.of(FOUR).scores(), within(1e-9));
  }

  @Test
  void unitOfZerosScoresZero() {
    double[][] values = {{0, 0}, {2, 0}, {1, 5}};
    assertThat(BenefitOfTheDoubt.of(values).scores()).containsExactly(0, 1, 1);
    assertThat(BenefitOfTheDoubt.of(values, new double[] {0, 0.2}, new double[] {1, 1}).scores())
        .containsExactly(new double[] {0, 0, 1}, within(1e-9));
  }

  @Test
  void badDataAndBoundsAreNamed() {
    assertThatThrownBy(() -> BenefitOfTheDoubt.of(new double[][] {{1, -2}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Benefit of the doubt needs values >= 0: -2.0 in column 1");
    assertThatThrownBy(() -> BenefitOfTheDoubt.of(FOUR, filled(0.3), filled(0.4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Lower pie shares must sum to at most 1");
  }
}
