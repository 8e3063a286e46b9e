package org.citylake.metrics.index.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.robustness.AsemEdition;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;
import org.junit.jupiter.api.Test;

/** The audit of the ASEM index agrees with COINr's. */
class TestAsemAudit {
  private static final Offset<Double> TOLERANCE = within(1e-9);
  private static final AuditedPeriod PERIOD =
      AuditedPeriod.of(IndexEngine.score(AsemEdition.edition().edition(), AsemEdition.panel()), "");

  private static <T> Map<String, T> by(List<T> list, Function<T, String> key) {
    return list.stream().collect(Collectors.toMap(key, x -> x));
  }

  private static <K, T> T at(Map<K, T> map, K key) {
    return Objects.requireNonNull(map.get(key), key.toString());
  }

  private static double number(NamedCsvRecord line, String column) {
    return Double.parseDouble(line.getField(column));
  }

  private static int count(NamedCsvRecord line, String column) {
    return Integer.parseInt(line.getField(column));
  }

  @Test
  void statisticsAreThose() {
    Map<String, IndicatorStatistics> found =
        by(IndicatorStatistics.of(PERIOD), IndicatorStatistics::indicator);
    List<NamedCsvRecord> expected = AsemEdition.lines("out_stats_raw.csv");
    assertThat(found).hasSize(49);
    assertThat(expected).hasSize(49);
    for (NamedCsvRecord line : expected) {
      IndicatorStatistics statistics = at(found, line.getField("iCode"));
      assertThat(statistics.minimum()).isCloseTo(number(line, "Min"), TOLERANCE);
      assertThat(statistics.maximum()).isCloseTo(number(line, "Max"), TOLERANCE);
      assertThat(statistics.mean()).isCloseTo(number(line, "Mean"), within(1e-8));
      assertThat(statistics.median()).isCloseTo(number(line, "Median"), TOLERANCE);
      assertThat(statistics.deviation()).isCloseTo(number(line, "Std"), within(1e-8));
      assertThat(statistics.skewness()).isCloseTo(number(line, "Skew"), TOLERANCE);
      assertThat(statistics.kurtosis()).isCloseTo(number(line, "Kurt"), TOLERANCE);
      assertThat(statistics.counts().available()).isEqualTo(count(line, "N.Avail"));
      assertThat(statistics.counts().nonZero()).isEqualTo(count(line, "N.NonZero"));
      assertThat(statistics.counts().unique()).isEqualTo(count(line, "N.Unique"));
      assertThat(statistics.counts().same()).isEqualTo(count(line, "N.Same"));
      assertThat(statistics.availableShare()).isCloseTo(number(line, "Frc.Avail"), TOLERANCE);
      assertThat(statistics.nonZeroShare()).isCloseTo(number(line, "Frc.NonZero"), TOLERANCE);
      assertThat(statistics.uniqueShare()).isCloseTo(number(line, "Frc.Unique"), TOLERANCE);
      assertThat(statistics.sameShare()).isCloseTo(number(line, "Frc.Same"), TOLERANCE);
      assertThat(statistics.lowAvailability()).isEqualTo(!line.getField("Flag.Avail").equals("ok"));
      assertThat(statistics.lowNonZero()).isEqualTo(!line.getField("Flag.NonZero").equals("ok"));
      assertThat(statistics.lowUnique()).isEqualTo(!line.getField("Flag.Unique").equals("ok"));
      assertThat(statistics.outliers()).isEqualTo(!line.getField("Flag.SkewKurt").equals("ok"));
    }
  }

