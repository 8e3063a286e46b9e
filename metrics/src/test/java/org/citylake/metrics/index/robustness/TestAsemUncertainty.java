package org.citylake.metrics.index.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.PublishedFile;
import org.citylake.metrics.index.DrawnWeights;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.PanelStages;
import org.citylake.metrics.index.PreparedEdition;
import org.junit.jupiter.api.Test;

/** COINr's twenty sets of noisy weights give its scores, ranks and rank statistics. */
class TestAsemUncertainty {
  private static final double TOLERANCE = 1e-9;
  private static final VariedEdition EDITION = AsemEdition.edition();

  private static WeightSets weights() {
    return WeightSets.read(PublishedFile.find("asem/ua_noisy_weights_20.csv"), EDITION.edition());
  }

  @Test
  void rankStatisticsAreThose() {
    UncertaintyResult result =
        RobustnessAnalysis.of(EDITION, AsemEdition.panel())
            .uncertainty(weights(), DrawRunner.quiet());

    Map<String, UnitUncertainty> units =
        result.units().stream().collect(Collectors.toMap(UnitUncertainty::unit, u -> u));
    List<NamedCsvRecord> expected = AsemEdition.lines("ua_noisy_weights_20_rankstats.csv");
    assertThat(units).hasSize(expected.size()).hasSize(51);
    for (NamedCsvRecord line : expected) {
      UnitUncertainty unit = java.util.Objects.requireNonNull(units.get(line.getField("uCode")));
      assertThat(unit.rankMean()).isCloseTo(number(line, "Mean"), within(TOLERANCE));
      assertThat(unit.rankMedian()).isCloseTo(number(line, "Median"), within(TOLERANCE));
      assertThat(unit.rankLow()).isCloseTo(number(line, "Q5"), within(TOLERANCE));
      assertThat(unit.rankHigh()).isCloseTo(number(line, "Q95"), within(TOLERANCE));
      assertThat(unit.draws()).isEqualTo(20);
    }
    assertThat(result.failed()).isZero();
  }

  @Test
  void nominalRanksAreThose() {
    UncertaintyResult result =
        RobustnessAnalysis.of(EDITION, AsemEdition.panel())
            .uncertainty(weights(), DrawRunner.quiet());

    Map<String, Integer> ranks = new HashMap<>();
    result.units().forEach(unit -> ranks.put(unit.unit(), unit.nominalRank()));
    for (NamedCsvRecord line : AsemEdition.lines("out_results_ranks.csv")) {
      assertThat(ranks.get(line.getField("uCode")))
          .isEqualTo(Integer.parseInt(line.getField("Index")));
    }
  }

  @Test
  void scoresOfEverySetAreThose() {
    List<Map<String, Double>> sets = weights().sets();
    PreparedEdition prepared =
        new PanelStages(AsemEdition.panel())
            .prepare(IndexEngine.compile(EDITION.edition()), new Problems())
            .orElseThrow();

    List<DrawResult> results = new ArrayList<>();
    sets.forEach(
        set ->
            results.add(
                DrawSpace.score(prepared, DrawnWeights.of(prepared.compiled().tree(), set))));
    int compared = 0;
    for (NamedCsvRecord line : AsemEdition.lines("ua_noisy_weights_20_scores.csv")) {
      DrawResult result = results.get(Integer.parseInt(line.getField("rep")) - 1);
      int row = prepared.rows().find(line.getField("uCode"), "2018").orElseThrow();
      assertThat(result.scores().value(row)).isCloseTo(number(line, "Index"), within(TOLERANCE));
      assertThat(result.ranks()[row]).isEqualTo(Integer.parseInt(line.getField("Rank")));
      compared++;
    }
    assertThat(compared).isEqualTo(20 * 51);
  }

  private static double number(NamedCsvRecord line, String column) {
    return Double.parseDouble(line.getField(column));
  }
}
