package org.citylake.metrics.statistics.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.multivariate.SimilarUnits.Neighbour;
import org.citylake.metrics.statistics.multivariate.SimilarUnits.Scaling;
import org.junit.jupiter.api.Test;

class TestSimilarUnits {
  private static final Offset<Double> CLOSE = within(1e-9);

  /** Figures of scikit-learn 1.9.1, {@code nan_euclidean_distances}. */
  @Test
  void distancesAreAsScikitLearns() {
    OracleTable data = OracleTable.read("compind/BLI_2017.csv");
    double[][] values = data.values(data.columns(2).subList(0, 4));
    boolean[][] present = new boolean[values.length][4];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < 4; j++) {
        present[i][j] = (7 * i + 3 * j) % 11 != 0;
      }
    }
    List<Neighbour> plain = SimilarUnits.nearest(values, present, 0, 3, Scaling.NONE);
    assertThat(plain).extracting(Neighbour::unit).containsExactly(33, 3, 6);
    assertThat(plain.get(0).distance()).isCloseTo(0.5382685910009568, CLOSE);
    assertThat(plain.get(2).distance()).isCloseTo(0.8880969898072866, CLOSE);
    List<Neighbour> scaled = SimilarUnits.nearest(values, present, 0, 3, Scaling.STANDARDISED);
    assertThat(scaled).extracting(Neighbour::unit).containsExactly(33, 3, 6);
    assertThat(scaled.get(0).distance()).isCloseTo(0.23978285071280506, CLOSE);
    assertThat(scaled.get(2).distance()).isCloseTo(0.4451103736178146, CLOSE);
  }

  @Test
  void unitsWithNothingInCommonAreNoNeighbours() {
    double[][] values = {{1, 0}, {0, 5}, {4, 5}, {4, 9}};
    boolean[][] present = {{true, false}, {false, true}, {true, true}, {true, true}};
    assertThat(SimilarUnits.nearest(values, present, 0, 9, Scaling.NONE))
        .containsExactly(
            new Neighbour(2, 3 * Math.sqrt(2), 1), new Neighbour(3, 3 * Math.sqrt(2), 1));
    assertThatThrownBy(() -> SimilarUnits.nearest(values, present, 4, 1, Scaling.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unit must be a row and count >= 0: 4, 1");
  }

  @Test
  void constantIndicatorAddsNothing() {
    double[][] values = {{1, 3}, {1, 5}, {1, 4}};
    assertThat(
            SimilarUnits.nearest(values, Values.allPresent(3, 2), 0, 1, Scaling.STANDARDISED)
                .get(0))
        .isEqualTo(new Neighbour(2, 1, 2));
  }
}