  @Test
  void availabilityIsThat() {
    Map<String, UnitAvailability> found = by(UnitAvailability.of(PERIOD), UnitAvailability::unit);
    for (NamedCsvRecord line : AsemEdition.lines("out_data_avail_summary.csv")) {
      UnitAvailability unit = at(found, line.getField("uCode"));
      assertThat(unit.missing()).isEqualTo(count(line, "N_missing"));
      assertThat(unit.zero()).isEqualTo(count(line, "N_zero"));
      assertThat(unit.availability()).isCloseTo(number(line, "Dat_Avail"), TOLERANCE);
      assertThat(unit.nonZero()).isCloseTo(number(line, "Non_Zero"), TOLERANCE);
    }
    for (NamedCsvRecord line : AsemEdition.lines("out_data_avail_bygroup.csv")) {
      Map<String, Double> unit = at(found, line.getField("uCode")).byNode();
      assertThat(unit).hasSize(11);
      unit.forEach((node, share) -> assertThat(share).isCloseTo(number(line, node), TOLERANCE));
    }
  }

  @Test
  void correlationsOfIndicatorsAreThose() {
    Map<Set<String>, PairCorrelation> found = new HashMap<>();
    PairCorrelation.ofIndicators(PERIOD, CorrelationMethod.PEARSON)
        .forEach(pair -> found.put(Set.of(pair.first(), pair.second()), pair));
    int compared = 0;
    for (NamedCsvRecord line : AsemEdition.lines("out_corr_normalised_pearson_long.csv")) {
      if (!line.getField("Var1").equals(line.getField("Var2"))) {
        PairCorrelation pair = at(found, Set.of(line.getField("Var1"), line.getField("Var2")));
        assertThat(pair.correlation().orElseThrow().coefficient())
            .isCloseTo(number(line, "Correlation"), TOLERANCE);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(49 * 48);
  }

  @Test
  void correlationsWithinFamiliesAreThose() {
    assertFamilies("out_corr_family_p005.csv", CorrelationMethod.PEARSON, true);
    assertFamilies("out_corr_family_spearman.csv", CorrelationMethod.SPEARMAN, false);
  }

  private static void assertFamilies(String file, CorrelationMethod method, boolean filtered) {
    Map<String, Integer> levels = Map.of("Index", 0, "Sub-index", 1, "Pillar", 2);
    Map<String, PairCorrelation> found = new HashMap<>();
    for (PairCorrelation pair : PairCorrelation.ofFamilies(PERIOD, method)) {
      found.put(pair.first() + ">" + level(pair.second()), pair);
    }
    List<NamedCsvRecord> lines = AsemEdition.lines(file);
    assertThat(lines).hasSize(49 * 3);
    for (NamedCsvRecord line : lines) {
      PairCorrelation pair =
          at(found, line.getField("Var2") + ">" + levels.get(line.getField("Var1")));
      if (line.getField("Correlation").isEmpty()) {
        assertThat(filtered && pair.isSignificant(0.05)).as(line.toString()).isFalse();
      } else {
        assertThat(pair.correlation().orElseThrow().coefficient())
            .isCloseTo(number(line, "Correlation"), TOLERANCE);
        assertThat(!filtered || pair.isSignificant(0.05)).as(line.toString()).isTrue();
      }
    }
  }

  private static int level(String code) {
    return PERIOD.tree().nodes().stream()
        .filter(node -> node.code().equals(code))
        .findFirst()
        .orElseThrow()
        .level();
  }

  /** COINr flags positive correlations only. */
  @Test
  void flaggedCorrelationsAreThose() {
    Set<Set<String>> found =
        PairCorrelation.ofSiblings(PERIOD, CorrelationMethod.PEARSON).stream()
            .filter(pair -> level(pair.first()) == 3 && pair.isAtLeast(0.75))
            .filter(pair -> pair.correlation().orElseThrow().coefficient() > 0)
            .map(pair -> Set.of(pair.first(), pair.second()))
            .collect(Collectors.toSet());

    assertThat(found)
        .isEqualTo(
            AsemEdition.lines("out_corr_flags_075.csv").stream()
                .map(line -> Set.of(line.getField("Ind1"), line.getField("Ind2")))
                .collect(Collectors.toSet()));
  }

  @Test
  void correlationsWithDenominatorsAreThose() {
    Map<String, Double> found = new HashMap<>();
    PairCorrelation.ofDenominators(PERIOD, CorrelationMethod.PEARSON).stream()
        .filter(pair -> pair.isAtLeast(0.7))
        .forEach(
            pair ->
                found.put(
                    pair.first() + ">" + pair.second(),
                    pair.correlation().orElseThrow().coefficient()));
    List<NamedCsvRecord> expected = AsemEdition.lines("out_denom_corr_07.csv");
    assertThat(found).hasSize(expected.size());
    for (NamedCsvRecord line : expected) {
      assertThat(found.get(line.getField("Ind") + ">" + line.getField("Denom")))
          .isCloseTo(number(line, "Corr"), TOLERANCE);
    }
  }

  @Test
  void cronbachsAlphaIsThat() {
    Map<String, GroupCoherence> found = by(GroupCoherence.of(PERIOD), GroupCoherence::node);
    List<NamedCsvRecord> expected = AsemEdition.lines("out_cronbach.csv");
    assertThat(expected).hasSize(10);
    for (NamedCsvRecord line : expected) {
      assertThat(at(found, line.getField("group")).alpha().orElseThrow())
          .isCloseTo(number(line, "alpha"), TOLERANCE);
    }
  }

  @Test
  void principalComponentsAreThose() {
    Map<String, GroupCoherence> found = by(GroupCoherence.of(PERIOD), GroupCoherence::node);
    for (NamedCsvRecord line : AsemEdition.lines("out_pca_variance_level2.csv")) {
      int component = Integer.parseInt(line.getField("pc").substring(2)) - 1;
      var components = at(found, line.getField("group")).components().orElseThrow();
      assertThat(Math.sqrt(components.variances()[component]))
          .isCloseTo(number(line, "sd"), TOLERANCE);
      // COINr rounds these to five digits.
      assertThat(components.proportions()[component])
          .isCloseTo(number(line, "prop"), within(5.1e-6));
      assertThat(components.cumulative()[component]).isCloseTo(number(line, "cum"), within(5.1e-6));
    }
    for (NamedCsvRecord line : AsemEdition.lines("out_pca_weights_level2.csv")) {
      if (line.getField("Level").equals("2")) {
        String node = line.getField("iCode");
        GroupCoherence group =
            found.values().stream()
                .filter(g -> g.children().contains(node))
                .findFirst()
                .orElseThrow();
        double loading =
            group.components().orElseThrow().loadings()[group.children().indexOf(node)][0];
        assertThat(Math.abs(loading)).isCloseTo(Math.abs(number(line, "Weight")), TOLERANCE);
      }
    }
  }

  @Test
  void effectiveWeightsAndLineageAreThose() {
    Map<String, NodeWeight> found = by(NodeWeight.of(PERIOD), NodeWeight::node);
    for (NamedCsvRecord line : AsemEdition.lines("out_effective_weights.csv")) {
      assertThat(at(found, line.getField("iCode")).effectiveWeight())
          .isCloseTo(number(line, "EffWeight"), TOLERANCE);
    }
    for (NamedCsvRecord line : AsemEdition.lines("out_lineage.csv")) {
      assertThat(at(found, line.getField("Indicator")).lineage()).isEqualTo(line.getFields());
    }
  }

  @Test
  void leavingPillarsOutGivesThoseScoresAndRanks() {
    Map<String, LeaveOneOut> found = by(LeaveOneOut.of(PERIOD), LeaveOneOut::node);
    assertThat(found).hasSize(59);
    List<String> pillars = new ArrayList<>();
    for (NamedCsvRecord line : AsemEdition.lines("out_remove_pillar_meanabsrankdiff.csv")) {
      if (!line.getField("code").equals("Nominal")) {
        pillars.add(line.getField("code"));
        assertThat(at(found, line.getField("code")).meanRankChange())
            .isCloseTo(number(line, "MeanAbsDiff"), TOLERANCE);
      }
    }
    assertThat(pillars).hasSize(8);
    for (String pillar : pillars) {
      LeaveOneOut without = at(found, pillar);
      for (NamedCsvRecord line : AsemEdition.lines("out_remove_pillar_scores.csv")) {
        assertThat(without.scores().get(place(line.getField("uCode"))))
            .isCloseTo(number(line, pillar), TOLERANCE);
      }
      for (NamedCsvRecord line : AsemEdition.lines("out_remove_pillar_ranks.csv")) {
        assertThat(without.ranks().get(place(line.getField("uCode"))))
            .isEqualTo(count(line, pillar));
      }
    }
  }

  private static int place(String unit) {
    return PERIOD.result().rows().find(unit, "2018").orElseThrow();
  }

  /**
   * China is first in more than five indicators, and COINr lists others of them first; it leaves
   * out the very last one, freedom of the press (51st).
   */
  @Test
  void strengthsAndWeaknessesHaveThoseRanks() {
    UnitProfile china =
        at(by(UnitProfile.of(PERIOD, 49, UnitProfile.Basis.PANEL), UnitProfile::unit), "CHN");

    assertStandings(AsemEdition.lines("out_str_CHN.csv"), china.strengths());
    List<NamedCsvRecord> worstFirst = new ArrayList<>(AsemEdition.lines("out_weak_CHN.csv"));
    java.util.Collections.reverse(worstFirst);
    assertThat(china.weaknesses().get(0).indicator()).isEqualTo("FreePress");
    assertStandings(worstFirst, china.weaknesses().subList(1, china.weaknesses().size()));
  }

  private static void assertStandings(
      List<NamedCsvRecord> expected, List<UnitProfile.Standing> found) {
    Map<String, UnitProfile.Standing> standings = by(found, UnitProfile.Standing::indicator);
    assertThat(expected).hasSize(5);
    for (int i = 0; i < expected.size(); i++) {
      NamedCsvRecord line = expected.get(i);
      UnitProfile.Standing standing = at(standings, line.getField("Code"));
      assertThat(found.get(i).rank()).isEqualTo(count(line, "Rank"));
      assertThat(standing.rank()).isEqualTo(count(line, "Rank"));
      assertThat(standing.parent()).isEqualTo(line.getField("Pillar"));
      // COINr shows three significant digits.
      double value = number(line, "Value");
      assertThat(standing.value()).isCloseTo(value, within(Math.abs(value) * 5e-3));
      assertThat(standing.unitOfMeasure()).isEqualTo(line.getField("Unit"));
    }
  }

  @Test
  void inTheCommonScaleStrengthsAreWhatTheIndexCounts() {
    UnitProfile china =
        at(by(UnitProfile.of(PERIOD, 3, UnitProfile.Basis.COMMON_SCALE), UnitProfile::unit), "CHN");

    // First in services traded, but not for its size.
    assertThat(china.strengths())
        .extracting(UnitProfile.Standing::indicator)
        .containsExactly("Ship", "Embs", "TIRcon");
    assertThat(china.weaknesses()).allMatch(standing -> standing.rank() >= 49);
  }

  @Test
  void ranksWithinGroupsAreThose() {
    Map<String, Integer> found = new HashMap<>();
    Set<String> nodes = new TreeSet<>();
    for (GroupRank rank : GroupRank.of(PERIOD)) {
      if (rank.grouping().equals("EurAsia_group")) {
        found.put(rank.unit() + ">" + rank.node(), rank.rank());
        nodes.add(rank.node());
      }
    }
    assertThat(nodes).hasSize(11);
    for (NamedCsvRecord line : AsemEdition.lines("out_results_groupranks_EurAsia.csv")) {
      for (String node : nodes) {
        assertThat(found.get(line.getField("uCode") + ">" + node)).isEqualTo(count(line, node));
      }
    }
  }

  @Test
  void aUnitIsLikeItsNeighbours() {
    UnitProfile china =
        at(by(UnitProfile.of(PERIOD, 3, UnitProfile.Basis.COMMON_SCALE), UnitProfile::unit), "CHN");

    assertThat(china.similar()).hasSize(3);
    assertThat(china.similar().get(0).distance())
        .isLessThanOrEqualTo(china.similar().get(2).distance());
    assertThat(china.similar()).noneMatch(similar -> similar.unit().equals("CHN"));
  }
}
