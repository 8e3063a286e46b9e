package org.citylake.metrics.statistics.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.multivariate.FactorAnalysis;
import org.junit.jupiter.api.Test;

class TestComponentWeights {
  private static final OracleTable DATA = OracleTable.read("asem/out_7_Aggregated.csv");

  private static List<String> indicators() {
    List<String> indicators = new ArrayList<>(OracleTable.children("Physical"));
    indicators.addAll(OracleTable.children("P2P"));
    return indicators;
  }

  /**
   * Figures of numpy 2.4.6: varimax by singular value decomposition, iterated until nothing moves.
   * What factor_analyzer 0.5.1, {@code Rotator}, gives agrees to 1e-6, where it stops.
   */
  @Test
  void rotatedFactorsAreAsAnotherAlgorithmFindsThem() {
    FactorAnalysis analysis = FactorAnalysis.of(DATA.values(indicators()));
    double[] explained = analysis.explained().clone();
    Arrays.sort(explained);
    assertThat(explained)
        .containsExactly(
            new double[] {
              1.5037357126074362,
              1.9321756270372699,
              2.5370778116557076,
              3.05965822905439,
              3.225380272661236
            },
            within(1e-9));
    double[] first = Arrays.stream(analysis.loadings()[0]).map(Math::abs).sorted().toArray();
    assertThat(first)
        .containsExactly(
            new double[] {
              0.028184705963182163,
              0.0363459920878589,
              0.060816980408167055,
              0.24101163313149215,
              0.8745946818229716
            },
            within(1e-9));
    assertThat(Arrays.stream(analysis.shares()).sum()).isCloseTo(1, within(1e-12));
  }

  /** Figures of numpy 2.4.6 from the same rotation, by the Handbook's rule. */
  @Test
  void weightsFollowTheHandbook() {
    assertThat(ComponentWeights.factors(DATA.values(indicators())))
        .containsExactly(
            new double[] {
              0.0882598869674523,
              0.0681522267872035,
              0.0602215208952614,
              0.05676797335849278,
              0.07960685907338173,
              0.08820134312714892,
              0.05898973396827365,
              0.05749681952332132,
              0.07328531199304043,
              0.026833252960079174,
              0.04991131961340637,
              0.06067587543333547,
              0.05416304836242615,
              0.08525484205400095,
              0.052808315088372505,
              0.03937167079480343
            },
            within(1e-9));
  }

  @Test
  void unrelatedIndicatorsStillHaveOneFactor() {
    double[][] values = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    FactorAnalysis analysis = FactorAnalysis.of(values);
    assertThat(analysis.shares()).containsExactly(1);
    assertThat(Arrays.stream(ComponentWeights.factors(values)).sum()).isCloseTo(1, within(1e-12));
  }
}
