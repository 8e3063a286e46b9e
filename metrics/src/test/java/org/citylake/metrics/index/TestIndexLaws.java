package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.panel.Status;
import org.junit.jupiter.api.Test;

/** Laws that hold for every panel and every edition. */
class TestIndexLaws {
  private static final int UNITS = 6;
  private static final int INDICATORS = 5;

  /** Values (null is missing), weights and a seed for shuffling. */
  record Case(List<Double> values, List<Double> weights, long seed) {
    double value(int unit, int indicator) {
      return values.get(unit * INDICATORS + indicator);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Double> values = Arbitraries.doubles().between(-1000, 1000).ofScale(6);
    Arbitrary<Double> weights = Arbitraries.doubles().between(0.001, 50).ofScale(4);
    return Combinators.combine(
            values.list().ofSize(UNITS * INDICATORS),
            weights.list().ofSize(INDICATORS + 2),
            Arbitraries.longs())
        .as(Case::new)
        .filter(TestIndexLaws::spread);
  }

  private static boolean spread(Case given) {
    for (int i = 0; i < INDICATORS; i++) {
      int indicator = i;
      if (java.util.stream.IntStream.range(0, UNITS)
              .mapToObj(u -> given.value(u, indicator))
              .distinct()
              .count()
          < 2) {
        return false;
      }
    }
    return true;
  }

  private static EditionDeclaration edition(Case given, boolean shuffled) {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    List<String> units = new ArrayList<>(List.of("u0", "u1", "u2", "u3", "u4", "u5"));
    if (shuffled) {
      Collections.shuffle(order, new Random(given.seed()));
      Collections.shuffle(units, new Random(given.seed() + 1));
    }
    Editions edition = Editions.edition().root("top");
    edition.node("p", "top", given.weights().get(5)).node("q", "top", given.weights().get(6));
    for (int i : order) {
      edition.node("i" + i, i < 3 ? "p" : "q", given.weights().get(i));
    }
    return edition
        .units(units.toArray(String[]::new))
        .peerGroup("all", units.toArray(String[]::new))
        .build();
  }

  private static List<Datum> data(Case given) {
    List<Datum> data = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      for (int i = 0; i < INDICATORS; i++) {
        data.add(
            new Datum(
                "u" + u,
                "2015",
                "i" + i,
                given.value(u, i),
                "reported",
                null,
                i % 2 == 0 ? Direction.HIGHER : Direction.LOWER,
                List.of()));
      }
    }
    return data;
  }

  private static Map<String, NodeScore> byKey(IndexResult result) {
    return result.scores().collect(Collectors.toMap(s -> s.unit() + " " + s.node(), s -> s));
  }

  @Property(tries = 300)
  void orderOfUnitsIndicatorsAndDataChangesNotABit(@ForAll("cases") Case given) {
    List<Datum> shuffled = new ArrayList<>(data(given));
    Collections.shuffle(shuffled, new Random(given.seed() + 2));

    IndexResult straight = IndexEngine.score(edition(given, false), Panel.of(data(given)));
    IndexResult mixed = IndexEngine.score(edition(given, true), Panel.of(shuffled));

    assertThat(byKey(mixed)).isEqualTo(byKey(straight));
    assertThat(mixed.trace()).containsExactlyInAnyOrderElementsOf(straight.trace().toList());
  }

  @Property(tries = 300)
  void theTraceSumsToEveryScoreExactlyAndWeightsToOne(@ForAll("cases") Case given) {
    IndexResult result = IndexEngine.score(edition(given, false), Panel.of(data(given)));

    Map<String, String> parents = new HashMap<>();
    for (Node node : edition(given, false).nodes()) {
      node.parent().ifPresent(parent -> parents.put(node.code(), parent));
    }
    Map<String, BigDecimal> sums = new HashMap<>();
    for (TracePoint point : result.trace().toList()) {
      if (point.stage() == Stage.WEIGHTED) {
        sums.merge(
            point.unit() + " " + parents.get(point.indicator()),
            new BigDecimal(Objects.requireNonNull(point.value())),
            BigDecimal::add);
      }
    }
    Map<String, NodeScore> scores = byKey(result);
    assertThat(sums).hasSize(UNITS * 3);
    sums.forEach(
        (key, sum) ->
            assertThat(sum.doubleValue())
                .isEqualTo(Objects.requireNonNull(scores.get(key)).score()));
    double leaves =
        result
            .scores()
            .filter(s -> s.unit().equals("u0") && s.level() == 2)
            .mapToDouble(NodeScore::weight)
            .sum();
    assertThat(leaves).isBetween(1 - 1e-14, 1 + 1e-14);
    assertThat(result.scores())
        .allMatch(s -> s.weightAvailable() == 1 && s.score() != null && s.score() <= 100.0000001);
  }

  @Property(tries = 300)
  void aBetterValueNeverGivesALowerScore(
      @ForAll("cases") Case given,
      @ForAll @IntRange(max = UNITS - 1) int unit,
      @ForAll @IntRange(max = INDICATORS - 1) int indicator) {
    EditionDeclaration fixed = attainment(edition(given, false));
    List<Datum> before = withTargets(data(given));
    List<Datum> after = new ArrayList<>(before);
    Datum old = before.get(unit * INDICATORS + indicator);
    double better =
        Objects.requireNonNull(old.value()) + (old.direction() == Direction.HIGHER ? 13 : -13);
    after.set(
        unit * INDICATORS + indicator,
        new Datum(
            old.unit(),
            old.period(),
            old.indicator(),
            better,
            old.status(),
            old.target(),
            old.direction(),
            old.evidence()));

    String key = "u" + unit + " top";
    Double first =
        Objects.requireNonNull(byKey(IndexEngine.score(fixed, Panel.of(before))).get(key)).score();
    Double second =
        Objects.requireNonNull(byKey(IndexEngine.score(fixed, Panel.of(after))).get(key)).score();

    assertThat(second).isGreaterThanOrEqualTo(first);
  }

