package org.citylake.metrics.statistics.multicriteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto.Penalty;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto.Spread;
import org.junit.jupiter.api.Test;

class TestMazziottaPareto {

  /** The oracle takes more roads as worse. Its POS stands for a positive phenomenon. */
  @Test
  void indexIsAsCompind() {
    OracleTable oracle = OracleTable.read("compind/mpi_EU_NUTS1.csv");
    double[] roads = Arrays.stream(oracle.values("roads")).map(v -> -v).toArray();
    boolean[] present = oracle.present("roads");
    double[] scaledRoads = MazziottaPareto.standardise(roads, present);
    double[] scaledTrains =
        MazziottaPareto.standardise(oracle.values("trains"), oracle.present("trains"));
    assertThat(scaledRoads).containsExactly(oracle.values("z_roads"), within(1e-9));
    assertThat(scaledTrains).containsExactly(oracle.values("z_trains"), within(1e-9));
    for (int i = 0; i < roads.length; i++) {
      double[] unit = {scaledRoads[i], scaledTrains[i]};
      boolean[] both = Values.allPresent(2);
      assertThat(MazziottaPareto.index(unit, both, Penalty.DOWN, Spread.SAMPLE))
          .isCloseTo(oracle.value(i, "MPI_POS"), within(1e-9));
      assertThat(MazziottaPareto.index(unit, both, Penalty.UP, Spread.SAMPLE))
          .isCloseTo(oracle.value(i, "MPI_NEG"), within(1e-9));
    }
  }

  /** The oracle is rounded to three digits. */
  @Test
  void adjustedIndexIsAsCompind() {
    OracleTable data = OracleTable.read("compind/BLI_2017.csv");
    OracleTable oracle = OracleTable.read("compind/ampi_BLI_2017.csv");
    List<String> indicators = data.columns(2);
    double[][] scaled = new double[data.rows().size()][indicators.size()];
    for (int j = 0; j < indicators.size(); j++) {
      double[] values = data.values(indicators.get(j));
      boolean[] present = data.present(indicators.get(j));
      double[] column =
          MazziottaPareto.rescale(values, present, Moments.of(values, present).mean());
      for (int i = 0; i < column.length; i++) {
        scaled[i][j] = column[i];
      }
    }
    for (int i = 0; i < scaled.length; i++) {
      assertThat(
              MazziottaPareto.index(
                  scaled[i], Values.allPresent(indicators.size()), Penalty.DOWN, Spread.POPULATION))
          .as(data.text(i, "country"))
          .isCloseTo(oracle.value(i, "AMPI_NEG_gp_mean"), within(5.1e-4));
    }
  }

  @Test
  void referenceIsOneHundred() {
    double[] scaled =
        MazziottaPareto.rescale(
            new double[] {2, 4, 10, 0}, new boolean[] {true, true, true, false}, 4);
    assertThat(scaled).containsExactly(85, 100, 145, 0);
    assertThat(
            MazziottaPareto.index(
                new double[] {100, 100}, Values.allPresent(2), Penalty.DOWN, Spread.SAMPLE))
        .isEqualTo(100);
  }

  @Test
  void degenerateDataAreNamed() {
    assertThatThrownBy(() -> MazziottaPareto.standardise(new double[] {3, 3}, Values.allPresent(2)))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("The Mazziotta-Pareto scale needs different values, not only 3.0");
    assertThatThrownBy(
            () ->
                MazziottaPareto.index(
                    new double[] {-1, 1}, Values.allPresent(2), Penalty.UP, Spread.POPULATION))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("The Mazziotta-Pareto index needs a mean above 0, not 0.0");
  }
}
