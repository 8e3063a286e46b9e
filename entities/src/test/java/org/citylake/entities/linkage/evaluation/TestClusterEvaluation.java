package org.citylake.entities.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestClusterEvaluation {
  /** Found {a b c} {d e}, true {a b} {c d e}: worked by hand. */
  @Test
  void pairsAndRecordsAreCountedAsByHand() {
    ClusterEvaluation evaluation =
        ClusterEvaluation.of(
            Map.of("a", 1, "b", 1, "c", 1, "d", 2, "e", 2),
            Map.of("a", "x", "b", "x", "c", "y", "d", "y", "e", "y"));

    // Right pairs: ab, de; found: ab ac bc de; expected: ab cd ce de.
    assertThat(evaluation.pairwise().precision()).isEqualTo(0.5);
    assertThat(evaluation.pairwise().recall()).isEqualTo(0.5);
    assertThat(evaluation.pairwise().f1()).isEqualTo(0.5);
    // Precision a 2/3, b 2/3, c 1/3, d 1, e 1; recall a 1, b 1, c 1/3, d 2/3, e 2/3.
    assertThat(evaluation.bCubed().precision()).isCloseTo(11 / 15.0, within(1e-12));
    assertThat(evaluation.bCubed().recall()).isCloseTo(11 / 15.0, within(1e-12));
  }

  @Test
  void recordsOfOnlyOneSideAreLeftOut() {
    ClusterEvaluation evaluation =
        ClusterEvaluation.of(Map.of("a", 1, "z", 1), Map.of("a", "x", "b", "x"));

    assertThat(evaluation.records()).isEqualTo(1);
    assertThat(evaluation.pairwise().f1()).isEqualTo(1);
  }
}
