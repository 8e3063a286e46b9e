package org.citylake.metrics.index.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.robustness.AsemEdition;
import org.junit.jupiter.api.Test;

class TestOptimisedWeights {
  private static final IndexResult RESULT =
      IndexEngine.score(AsemEdition.edition().edition(), AsemEdition.panel());

  private static OptimisedWeights optimise(int level, Map<String, Double> targets) {
    return OptimisedWeights.of(RESULT, RESULT.rows().blocks().get(0), level, targets);
  }

  /** Connectivity and sustainability are to count the same. */
  @Test
  void theObjectiveIsAtLeastAsGoodAsCoinrs() {
    double coinr = 0;
    for (NamedCsvRecord line : AsemEdition.lines("opt_weights_level3_equal.csv")) {
      double difference =
          Double.parseDouble(line.getField("Desired"))
              - Double.parseDouble(line.getField("Obtained"));
      coinr += difference * difference / 2;
    }

    OptimisedWeights found = optimise(1, Map.of());

    assertThat(found.objective()).isLessThanOrEqualTo(coinr).isLessThan(1e-9);
    assertThat(found.objectiveBefore()).isGreaterThan(found.objective());
    assertThat(found.nodes()).extracting(n -> n.node()).containsExactly("Conn", "Sust");
    assertThat(found.nodes().get(0).weight()).isCloseTo(0.390, within(0.02));
    assertThat(found.nodes().stream().mapToDouble(n -> n.weight()).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void targetsHaveToFitTheLevel() {
    assertThatThrownBy(() -> optimise(1, Map.of("Conn", 1.0, "Physical", 2.0)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Sust: null")
        .hasMessageContaining("unknown-node");
    assertThatThrownBy(() -> optimise(4, Map.of()))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("at least two nodes");
  }
}
