package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;

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
    Editions edition = Editions.edition().normalise("target-attainment", Map.of("cap", 100));
    for (Node node : e.nodes()) {
      if (node.parent().isEmpty()) {
        edition.root(node.code());
      } else {
        edition.node(node.code(), node.parent().get(), node.weight());
      }
    }
    return edition.units(e.units().toArray(String[]::new)).build();
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
}
