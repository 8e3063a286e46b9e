package org.citylake.metrics.statistics.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.sensitivity.Bootstrap.Interval;
import org.junit.jupiter.api.Test;

class TestSobolIndices {

  private static double[] outputs(SaltelliDesign design, ToDoubleFunction<double[]> model) {
    return Arrays.stream(design.rows()).mapToDouble(model).toArray();
  }

  @Test
  void estimatesAreAsCoinrs() {
    OracleTable oracle = OracleTable.read("asem/sa_estimate_x1_plus_10x2.csv");
    double[][] rows =
        OracleTable.read("asem/sa_sample_N8_d3_seed1.csv").values(List.of("V1", "V2", "V3"));
    double[] outputs = Arrays.stream(rows).mapToDouble(x -> x[0] + 10 * x[1]).toArray();
    SobolIndices found = SobolIndices.of(outputs, 3);
    assertThat(found.first()).containsExactly(oracle.values("Si"), within(1e-12));
    assertThat(found.total()).containsExactly(oracle.values("STi"), within(1e-12));
  }

  @Test
  void designHasTheLayoutOfCoinrs() {
    double[][] rows =
        OracleTable.read("asem/sa_sample_N8_d3_seed1.csv").values(List.of("V1", "V2", "V3"));
    double[][] points = new double[8][6];
    for (int i = 0; i < 8; i++) {
      System.arraycopy(rows[i], 0, points[i], 0, 3);
      System.arraycopy(rows[8 + i], 0, points[i], 3, 3);
    }
    SaltelliDesign design = SaltelliDesign.of(points);
    assertThat(design.base()).isEqualTo(8);
    assertThat(design.rows()).isDeepEqualTo(rows);
  }

  /**
   * The Ishigami function with a = 7, b = 0.1: variances known in closed form (Ishigami, Homma,
   * 1990).
   */
  @Test
  void knownIndicesAreFound() {
    SaltelliDesign design = SaltelliDesign.sobol(8191, 3);
    double[] outputs =
        outputs(
            design,
            u -> {
              double x = Math.PI * (2 * u[0] - 1);
              double y = Math.PI * (2 * u[1] - 1);
              double z = Math.PI * (2 * u[2] - 1);
              return Math.sin(x)
                  + 7 * Math.pow(Math.sin(y), 2)
                  + 0.1 * Math.pow(z, 4) * Math.sin(x);
            });
    SobolIndices found = SobolIndices.of(outputs, 3);
    assertThat(found.first()).containsExactly(new double[] {0.3139, 0.4424, 0}, within(0.01));
    assertThat(found.total()).containsExactly(new double[] {0.5576, 0.4424, 0.2437}, within(0.01));
  }

  @Test
  void intervalsHoldTheEstimateAndRepeat() {
    SaltelliDesign design = SaltelliDesign.sobol(255, 2);
    double[] outputs = outputs(design, x -> x[0] + 2 * x[1]);
    Bootstrap bootstrap = new Bootstrap(200, 0.9);
    SobolIndices found = SobolIndices.of(outputs, 2);
    SobolIndices.Intervals intervals = SobolIndices.bootstrap(outputs, 2, bootstrap, 42);
    for (int j = 0; j < 2; j++) {
      assertThat(found.first()[j])
          .isBetween(intervals.first()[j].lower(), intervals.first()[j].upper());
      assertThat(found.total()[j])
          .isBetween(intervals.total()[j].lower(), intervals.total()[j].upper());
    }
    assertThat(SobolIndices.bootstrap(outputs, 2, bootstrap, 42).first())
        .containsExactly(intervals.first());
    assertThat(SobolIndices.bootstrap(outputs, 2, bootstrap, 43).first())
        .isNotEqualTo(intervals.first());
  }

  @Test
  void intervalOfAMeanIsAboutItsError() {
    double[][] points = SobolPoints.of(400, 1);
    Interval interval =
        new Bootstrap(1000, 0.9)
            .interval(
                400,
                7,
                drawn ->
                    Arrays.stream(drawn).mapToDouble(i -> points[i][0]).average().orElseThrow());
    // 1.645 standard errors of a uniform value's mean on either side.
    assertThat(interval.upper() - interval.lower())
        .isCloseTo(2 * 1.645 / Math.sqrt(12 * 400), within(0.005));
  }

  @Test
  void pointsAreEvenAndWithoutTheOrigin() {
    // The first points of scipy 1.17.1, qmc.Sobol(4, scramble=False), after the origin.
    assertThat(SobolPoints.of(4, 4))
        .isDeepEqualTo(
            new double[][] {
              {0.5, 0.5, 0.5, 0.5},
              {0.75, 0.25, 0.25, 0.25},
              {0.25, 0.75, 0.75, 0.75},
              {0.375, 0.375, 0.625, 0.875}
            });
  }

  @Test
  void badOutputsAreNamed() {
    assertThatThrownBy(() -> SobolIndices.of(new double[8], 2))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Sensitivity needs an output that varies, not only 0.0");
    assertThatThrownBy(() -> SobolIndices.of(new double[7], 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Outputs must be base x (inputs + 2), base >= 2: 7 for 2 inputs");
    assertThatThrownBy(() -> new Bootstrap(10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A bootstrap needs replications >= 1 and a level in (0, 1): 10, 1.0");
  }
}
