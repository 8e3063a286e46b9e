package org.citylake.metrics.index.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.robustness.AsemEdition;
import org.citylake.metrics.index.robustness.VariedEdition;
import org.junit.jupiter.api.Test;

class TestResultComparison {
  private static final VariedEdition EDITION = AsemEdition.edition();
  private static final Panel PANEL = AsemEdition.panel();

  private static ResultComparison compare(EditionDeclaration after) {
    IndexResult first = IndexEngine.score(EDITION.edition(), PANEL);
    IndexResult second = IndexEngine.score(after, PANEL);
    return ResultComparison.of(
        first, first.rows().blocks().get(0), second, second.rows().blocks().get(0));
  }

  @Test
  void anEditionDoesNotDifferFromItself() {
    ResultComparison comparison = compare(EDITION.edition());

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.largestMovers(10)).isEmpty();
    assertThat(comparison.spearman().orElseThrow().coefficient()).isEqualTo(1);
    assertThat(comparison.units()).hasSize(51).allMatch(unit -> unit.places() == 0);
  }

  @Test
  void whatDiffersIsNamed() {
    ResultComparison comparison =
        compare(
            EDITION.with(
                Map.of("/tree/50/weight", 3, "/steps/normalise", Map.of("method", "z-score"))));

    assertThat(comparison.differences())
        .extracting(EditionDifference::kind)
        .contains("weight", "step");
    assertThat(comparison.differences())
        .filteredOn(d -> d.kind().equals("step"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.what()).isEqualTo("normalise");
              assertThat(d.before()).startsWith("min-max");
              assertThat(d.after()).isEqualTo("z-score");
            });
    assertThat(comparison.kendall().orElseThrow().coefficient()).isBetween(0.5, 1.0);
    ComparedUnit first = comparison.largestMovers(3).get(0);
    assertThat(Math.abs(Objects.requireNonNull(first.rankShift())))
        .isEqualTo(comparison.units().stream().mapToInt(ComparedUnit::places).max().orElseThrow());
  }

  @Test
  void onlyProportionsOfWeightsCount() {
    assertThat(
            compare(EDITION.with(Map.of("/tree/59/weight", 7, "/tree/58/weight", 7))).differences())
        .isEmpty();
  }
}
