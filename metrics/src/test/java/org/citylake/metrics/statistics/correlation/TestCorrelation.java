package org.citylake.metrics.statistics.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.junit.jupiter.api.Test;

class TestCorrelation {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final OracleTable RAW = OracleTable.read("asem/out_1_Raw.csv");

  private static Correlation of(CorrelationMethod method, String x, String y) {
    return Correlation.of(method, RAW.values(x), RAW.present(x), RAW.values(y), RAW.present(y));
  }

  /** Figures of scipy 1.17.1: pearsonr, spearmanr, and kendalltau with method asymptotic. */
  @Test
  void coefficientsAndPValuesAreAsScipys() {
    Correlation pearson = of(CorrelationMethod.PEARSON, "LPI", "Flights");
    assertThat(pearson.coefficient()).isCloseTo(0.5090822089280491, CLOSE);
    assertThat(pearson.pValue()).isCloseTo(0.00013624264186505298, CLOSE);
    assertThat(pearson.pairs()).isEqualTo(51);
    Correlation spearman = of(CorrelationMethod.SPEARMAN, "LPI", "Flights");
    assertThat(spearman.coefficient()).isCloseTo(0.5942986425339366, CLOSE);
    assertThat(spearman.pValue()).isCloseTo(4.26775999000861e-06, CLOSE);
    Correlation kendall = of(CorrelationMethod.KENDALL, "LPI", "Flights");
    assertThat(kendall.coefficient()).isCloseTo(0.4133333333333334, CLOSE);
    assertThat(kendall.pValue()).isCloseTo(1.865532943074898e-05, CLOSE);
  }

  /** Figures of scipy 1.17.1. */
  @Test
  void tiesAreAllowedFor() {
    Correlation spearman = of(CorrelationMethod.SPEARMAN, "RTAs", "Embs");
    assertThat(spearman.coefficient()).isCloseTo(0.18304640995807547, CLOSE);
    assertThat(spearman.pValue()).isCloseTo(0.19854774751122214, CLOSE);
    Correlation kendall = of(CorrelationMethod.KENDALL, "RTAs", "Embs");
    assertThat(kendall.coefficient()).isCloseTo(0.14137773105325435, CLOSE);
    assertThat(kendall.pValue()).isCloseTo(0.18630436964623054, CLOSE);
  }

  @Test
  void everyPairOfIndicatorsIsAsCoinr() {
    OracleTable oracle = OracleTable.read("asem/out_corr_normalised_pearson_long.csv");
    OracleTable normalised = OracleTable.read("asem/out_7_Aggregated.csv");
    List<String> indicators = normalised.columns(1).subList(0, 49);
    CorrelationMatrix matrix =
        CorrelationMatrix.of(
            CorrelationMethod.PEARSON,
            normalised.values(indicators),
            normalised.present(indicators));
    assertThat(oracle.rows()).hasSize(49 * 49);
    for (int row = 0; row < oracle.rows().size(); row++) {
      int j = indicators.indexOf(oracle.text(row, "Var1"));
      int k = indicators.indexOf(oracle.text(row, "Var2"));
      assertThat(matrix.between(j, k).orElseThrow().coefficient())
          .isCloseTo(oracle.value(row, "Correlation"), CLOSE);
    }
  }

  @Test
  void onlyUnitsWithBothValuesCount() {
    double[] x = {1, 2, 3, 99, 0};
    double[] y = {2, 4, 6, 0, 99};
    Correlation found =
        Correlation.of(
            CorrelationMethod.PEARSON,
            x,
            new boolean[] {true, true, true, true, false},
            y,
            new boolean[] {true, true, true, false, true});
    assertThat(found).isEqualTo(new Correlation(1, 0, 3));
  }

  @Test
  void constantColumnLeavesOnlyItsOwnPairsEmpty() {
    double[][] values = {{1, 5, 2}, {2, 5, 1}, {3, 5, 9}};
    CorrelationMatrix matrix =
        CorrelationMatrix.of(CorrelationMethod.KENDALL, values, Values.allPresent(3, 3));
    assertThat(matrix.between(0, 1)).isEmpty();
    assertThat(matrix.between(1, 1)).isEmpty();
    assertThat(matrix.between(0, 2)).isPresent();
    assertThatThrownBy(matrix::coefficients)
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessageStartingWith("Columns 0 and 1 have no correlation");
  }

  @Test
  void tooFewPairsAreNamed() {
    double[] x = {1, 2};
    assertThatThrownBy(
            () ->
                Correlation.of(
                    CorrelationMethod.SPEARMAN, x, Values.allPresent(2), x, Values.allPresent(2)))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("A correlation needs at least 3 pairs, not 2");
  }
}
