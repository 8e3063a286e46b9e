package org.citylake.metrics.statistics.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.weighting.ComponentWeights;
import org.junit.jupiter.api.Test;

class TestPrincipalComponents {
  private static final OracleTable DATA = OracleTable.read("asem/out_7_Aggregated.csv");

  @Test
  void componentsOfThePillarsAreAsCoinr() {
    OracleTable variances = OracleTable.read("asem/out_pca_variance_level2.csv");
    OracleTable weights = OracleTable.read("asem/out_pca_weights_level2.csv");
    for (String group : List.of("Conn", "Sust")) {
      List<String> pillars = OracleTable.children(group);
      PrincipalComponents components = PrincipalComponents.of(DATA.values(pillars));
      int row = variances.row("group", group);
      for (int c = 0; c < pillars.size(); c++) {
        assertThat(Math.sqrt(components.variances()[c]))
            .isCloseTo(variances.value(row + c, "sd"), within(1e-12));
        // The oracle's shares are rounded to five digits.
        assertThat(components.proportions()[c])
            .isCloseTo(variances.value(row + c, "prop"), within(5.1e-6));
        assertThat(components.cumulative()[c])
            .isCloseTo(variances.value(row + c, "cum"), within(5.1e-6));
      }
      double[] first = ComponentWeights.firstComponent(DATA.values(pillars));
      for (int j = 0; j < pillars.size(); j++) {
        assertThat(first[j])
            .isCloseTo(
                weights.value(weights.row("iCode", pillars.get(j)), "Weight"), within(1e-12));
      }
    }
  }

  @Test
  void signDoesNotDependOnTheOrderOfIndicators() {
    double[][] values = {{1, 9, 3}, {2, 7, 1}, {4, 2, 5}, {7, 3, 8}};
    double[][] swapped = {{3, 9, 1}, {1, 7, 2}, {5, 2, 4}, {8, 3, 7}};
    double[] loadings = ComponentWeights.firstComponent(values);
    double[] others = ComponentWeights.firstComponent(swapped);
    assertThat(others)
        .containsExactly(new double[] {loadings[2], loadings[1], loadings[0]}, within(1e-12));
    assertThat(loadings[0] + loadings[1] + loadings[2]).isPositive();
  }

  @Test
  void constantColumnIsNamed() {
    assertThatThrownBy(() -> PrincipalComponents.of(new double[][] {{1, 4}, {2, 4}, {3, 4}}))
        .isInstanceOf(UndefinedStatisticException.class)
        .extracting(e -> ((UndefinedStatisticException) e).rule())
        .isEqualTo("constant-column");
  }
}
