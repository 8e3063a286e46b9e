package org.citylake.metrics.statistics.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.weighting.ImportanceShares.Measure;
import org.junit.jupiter.api.Test;

class TestWeightOptimisation {
  private static final OracleTable DATA = OracleTable.read("asem/out_7_Aggregated.csv");

  private static double[] shares(double[][] parts, double[] weights, Measure measure) {
    double[] index = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        index[i] += weights[j] * parts[i][j];
      }
    }
    return ImportanceShares.of(parts, index, measure);
  }

  @Test
  void twoSubIndicesBecomeAsImportantAtLeastAsNearlyAsByCoinr() {
    OracleTable oracle = OracleTable.read("asem/opt_weights_level3_equal.csv");
    double[][] parts = DATA.values(List.of("Conn", "Sust"));
    // What COINr says is obtained belongs to the last weights that it tried, not to its result.
    double[] lastTried = {1 / 2.556, 1.556 / 2.556};
    assertThat(shares(parts, lastTried, Measure.CORRELATION))
        .containsExactly(oracle.values("Obtained"), within(1e-9));
    WeightOptimisation found =
        WeightOptimisation.of(
            oracle.values("Desired"), weights -> shares(parts, weights, Measure.CORRELATION));
    double theirs =
        Math.pow(shares(parts, oracle.values("OptWeight"), Measure.CORRELATION)[0] - 0.5, 2);
    assertThat(found.objective()).isLessThan(theirs).isLessThan(1e-18);
    // By numpy 2.4.6 and scipy 1.17.1, brentq.
    assertThat(found.weights()[0]).isCloseTo(0.3853166046725247, within(1e-9));
    assertThat(found.weights()).containsExactly(oracle.values("OptWeight"), within(0.01));
    assertThat(Arrays.stream(found.weights()).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void fivePillarsObtainTheirTargets() {
    double[][] parts = DATA.values(OracleTable.children("Conn"));
    double[] known = {0.1, 0.3, 0.3, 0.15, 0.15};
    double[] targets = shares(parts, known, Measure.SQUARED);
    WeightOptimisation found =
        WeightOptimisation.of(targets, weights -> shares(parts, weights, Measure.SQUARED));
    assertThat(found.obtained()).containsExactly(targets, within(1e-9));
    assertThat(found.weights()).containsExactly(known, within(1e-6));
    WeightOptimisation again =
        WeightOptimisation.of(targets, weights -> shares(parts, weights, Measure.SQUARED));
    assertThat(again.weights()).containsExactly(found.weights());
  }

  @Test
  void targetsOutOfReachAreApproached() {
    WeightOptimisation found =
        WeightOptimisation.of(new double[] {1, 0}, weights -> new double[] {0.6, 0.4});
    assertThat(found.objective()).isCloseTo(0.16, within(1e-12));
    WeightOptimisation one = WeightOptimisation.of(new double[] {7}, weights -> weights);
    assertThat(one.weights()).containsExactly(1);
    assertThat(one.objective()).isZero();
  }

  @Test
  void sharesThatAreNeverDefinedAreNamed() {
    assertThatThrownBy(
            () ->
                WeightOptimisation.of(
                    new double[] {1, 1},
                    weights -> {
                      throw new UndefinedStatisticException("constant-column", "no");
                    }))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessageStartingWith("No start of the weights' optimisation settled")
        .extracting(e -> ((UndefinedStatisticException) e).rule())
        .isEqualTo("not-converged");
  }
}
