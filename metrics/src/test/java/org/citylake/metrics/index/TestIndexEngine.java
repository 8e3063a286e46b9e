package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.metrics.index.NodeScore.Status;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;
import org.junit.jupiter.api.Test;

class TestIndexEngine {
  private static Editions flat() {
    return Editions.edition().root("top").node("x", "top", 1).node("y", "top", 3);
  }

  private static Editions attainment() {
    return flat()
        .normalise("target-attainment", Map.of("cap", 100))
        .peerGroup("all", "a", "b", "c")
        .minimumUnits(3);
  }

  private static NodeScore find(IndexResult result, String unit, String node) {
    return result
        .scores()
        .filter(s -> s.unit().equals(unit) && s.node().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private static TracePoint find(IndexResult result, Stage stage, String unit, String code) {
    return result
        .trace()
        .filter(p -> p.stage() == stage && p.unit().equals(unit) && p.indicator().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void attainmentIsValueOverTargetAndMirroredWhereLowerIsBetter() {
    Panel panel =
        Panels.of(
            """
            a x 75  100 higher
            a y 120 100 lower
            b x 130 100 higher
            b y 250 100 lower
            """);

    IndexResult result = IndexEngine.score(attainment().build(), panel);

    // a: (1 x 75 + 3 x 80) / 4 = 78.75; b: 130 is cut to 100, 2 - 2.5 to 0: (100 + 0) / 4 = 25
    assertThat(find(result, "a", "top").score()).isEqualTo(78.75);
    assertThat(find(result, "b", "top").score()).isEqualTo(25.0);
    assertThat(find(result, Stage.NORMALISED, "b", "x").status()).isEqualTo("clipped");
    assertThat(find(result, Stage.NORMALISED, "a", "y").value()).isEqualTo(80.0);
    assertThat(find(result, Stage.RAW, "a", "y").evidence())
        .containsExactly("city.observation?source_key=ay");
    assertThat(find(result, Stage.WEIGHTED, "a", "y").value()).isEqualTo(60.0);
    assertThat(find(result, Stage.AGGREGATED, "a", "top").value()).isEqualTo(78.75);
  }

  @Test
  void aSyntheticValueIsMissingWhereTheEditionRefusesSuch() {
    Panel panel =
        Panel.of(
            List.of(
                datum("a", "x", 50, "reported"),
                datum("a", "y", 100, "synthetic"),
                datum("b", "x", 80, "synthetic"),
                datum("b", "y", 90, "synthetic")));

    IndexResult accepted = IndexEngine.score(attainment().build(), panel);
    IndexResult refused = IndexEngine.score(attainment().refuseSynthetic().build(), panel);

    // (1 x 50 + 3 x 100) / 4 = 87.5, three quarters of it made up; without these x alone.
    assertThat(find(accepted, "a", "top").score()).isEqualTo(87.5);
    assertThat(find(accepted, "a", "top").weightSynthetic()).isEqualTo(0.75);
    assertThat(find(refused, "a", "top").score()).isEqualTo(50.0);
    assertThat(find(refused, "a", "top").weightSynthetic()).isZero();
    assertThat(find(refused, "a", "top").reason()).startsWith("synthetic-refused: y; ");
    assertThat(find(refused, "b", "top").score()).isNull();
    assertThat(find(refused, "b", "top").reason()).isEqualTo("synthetic-refused: x, y");
    TracePoint raw = find(refused, Stage.RAW, "a", "y");
    assertThat(raw.value()).isNull();
    assertThat(raw.status()).isEqualTo("synthetic_refused");
    assertThat(raw.evidence()).containsExactly("metric.indicator_value?of=ay");
  }

  @Test
  void nothingIsFilledInByARefusedValueNorMultipliedByOne() {
    Panel panel =
        Panel.of(
            List.of(
                datum("a", "x", 50, "reported"),
                datum("b", "x", 10, "synthetic"),
                datum("c", "x", 70, "reported"),
                datum("a", "k", 0.5, "synthetic"),
                datum("b", "k", 1, "reported"),
                datum("c", "k", 1, "reported")));
    Editions edition =
        Editions.edition()
            .root("top")
            .node("x", "top", 1)
            .normalise("none", Map.of())
            .step("impute", "column-mean", Map.of())
            .step(
                "coefficient",
                "multiply",
                Map.of("indicator", "k", "minimum", 0, "maximum", 1, "missing", "unscored"))
            .refuseSynthetic();

    IndexResult result = IndexEngine.score(edition.build(), panel);

    assertThat(find(result, "a", "top").score()).isNull();
    assertThat(find(result, "a", "top").reason()).startsWith("no-coefficient");
    assertThat(find(result, "b", "top").score()).isEqualTo(60.0);
  }

  private static Datum datum(String unit, String indicator, double value, String status) {
    return new Datum(
        unit,
        "2015",
        indicator,
        value,
        status,
        100.0,
        Direction.HIGHER,
        List.of("metric.indicator_value?of=" + unit + indicator));
  }

  @Test
  void whatIsMissingIsNamedAndTheRestIsWeightedAgain() {
    Panel panel = Panels.of("a x 75 100\na y 80 -\nb x - 100\nb y 1 0");

    IndexResult result = IndexEngine.score(attainment().build(), panel);

    NodeScore partial = find(result, "a", "top");
    assertThat(partial.score()).isEqualTo(75.0);
    assertThat(partial.status()).isEqualTo(Status.PARTIAL);
    assertThat(partial.weightAvailable()).isEqualTo(0.25);
    assertThat(partial.reason()).isEqualTo("no-target: y; unranked: 1 of at least 3 scored units");
    NodeScore unscored = find(result, "b", "top");
    assertThat(unscored.score()).isNull();
    assertThat(unscored.status()).isEqualTo(Status.UNSCORED);
    assertThat(unscored.weightAvailable()).isZero();
    assertThat(unscored.reason()).isEqualTo("no-value: x; target-not-positive: y");
    assertThat(find(result, "c", "top").reason()).isEqualTo("no-value: x, y");
    assertThat(find(result, Stage.WEIGHTED, "c", "x").value()).isNull();
  }

  @Test
  void aUnitWithAnythingMissingIsUnscoredWhereTheEditionSaysSo() {
    Panel panel = Panels.of("a x 75 100\na y 80 -");

    IndexResult result =
        IndexEngine.score(
            attainment().aggregate("arithmetic-mean", Map.of("missing", "unscored")).build(),
            panel);

    assertThat(find(result, "a", "top").status()).isEqualTo(Status.UNSCORED);
    assertThat(find(result, "a", "top").weightAvailable()).isEqualTo(0.25);
  }

  @Test
  void anEmptyPanelLeavesEveryUnitUnscoredInTheDataPeriod() {
    IndexResult result = IndexEngine.score(attainment().build(), Panel.of(List.of()));

    assertThat(result.scores())
        .hasSize(9)
        .allMatch(s -> s.status() == Status.UNSCORED && s.timePeriod().equals("2015"));
  }

  @Test
  void tiesShareTheLowerRankWithinThePeerGroup() {
    Panel panel = Panels.of("a x 1\nb x 5\nc x 5\nd x 9\ne x 9\na y 1\nb y 5\nc y 5\nd y 9\ne y 9");

    IndexResult result =
        IndexEngine.score(
            flat()
                .units("a", "b", "c", "d", "e")
                .peerGroup("north", "a", "b", "c")
                .peerGroup("south", "d")
                .build(),
            panel);

    assertThat(find(result, "b", "top").rank()).isEqualTo(1);
    assertThat(find(result, "c", "top").rank()).isEqualTo(1);
    assertThat(find(result, "a", "top").rank()).isEqualTo(3);
    assertThat(find(result, "d", "top").rank()).isNull();
    assertThat(find(result, "d", "top").reason())
        .isEqualTo("unranked: 1 of at least 2 scored units");
    assertThat(find(result, "e", "top").reason()).isEqualTo("unranked: in no peer group");
    assertThat(find(result, "e", "top").peerGroup()).isNull();
  }

  @Test
  void weightsMultiplyDownTheTreeAndTheTraceSumsToEveryScore() {
    Panel panel = Panels.of("a x 1\nb x 2\nc x 4\na y 3\nb y 1\nc y 2\na z 7\nb z 3\nc z 1");

    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .node("p", "top", 35)
                .node("x", "p", 0.1)
                .node("y", "p", 0.2)
                .node("z", "top", 65)
                .build(),
            panel);

    assertThat(find(result, "a", "y").weight()).isCloseTo(0.35 * 2 / 3, within(1e-15));
    assertThat(find(result, "a", "y").level()).isEqualTo(2);
    for (String unit : List.of("a", "b", "c")) {
      assertSum(result, unit, "p", "x", "y");
      assertSum(result, unit, "top", "p", "z");
    }
    // b: x = 100/3, y = 0, z = 100/3: p = 100/9, top = .35 x 100/9 + .65 x 100/3
    assertThat(find(result, "b", "top").score())
        .isCloseTo(0.35 * 100 / 9 + 0.65 * 100 / 3, within(1e-12));
  }

  private static void assertSum(IndexResult result, String unit, String node, String... children) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String child : children) {
      Double part = find(result, Stage.WEIGHTED, unit, child).value();
      sum = sum.add(new BigDecimal(part == null ? 0 : part));
    }
    assertThat(find(result, unit, node).score()).isEqualTo(sum.doubleValue());
  }

  @Test
  void aGeometricMeanIsTheRootOfTheProduct() {
    Panel panel = Panels.of("a x 20 100\na y 80 100");

    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .node("x", "top", 1)
                .node("y", "top", 1)
                .normalise("target-attainment", Map.of())
                .aggregate("geometric-mean", Map.of())
                .build(),
            panel);

    assertThat(find(result, "a", "top").score()).isCloseTo(40, within(1e-12));
  }