  private static EditionDeclaration attainment(EditionDeclaration e) {
    return copy(e).normalise("target-attainment", Map.of("cap", 100)).build();
  }

  private static List<Datum> withTargets(List<Datum> data) {
    return data.stream()
        .map(
            d ->
                new Datum(
                    d.unit(),
                    d.period(),
                    d.indicator(),
                    d.value(),
                    d.status(),
                    500.0,
                    d.direction(),
                    d.evidence()))
        .toList();
  }

  @Property(tries = 300)
  void anotherScaleOfAnIndicatorChangesNoRankUnderMinMax(
      @ForAll("cases") Case given,
      @ForAll @IntRange(min = 1, max = 1000) int factor,
      @ForAll @IntRange(min = -1000, max = 1000) int shift) {
    // Whole numbers, so that the change of scale itself is exact.
    List<Double> whole = given.values().stream().map(v -> (double) Math.round(v)).toList();
    Case first = new Case(whole, given.weights(), given.seed());
    Case second =
        new Case(
            whole.stream().map(v -> v * factor + shift).toList(), given.weights(), given.seed());
    if (!spread(first)) {
      return;
    }

    IndexResult a = IndexEngine.score(edition(first, false), Panel.of(data(first)));
    IndexResult b = IndexEngine.score(edition(second, false), Panel.of(data(second)));

    assertThat(b.scores().toList()).isEqualTo(a.scores().toList());
  }

  @Property(tries = 200)
  void anotherScaleOfAnIndicatorChangesNoRankUnderZScores(
      @ForAll("cases") Case given,
      @ForAll @IntRange(min = 1, max = 1000) int factor,
      @ForAll @IntRange(min = -1000, max = 1000) int shift) {
    List<Double> whole = given.values().stream().map(v -> (double) Math.round(v)).toList();
    Case first = new Case(whole, given.weights(), given.seed());
    Case second =
        new Case(
            whole.stream().map(v -> v * factor + shift).toList(), given.weights(), given.seed());
    if (!spread(first)) {
      return;
    }

    Map<String, NodeScore> a =
        byKey(IndexEngine.score(zScores(edition(first, false)), Panel.of(data(first))));
    Map<String, NodeScore> b =
        byKey(IndexEngine.score(zScores(edition(second, false)), Panel.of(data(second))));

    // Means are rounded, so scores agree to some digits; units that differ by more keep their
    // order.
    a.forEach(
        (key, score) ->
            assertThat(Objects.requireNonNull(b.get(key)).score())
                .isCloseTo(Objects.requireNonNull(score.score()), within(1e-9)));
  }

  @Property(tries = 200)
  void anotherOrderChangesNothingUnderMethodsThatCompareUnits(@ForAll("cases") Case given) {
    for (String method : List.of("copeland", "outranking", "geometric-mean", "topsis")) {
      List<Datum> shuffled = new ArrayList<>(data(given));
      Collections.shuffle(shuffled, new Random(given.seed() + 2));

      Map<String, NodeScore> straight =
          byKey(
              IndexEngine.score(aggregated(edition(given, false), method), Panel.of(data(given))));
      Map<String, NodeScore> mixed =
          byKey(IndexEngine.score(aggregated(edition(given, true), method), Panel.of(shuffled)));

      assertThat(mixed).as(method).isEqualTo(straight);
    }
  }

  @Test
  void aMillionUnitsDoNotOverflow() {
    int units = 1_000_000;
    List<String> codes = new ArrayList<>(units);
    Column.Builder x = Column.builder(units);
    Column.Builder y = Column.builder(units);
    for (int i = 0; i < units; i++) {
      codes.add("u" + (units + i));
      x.set(i, (i % 2 == 0 ? 1 : -1) * 1e307 * (1 + i / (double) units), Status.REPORTED);
      y.set(i, i, Status.REPORTED);
    }
    Panel panel =
        new Panel(
            Rows.of(codes, List.of("2015")),
            Map.of("x", x.build(), "y", y.build()),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    for (String method : List.of("min-max", "z-score")) {
      IndexResult result =
          IndexEngine.score(
              Editions.edition()
                  .root("top")
                  .node("x", "top", 1)
                  .node("y", "top", 1)
                  .units()
                  .normalise(method, Map.of())
                  .build(),
              panel);

      Column scores = result.scores(result.compiled().tree().root());
      assertThat(scores.complete()).isTrue();
      assertThat(scores.value(units - 1)).isBetween(-3.0, 51.0);
      assertThat(scores.value(units - 2)).isGreaterThan(scores.value(0));
    }
  }

  private static EditionDeclaration zScores(EditionDeclaration e) {
    return copy(e).normalise("z-score", Map.of()).build();
  }

  private static EditionDeclaration aggregated(EditionDeclaration e, String method) {
    return copy(e).normalise("min-max", Map.of("low", 1)).aggregate(method, Map.of()).build();
  }

  private static Editions copy(EditionDeclaration e) {
    Editions edition = Editions.edition();
    for (Node node : e.nodes()) {
      if (node.parent().isEmpty()) {
        edition.root(node.code());
      } else {
        edition.node(node.code(), node.parent().get(), node.weight());
      }
    }
    return edition.units(e.units().toArray(String[]::new));
  }
}
