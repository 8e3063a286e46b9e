package org.citylake.metrics.statistics.multicriteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.weighting.DataWeights;
import org.junit.jupiter.api.Test;

class TestOutrankingMatrix {
  private static final int UNITS = 5;
  private static final int INDICATORS = 4;
  private static final OracleTable DATA = OracleTable.read("asem/out_7_Aggregated.csv");

  private static OutrankingMatrix of(List<String> columns) {
    return OutrankingMatrix.of(
        DATA.values(columns), DATA.present(columns), DataWeights.equal(columns.size()));
  }

  @Test
  void allIndicatorsAreComparedAsByCoinr() {
    OracleTable oracle = OracleTable.read("asem/out_outrank_matrix_indicators_equalw.csv");
    double[][] shares = of(DATA.columns(1).subList(0, 49)).shares();
    for (int i = 0; i < shares.length; i++) {
      for (int k = 0; k < shares.length; k++) {
        assertThat(shares[i][k]).isCloseTo(oracle.value(i, DATA.text(k, "uCode")), within(1e-12));
      }
    }
  }

  /**
   * COINr takes a draw that rounding puts below a half for a defeat of the one, and not for a win
   * of the other: its scores sum to -11.
   */
  @Test
  void copelandScoresAreAsCoinrsButForItsRoundedDraws() {
    OracleTable oracle = OracleTable.read("asem/alt_minmax_copeland.csv");
    OracleTable matrix = OracleTable.read("asem/out_outrank_matrix_indicators_equalw.csv");
    double[] scores = of(DATA.columns(1).subList(0, 49)).copeland();
    for (int i = 0; i < scores.length; i++) {
      int rounded = 0;
      for (int k = 0; k < scores.length; k++) {
        double share = matrix.value(i, DATA.text(k, "uCode"));
        rounded += share < 0.5 && share > 0.5 - 1e-12 ? 1 : 0;
      }
      assertThat(scores[i]).isEqualTo(oracle.value(i, "AllIndicators_equal_w") + rounded);
    }
  }

  @Test
  void copelandScoresOfPillarsAreAsCoinrs() {
    OracleTable oracle = OracleTable.read("asem/alt_minmax_copeland.csv");
    for (String pillar :
        List.of(
            "Physical",
            "ConEcFin",
            "Political",
            "Instit",
            "P2P",
            "Environ",
            "Social",
            "SusEcFin")) {
      assertThat(of(OracleTable.children(pillar)).copeland())
          .as(pillar)
          .containsExactly(oracle.values(pillar));
    }
  }

  @Test
  void pairsCompareOverWhatBothHave() {
    double[][] values = {{1, 5, 0}, {2, 0, 7}, {0, 0, 3}};
    boolean[][] present = {{true, true, false}, {true, false, true}, {false, false, true}};
    OutrankingMatrix matrix = OutrankingMatrix.of(values, present, new double[] {1, 2, 1});
    assertThat(matrix.shares()[0]).containsExactly(0, 0, 0.5);
    assertThat(matrix.shares()[1]).containsExactly(1, 0, 1);
    assertThat(matrix.compared()[0][2]).isFalse();
    assertThat(matrix.copeland()).containsExactly(-1, 2, -1);
  }

  /** Values from 0 to 3; 4 stands for a missing one. */
  @Property
  void bothTrianglesAgreeAndOrderDoesNotMatter(
      @ForAll @Size(UNITS * INDICATORS) List<@IntRange(max = 4) Integer> cells) {
    double[][] values = new double[UNITS][INDICATORS];
    boolean[][] present = new boolean[UNITS][INDICATORS];
    double[][] reversed = new double[UNITS][INDICATORS];
    boolean[][] reversedPresent = new boolean[UNITS][INDICATORS];
    for (int i = 0; i < UNITS; i++) {
      for (int j = 0; j < INDICATORS; j++) {
        int cell = cells.get(i * INDICATORS + j);
        present[i][j] = cell < 4;
        values[i][j] = cell < 4 ? cell : 0;
      }
      reversed[UNITS - 1 - i] = values[i];
      reversedPresent[UNITS - 1 - i] = present[i];
    }
    double[] weights = {0.3, 0.1, 0.2, 0.4};
    OutrankingMatrix matrix = OutrankingMatrix.of(values, present, weights);
    OutrankingMatrix other = OutrankingMatrix.of(reversed, reversedPresent, weights);
    double sum = 0;
    for (int i = 0; i < UNITS; i++) {
      sum += matrix.copeland()[i];
      assertThat(other.copeland()[UNITS - 1 - i]).isEqualTo(matrix.copeland()[i]);
      for (int k = 0; k < UNITS; k++) {
        if (i != k) {
          assertThat(matrix.shares()[i][k] + matrix.shares()[k][i]).isCloseTo(1, within(1e-12));
          assertThat(other.shares()[UNITS - 1 - i][UNITS - 1 - k]).isEqualTo(matrix.shares()[i][k]);
        }
      }
    }
    assertThat(sum).isZero();
  }

  @Test
  void weightsMustBeUsable() {
    assertThatThrownBy(
            () ->
                OutrankingMatrix.of(
                    new double[2][2], Values.allPresent(2, 2), new double[] {1, -1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Weights must be >= 0: -1.0");
    assertThatThrownBy(
            () -> OutrankingMatrix.of(new double[2][2], Values.allPresent(2, 2), new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("At least one weight must be > 0");
  }
}