  @Test
  void aZeroUnderAGeometricMeanIsNamed() {
    Panel panel = Panels.of("a x 1\nb x 2\na y 1\nb y 2");

    assertThatThrownBy(
            () -> IndexEngine.score(flat().aggregate("geometric-mean", Map.of()).build(), panel))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("[value-not-positive]")
        .hasMessageContaining("(a 2015 x = 0.0)")
        .hasMessageContaining("(a 2015 y = 0.0)");
  }

  @Test
  void aConstantColumnUnderMinMaxIsNamed() {
    Panel panel = Panels.of("a x 7\nb x 7\na y 1\nb y 2");

    assertThatThrownBy(() -> IndexEngine.score(flat().build(), panel))
        .hasMessageContaining("[constant-column]")
        .hasMessageContaining("(x = 7.0 in 2015)");
  }

  @Test
  void allFaultsOfAnEditionAreNamedAtOnce() {
    assertThatThrownBy(
            () ->
                IndexEngine.score(
                    Editions.edition()
                        .root("top")
                        .node("p", "q", 1)
                        .node("q", "p", 1)
                        .node("x", "topp", 1)
                        .node("y", "top", 0)
                        .node("y", "top", 1)
                        .units("a", "a", "b")
                        .peerGroup("all", "a", "bb")
                        .normalise("min-mx", Map.of())
                        .aggregate("arithmetic-mean", Map.of("mising", "renormalise"))
                        .step("wieght", "given", Map.of())
                        .build(),
                    Panel.of(List.of())))
        .hasMessageContaining("no method 'min-mx'; did you mean 'min-max'?")
        .hasMessageContaining("no parameter 'mising'; did you mean 'missing'?")
        .hasMessageContaining("no step 'wieght'; did you mean 'weight'?")
        .hasMessageContaining("[cycle] The tree has a cycle (p > q)")
        .hasMessageContaining("[orphan]")
        .hasMessageContaining("did you mean 'top'?")
        .hasMessageContaining("[weight-not-positive]")
        .hasMessageContaining("[node-twice]")
        .hasMessageContaining("[unit-twice]")
        .hasMessageContaining("[unknown-unit]");
  }

