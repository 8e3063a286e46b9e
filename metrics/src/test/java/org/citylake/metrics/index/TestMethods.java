package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method on a few numbers that can be worked by hand. */
class TestMethods {
  /** Measure of a leaf: reference 8, target 10, goalposts 0 and 10. */
  private static final Measure MEASURE =
      new Measure(
          Optional.empty(),
          "",
          OptionalDouble.of(8),
          OptionalDouble.of(10),
          OptionalDouble.of(0),
          OptionalDouble.of(10),
          Optional.empty(),
          1);

  private static Panel panel(Direction direction, String period, @Nullable Double... values) {
    List<Datum> data = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      data.add(
          new Datum(
              "u" + i,
              period,
              "x",
              values[i],
              values[i] == null ? "missing" : "reported",
              null,
              direction,
              List.of()));
    }
    return Panel.of(data);
  }

  private static List<@Nullable Double> normalised(
      String method,
      Map<String, Object> parameters,
      Direction direction,
      @Nullable Double... values) {
    String[] units = new String[values.length];
    Arrays.setAll(units, i -> "u" + i);
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .leaf("x", "top", 1, MEASURE)
                .units(units)
                .normalise(method, parameters)
                .build(),
            panel(direction, "2015", values));
    List<@Nullable Double> found = new ArrayList<>();
    var column = result.findStage(Stage.NORMALISED).orElseThrow().columns().get(0);
    for (int row = 0; row < column.size(); row++) {
      found.add(column.has(row) ? column.value(row) : null);
    }
    return found;
  }

  static Stream<Arguments> normalisations() {
    return Stream.of(
        // values 2, 4, 12 and one that is missing
        arguments("min-max", Map.of(), Direction.HIGHER, List.of(0.0, 20.0, 100.0)),
        arguments("min-max", Map.of("low", 1), Direction.LOWER, List.of(100.0, 80.2, 1.0)),
        arguments("goalposts", Map.of(), Direction.HIGHER, List.of(20.0, 40.0, 100.0)),
        arguments("goalposts", Map.of("clip", false), Direction.LOWER, List.of(80.0, 60.0, -20.0)),
        arguments("goalposts", Map.of("scale", 1), Direction.HIGHER, List.of(0.2, 0.4, 1.0)),
        arguments("scaled", Map.of("high", 8), Direction.HIGHER, List.of(25.0, 50.0, 150.0)),
        arguments("distance-to-maximum", Map.of(), Direction.LOWER, List.of(1.0, 0.8, 0.0)),
        arguments(
            "distance-to-reference",
            Map.of("unit", "u1"),
            Direction.HIGHER,
            List.of(0.0, 1.0, 5.0)),
        arguments(
            "distance-to-reference",
            Map.of("unit", "u1", "cap", true),
            Direction.HIGHER,
            List.of(0.0, 1.0, 1.0)),
        arguments("distance-to-target", Map.of(), Direction.HIGHER, List.of(0.0, 0.25, 1.25)),
        arguments("distance-to-target", Map.of(), Direction.LOWER, List.of(5.0, 4.0, 0.0)),
        arguments("target-attainment", Map.of(), Direction.HIGHER, List.of(20.0, 40.0, 100.0)),
        arguments(
            "target-attainment", Map.of("cap", 500), Direction.LOWER, List.of(180.0, 160.0, 80.0)),
        arguments("reference-ratio", Map.of(), Direction.HIGHER, List.of(25.0, 50.0, 150.0)),
        arguments(
            "reference-ratio",
            Map.of("maximum", 100),
            Direction.LOWER,
            List.of(100.0, 100.0, 50.0)),
        arguments(
            "reference-ratio", Map.of("unit", "u1"), Direction.HIGHER, List.of(50.0, 100.0, 300.0)),
        arguments(
            "fraction-of-maximum", Map.of("scale", 12), Direction.HIGHER, List.of(2.0, 4.0, 12.0)),
        arguments(
            "fraction-of-maximum", Map.of("scale", 6), Direction.LOWER, List.of(6.0, 3.0, 1.0)),
        arguments("rank", Map.of(), Direction.HIGHER, List.of(1.0, 2.0, 3.0)),
        arguments("rank", Map.of(), Direction.LOWER, List.of(3.0, 2.0, 1.0)),
        arguments("borda", Map.of(), Direction.HIGHER, List.of(0.0, 1.0, 2.0)),
        arguments("percentile-rank", Map.of(), Direction.HIGHER, List.of(0.0, 0.5, 1.0)),
        arguments(
            "base-period-ratio",
            Map.of("period", "2015"),
            Direction.HIGHER,
            List.of(100.0, 100.0, 100.0)),
        arguments("none", Map.of("scale", 2), Direction.HIGHER, List.of(4.0, 8.0, 24.0)),
        arguments("none", Map.of(), Direction.LOWER, List.of(-2.0, -4.0, -12.0)));
  }

  @ParameterizedTest
  @MethodSource("normalisations")
  void aNormalisationGivesWhatItsFormulaSays(
      String method, Map<String, Object> parameters, Direction direction, List<Double> expected) {
    List<@Nullable Double> found = normalised(method, parameters, direction, 2.0, 4.0, 12.0, null);

    assertThat(found).hasSize(4);
    for (int i = 0; i < 3; i++) {
      assertThat(found.get(i)).isCloseTo(expected.get(i), within(1e-12));
    }
    assertThat(found.get(3)).isNull();
  }

  @Test
  void zScoresHaveTheMeanAndDeviationAskedFor() {
    List<@Nullable Double> found =
        normalised(
            "z-score", Map.of("mean", 100, "deviation", 10), Direction.HIGHER, 2.0, 4.0, 9.0);

    // mean 5, deviation sqrt((9 + 1 + 16) / 2) = sqrt(13)
    assertThat(found.get(0)).isCloseTo(100 - 30 / Math.sqrt(13), within(1e-12));
    assertThat(found.get(2)).isCloseTo(100 + 40 / Math.sqrt(13), within(1e-12));
  }

  static Stream<Arguments> aggregations() {
    // a unit with x = 20 (weight 1) and y = 80 (weight 3)
    return Stream.of(
        arguments("arithmetic-mean", Map.of(), 65.0),
        arguments("geometric-mean", Map.of(), Math.pow(20, 0.25) * Math.pow(80, 0.75)),
        arguments("harmonic-mean", Map.of(), 1 / (0.25 / 20 + 0.75 / 80)),
        arguments("power-mean", Map.of("exponent", 2), Math.sqrt(0.25 * 400 + 0.75 * 6400)),
        arguments("power-mean", Map.of("exponent", 1), 65.0),
        arguments("weighted-sum", Map.of(), 260.0),
        arguments("weighted-product", Map.of(), 20.0 * 80 * 80 * 80),
        arguments("minimum", Map.of(), 20.0),
        arguments("maximum", Map.of(), 80.0),
        arguments("owa", Map.of("position-weights", List.of(0.25, 0.75)), 35.0),
        arguments("mpi", Map.of("spread", "population"), 50 - 900.0 / 50),
        arguments("ampi", Map.of("penalty", "up"), 50 + 900.0 / 50));
  }

  @ParameterizedTest
  @MethodSource("aggregations")
  void anAggregationGivesWhatItsFormulaSays(
      String method, Map<String, Object> parameters, double expected) {
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .node("x", "top", 1)
                .node("y", "top", 3)
                .normalise("none", Map.of())
                .aggregate(method, parameters)
                .build(),
            Panels.of("a x 20\na y 80"));

    assertThat(top(result, "a")).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void methodsThatCompareUnitsKnowTheBestAndTheWorst() {
    for (String method : List.of("copeland", "outranking", "topsis", "benefit-of-the-doubt")) {
      IndexResult result =
          IndexEngine.score(
              Editions.edition()
                  .root("top")
                  .node("x", "top", 1)
                  .node("y", "top", 1)
                  .normalise("none", Map.of())
                  .aggregate(method, Map.of())
                  .build(),
              Panels.of("a x 9\na y 9\nb x 5\nb y 6\nc x 1\nc y 2"));

      assertThat(top(result, "a")).as(method).isGreaterThan(top(result, "b"));
      assertThat(top(result, "b")).as(method).isGreaterThan(top(result, "c"));
    }
  }

  static Stream<Arguments> imputations() {
    return Stream.of(
        arguments("column-mean", Map.of(), 6.0),
        arguments("column-median", Map.of(), 5.0),
        arguments("group-mean", Map.of("group", "peer-groups"), 7.0),
        arguments("group-median", Map.of("group", "peer-groups"), 7.0),
        arguments("group-minimum", Map.of("group", "peer-groups"), 4.0),
        arguments("value", Map.of("value", 3.5), 3.5));
  }

  @ParameterizedTest
  @MethodSource("imputations")
  void whatIsMissingIsFilledAndMarked(
      String method, Map<String, Object> parameters, double expected) {
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .leaf("x", "top", 1, MEASURE)
                .units("u0", "u1", "u2", "u3", "u4")
                .peerGroup("one", "u0", "u4")
                .peerGroup("two", "u1", "u2", "u3")
                .step("impute", method, parameters)
                .normalise("none", Map.of())
                .build(),
            panel(Direction.HIGHER, "2015", 4.0, 4.0, 10.0, null, 6.0));

    var imputed = result.findStage(Stage.IMPUTED).orElseThrow().columns().get(0);
    assertThat(imputed.value(3)).isCloseTo(expected, within(1e-12));
    assertThat(imputed.status(3)).isEqualTo(Status.IMPUTED);
    assertThat(imputed.status(0)).isEqualTo(Status.REPORTED);
    assertThat(score(result, "u3", "top").weightImputed()).isEqualTo(1.0);
    assertThat(score(result, "u0", "top").weightImputed()).isZero();
  }

  @Test
  void theWorstOfTheGroupIsTheGreatestWhereLowerIsBetter() {
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .leaf("x", "top", 1, MEASURE)
                .units("u0", "u1", "u2")
                .peerGroup("all", "u0", "u1", "u2")
                .step("impute", "group-minimum", Map.of("group", "peer-groups"))
                .normalise("none", Map.of())
                .build(),
            panel(Direction.LOWER, "2015", 3.0, 8.0, null));

    assertThat(result.findStage(Stage.IMPUTED).orElseThrow().columns().get(0).value(2))
        .isEqualTo(8.0);
  }

  @Test
  void aLeafAndANodeMayHaveMethodsOfTheirOwn() {
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .own("p", "top", "aggregate", "geometric-mean", Map.of())
                .node("x", "p", 1)
                .node("y", "p", 1)
                .own("z", "top", "normalise", "goalposts", Map.of("low", 0, "high", 10))
                .normalise("none", Map.of())
                .build(),
            Panels.of("a x 4\na y 9\na z 5"));

    assertThat(result.compiled().tree().nodes()).hasSize(5);
    assertThat(score(result, "a", "p").score()).isCloseTo(6.0, within(1e-12));
    assertThat(top(result, "a")).isCloseTo((6.0 + 50) / 2, within(1e-12));
  }

  @Test
  void aLevelMayHaveAMethodOfItsOwn() {
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .node("p", "top", 1)
                .node("q", "top", 1)
                .node("x", "p", 1)
                .node("y", "p", 1)
                .node("z", "q", 1)
                .normalise("none", Map.of())
                .aggregate(
                    "arithmetic-mean",
                    Map.of("levels", Map.of("0", Map.of("method", "geometric-mean"))))
                .build(),
            Panels.of("a x 2\na y 6\na z 9"));

    assertThat(score(result, "a", "p").score()).isEqualTo(4.0);
    assertThat(top(result, "a")).isCloseTo(6.0, within(1e-12));
  }

  @Test
  void whatDoesNotApplyGivesItsWeightAwayAndIsNotMissing() {
    List<Datum> data =
        List.of(
            new Datum("a", "2015", "x", 10.0, "reported", null, Direction.HIGHER, List.of()),
            new Datum("a", "2015", "y", null, "not_applicable", null, Direction.HIGHER, List.of()));

    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .node("x", "top", 1)
                .node("y", "top", 3)
                .units("a")
                .normalise("none", Map.of())
                .step("impute", "value", Map.of("value", 99))
                .aggregate("arithmetic-mean", Map.of("missing", "unscored"))
                .build(),
            Panel.of(data));

    NodeScore top = score(result, "a", "top");
    assertThat(top.score()).isEqualTo(10.0);
    assertThat(top.weightAvailable()).isEqualTo(1.0);
    assertThat(top.status()).isEqualTo(NodeScore.Status.SCORED);
    assertThat(top.reason()).startsWith("not-applicable: y");
    assertThat(score(result, "a", "y").score()).isNull();
  }

  @Test
  void tooLittleThatWasReportedLeavesTheUnitUnscored() {
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .node("p", "top", 1)
                .node("x", "p", 7)
                .node("y", "p", 3)
                .node("z", "top", 1)
                .units("a", "b")
                .step("impute", "column-mean", Map.of())
                .normalise("none", Map.of())
                .aggregate(
                    "arithmetic-mean", Map.of("minimum-reported", 0.8, "minimum-reported-level", 1))
                .build(),
            Panels.of("a x 1\na z 1\nb x 2\nb y 3\nb z 1"));

    assertThat(score(result, "a", "p").score()).isNull();
    assertThat(score(result, "a", "p").reason()).startsWith("under-reported");
    assertThat(score(result, "a", "top").status()).isEqualTo(NodeScore.Status.UNSCORED);
    assertThat(top(result, "b")).isEqualTo((2.0 * 0.7 + 3 * 0.3 + 1) / 2);
  }

  @Test
  void aCoefficientMultipliesTheTopAndHasBounds() {
    Editions edition =
        Editions.edition()
            .root("top")
            .node("x", "top", 1)
            .units("a", "b")
            .normalise("none", Map.of())
            .step(
                "coefficient", "multiply", Map.of("indicator", "k", "minimum", 0.9, "maximum", 1));

    IndexResult result = IndexEngine.score(edition.build(), Panels.of("a x 50\nb x 40\na k 0.95"));

    assertThat(top(result, "a")).isEqualTo(47.5);
    assertThat(score(result, "b", "top").score()).isNull();
    assertThat(score(result, "b", "top").reason()).startsWith("no-coefficient");
    assertThatThrownBy(
            () -> IndexEngine.score(edition.build(), Panels.of("a x 50\nb x 40\na k 0.5")))
        .hasMessageContaining("[coefficient-out-of-bounds]")
        .hasMessageContaining("a 2015 k = 0.5");
  }

  @Test
  void unitsWithTooLittleDataAreScreenedOut() {
    IndexResult result =
        IndexEngine.score(
            Editions.edition()
                .root("top")
                .node("x", "top", 1)
                .node("y", "top", 1)
                .node("z", "top", 1)
                .step("screen", "availability-and-non-zero", Map.of("exclude", List.of("c")))
                .normalise("none", Map.of())
                .build(),
            Panels.of("a x 1\na y 1\nb x 1\nc x 1\nc y 1\nc z 1"));

    assertThat(top(result, "a")).isEqualTo(1.0);
    assertThat(score(result, "b", "top").reason()).isEqualTo("screened-out: x, y, z");
    assertThat(score(result, "c", "top").score()).isNull();
  }

  @Test
  void weightsThatHaveToSumAndDoNotAreNamed() {
    assertThatThrownBy(
            () ->
                IndexEngine.score(
                    Editions.edition()
                        .root("top")
                        .node("x", "top", 0.5)
                        .node("y", "top", 0.4)
                        .normalise("none", Map.of())
                        .step("weight", "given", Map.of("must-sum", 1))
                        .build(),
                    Panels.of("a x 1\na y 1")))
        .hasMessageContaining("[weights-do-not-sum]")
        .hasMessageContaining("top: 0.9");
  }

  @Test
  void judgementsGiveWeightsUnlessTheyContradictEachOther() {
    Panel panel = Panels.of("a x 10\na y 20\na z 40");
    Editions edition =
        Editions.edition()
            .root("top")
            .node("x", "top", 1)
            .node("y", "top", 1)
            .node("z", "top", 1)
            .units("a")
            .normalise("none", Map.of());

    IndexResult result =
        IndexEngine.score(
            edition
                .step(
                    "weight",
                    "ahp",
                    Map.of(
                        "judgements",
                        Map.of(
                            "top",
                            List.of(List.of(1, 2, 4), List.of(0.5, 1, 2), List.of(0.25, 0.5, 1)))))
                .build(),
            panel);

    assertThat(top(result, "a")).isCloseTo((4 * 10 + 2 * 20 + 40) / 7.0, within(1e-9));
    assertThatThrownBy(
            () ->
                IndexEngine.score(
                    edition
                        .step(
                            "weight",
                            "ahp",
                            Map.of(
                                "judgements",
                                Map.of(
                                    "top",
                                    List.of(
                                        List.of(1, 9, 0.111111),
                                        List.of(0.111111, 1, 9),
                                        List.of(9, 0.111111, 1)))))
                        .build(),
                    panel))
        .hasMessageContaining("[judgements-inconsistent]");
  }

  @Test
  void everyWeightingFromTheDataGivesWeightsThatSumToOne() {
    Panel panel =
        Panels.of(
            "a x 1\nb x 2\nc x 4\nd x 3\na y 2\nb y 3\nc y 5\nd y 5\na z 1\nb z 5\nc z 6\nd z 4");
    for (String method : List.of("entropy", "critic", "first-component", "factor-analysis")) {
      IndexResult result =
          IndexEngine.score(
              Editions.edition()
                  .root("top")
                  .node("x", "top", 1)
                  .node("y", "top", 1)
                  .node("z", "top", 1)
                  .units("a", "b", "c", "d")
                  .step("weight", method, Map.of())
                  .build(),
              panel);

      assertThat(result.compiled().tree().leaves().stream().mapToDouble(result::weight).sum())
          .as(method)
          .isCloseTo(1, within(1e-12));
    }
  }

  private static double top(IndexResult result, String unit) {
    Double score = score(result, unit, "top").score();
    if (score == null) {
      throw new AssertionError(unit + " is unscored");
    }
    return score;
  }

  private static NodeScore score(IndexResult result, String unit, String node) {
    return result
        .scores()
        .filter(s -> s.unit().equals(unit) && s.node().equals(node))
        .findFirst()
        .orElseThrow();
  }
}
