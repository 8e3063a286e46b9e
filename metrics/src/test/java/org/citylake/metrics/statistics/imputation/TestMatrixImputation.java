package org.citylake.metrics.statistics.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.junit.jupiter.api.Test;

class TestMatrixImputation {
  private static final OracleTable DATA = OracleTable.read("compind/BLI_2017.csv");
  private static final double[][] VALUES = DATA.values(DATA.columns(2).subList(0, 4));

  /** Thirteen of 140 values are taken as missing. */
  private static boolean[][] present() {
    boolean[][] present = new boolean[VALUES.length][4];
    for (int i = 0; i < VALUES.length; i++) {
      for (int j = 0; j < 4; j++) {
        present[i][j] = (7 * i + 3 * j) % 11 != 0;
      }
    }
    return present;
  }

  private static double[] firstSix(double[][] filled) {
    return new double[] {
      filled[0][0], filled[5][3], filled[7][2], filled[9][1], filled[11][0], filled[16][3]
    };
  }

  /** Figures of the same algorithm in numpy 2.4.6, 20,000 iterations from another start. */
  @Test
  void expectationMaximisationSettlesOnTheLikeliest() {
    NormalImputation found = NormalImputation.fill(VALUES, present());
    assertThat(found.means())
        .containsExactly(
            new double[] {
              5.848920799958867, 3.3114708410608316, 6.559079682966909, 6.268947573419539
            },
            within(1e-9));
    assertThat(found.covariance()[0])
        .containsExactly(
            new double[] {
              2.4217491442515726, 2.178446939794355, 1.4215891546116344, 1.5844626351039093
            },
            within(1e-9));
    assertThat(firstSix(found.values()))
        .containsExactly(
            new double[] {
              6.727431888962283,
              6.3015138588222355,
              5.915688096449985,
              3.657620586886037,
              4.678108270268465,
              4.023739129403568
            },
            within(1e-9));
    assertThat(found.values()[1]).containsExactly(VALUES[1]);
  }

  /**
   * With gaps in one of two columns the likeliest estimate is known in closed form (Anderson, J.
   * Am. Stat. Assoc. 52, 1957): the regression over the complete rows.
   */
  @Test
  void bothMethodsGiveTheRegressionWhereOneColumnHasGaps() {
    double[][] values = {{1, 2.5}, {2, 3}, {4, 9}, {5, 8}, {7, 0}, {9, 0}};
    boolean[][] present = Values.allPresent(6, 2);
    present[4][1] = false;
    present[5][1] = false;
    // Slope of the four: 17 / 10.
    double expected = 5.625 + 1.7 * (7 - 3);
    double[][] byEm = NormalImputation.fill(values, present).values();
    double[][] byRegression = RegressionImputation.fill(values, present);
    assertThat(byEm[4][1]).isCloseTo(expected, within(1e-9));
    assertThat(byEm[5][1]).isCloseTo(expected + 3.4, within(1e-9));
    assertThat(byRegression[4][1]).isCloseTo(expected, within(1e-12));
    assertThat(byRegression[5][1]).isCloseTo(expected + 3.4, within(1e-12));
  }

  /** Figures of numpy 2.4.6, {@code lstsq}. */
  @Test
  void regressionUsesWhatTheUnitHas() {
    assertThat(firstSix(RegressionImputation.fill(VALUES, present())))
        .containsExactly(
            new double[] {
              6.7525113656972575,
              6.329152090863387,
              6.044058437350599,
              3.447745501717047,
              4.688876846259387,
              3.630306761343562
            },
            within(1e-9));
  }

  @Test
  void unitWithNothingGetsTheMeans() {
    double[][] values = {{1, 5}, {2, 4}, {6, 9}, {0, 0}};
    boolean[][] present = Values.allPresent(4, 2);
    present[3] = new boolean[2];
    assertThat(RegressionImputation.fill(values, present)[3])
        .containsExactly(new double[] {3, 6}, within(1e-12));
    assertThat(NormalImputation.fill(values, present).values()[3])
        .containsExactly(new double[] {3, 6}, within(1e-9));
  }

  @Test
  void completeDataStay() {
    boolean[][] all = Values.allPresent(VALUES.length, 4);
    assertThat(NormalImputation.fill(VALUES, all).values()).isDeepEqualTo(VALUES);
    assertThat(RegressionImputation.fill(VALUES, all)).isDeepEqualTo(VALUES);
  }

  @Test
  void columnsThatDependOnEachOtherAreNamed() {
    double[][] values = {{1, 2, 3}, {2, 4, 7}, {3, 6, 1}, {4, 8, 2}, {5, 10, 0}};
    boolean[][] present = Values.allPresent(5, 3);
    present[4][2] = false;
    assertThatThrownBy(() -> RegressionImputation.fill(values, present))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Cannot fit column 2 for row 4: the regressors depend on each other")
        .extracting(e -> ((UndefinedStatisticException) e).rule())
        .isEqualTo("singular-matrix");
    assertThatThrownBy(() -> NormalImputation.fill(values, present))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("The covariances of 2 columns that a row has depend on each other");
  }

  @Test
  void tooFewRowsConstantColumnsAndSlownessAreNamed() {
    double[][] values = {{1, 2}, {2, 0}, {3, 0}};
    boolean[][] present = {{true, true}, {true, false}, {true, false}};
    assertThatThrownBy(() -> RegressionImputation.fill(values, present))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Cannot fit column 1 for row 1: 2 coefficients from 1 rows");
    assertThatThrownBy(
            () -> NormalImputation.fill(new double[][] {{1, 2}, {1, 3}}, Values.allPresent(2, 2)))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Column 0 has only the value 1.0");
    assertThatThrownBy(() -> NormalImputation.fill(VALUES, present(), 1e-12, 3))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Expectation-maximisation did not settle within 3 iterations");
  }
}