  @Test
  void aPanelThatDoesNotFitIsRefusedUnlessRestricted() {
    Panel panel = Panels.of("a x 1\nb x 2\nzz x 3\na y 1\nb y 2\na yy 3");

    assertThatThrownBy(() -> IndexEngine.score(flat().build(), panel))
        .hasMessageContaining("[unknown-unit]")
        .hasMessageContaining("[unknown-indicator]")
        .hasMessageContaining("did you mean 'y'?");
    assertThat(
            IndexEngine.score(flat().build(), IndexEngine.compile(flat().build()).restrict(panel))
                .scores())
        .hasSize(9);
  }

  @Test
  void aPanelNamesWhatComesTwiceAndWhatIsNoNumber() {
    assertThatThrownBy(() -> Panels.of("a x 1\na x 2\nb x NaN\nb y 1 Infinity"))
        .hasMessageContaining("[unit-twice] The panel has this datum twice ([a, 2015, x])")
        .hasMessageContaining("([b, 2015, x] = NaN)")
        .hasMessageContaining("([b, 2015, y] = Infinity)");
  }

  @Test
  void theWidestRangeDoesNotOverflow() {
    Panel panel = Panels.of("a x -1.7e308\nb x 1.7e308\nc x 0\na y 1\nb y 2\nc y 1.5");

    IndexResult result = IndexEngine.score(flat().build(), panel);

    assertThat(find(result, "c", "top").score()).isEqualTo(50.0);
  }
}
