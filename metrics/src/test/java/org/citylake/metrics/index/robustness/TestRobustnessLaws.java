package org.citylake.metrics.index.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.json.Json;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.statistics.Quantiles;
import org.junit.jupiter.api.Test;

/** What holds for every robustness analysis. */
class TestRobustnessLaws {
  private static final String MANY =
      """
      {"factors": [
        {"name": "weights", "weight-noise": 0.3},
        {"name": "imputation", "at": "/steps/impute/method",
         "values": ["column-mean", "column-median"]},
        {"name": "scale", "at": "/steps/normalise/low", "low": 1, "high": 20},
        {"name": "aggregation", "at": "/steps/aggregate/method",
         "values": ["arithmetic-mean", "geometric-mean"]}]}
      """;

  private static VariedEdition edition(String robustness) {
    try {
      return VariedEdition.of(
          Json.mapper()
              .readTree(
                  """
                  {"index": "test", "edition": "1", "name-zh": "t", "name-en": "t", "model": true,
                   "edition-year": 2015, "scored-from": "files", "minimum-units": 2,
                   "steps": {"impute": {"method": "column-mean"},
                     "normalise": {"method": "min-max", "low": 0, "high": 100},
                     "aggregate": {"method": "arithmetic-mean"}},
                   "tree": [{"code": "top"}, {"code": "p", "parent": "top", "weight": 1},
                     {"code": "q", "parent": "top", "weight": 2},
                     {"code": "a", "parent": "p", "weight": 1},
                     {"code": "b", "parent": "p", "weight": 1},
                     {"code": "c", "parent": "q", "weight": 3},
                     {"code": "d", "parent": "q", "weight": 1}],
                   "robustness": %s}
                  """
                      .formatted(robustness)),
          "index.yaml");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<Datum> data(long seed) {
    Random random = new Random(seed);
    List<Datum> data = new ArrayList<>();
    for (int unit = 0; unit < 9; unit++) {
      for (String code : List.of("a", "b", "c", "d")) {
        boolean missing = unit == 4 && code.equals("c");
        data.add(
            new Datum(
                "u" + unit,
                "2015",
                code,
                missing ? null : random.nextDouble() * 100,
                missing ? "missing" : "reported",
                null,
                Direction.HIGHER,
                List.of()));
      }
    }
    return data;
  }

  private static RobustnessAnalysis analysis(String robustness, long seed) {
    return RobustnessAnalysis.of(edition(robustness), Panel.of(data(seed)));
  }

  private static DrawRunner threads(int threads) {
    return new DrawRunner(threads, done -> {});
  }

  @Property(tries = 5)
  void threadsChangeNothing(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    RobustnessAnalysis analysis = analysis(MANY, seed);

    assertThat(analysis.uncertainty(150, seed, threads(1)))
        .isEqualTo(analysis.uncertainty(150, seed, threads(3)));
    assertThat(analysis.sensitivity(16, seed, threads(1)))
        .isEqualTo(analysis.sensitivity(16, seed, threads(3)));
  }

  @Property(tries = 5)
  void theOrderOfUnitsChangesNothing(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    List<Datum> shuffled = data(seed);
    Collections.shuffle(shuffled, new Random(seed));
    RobustnessAnalysis other = RobustnessAnalysis.of(edition(MANY), Panel.of(shuffled));

    assertThat(other.uncertainty(100, seed, threads(2)))
        .isEqualTo(analysis(MANY, seed).uncertainty(100, seed, threads(2)));
  }

  @Property(tries = 10)
  void littleNoiseLeavesTheRanks(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    UncertaintyResult result =
        analysis("{\"factors\": [{\"name\": \"w\", \"weight-noise\": 1e-9}]}", seed)
            .uncertainty(50, seed, threads(1));

    for (UnitUncertainty unit : result.units()) {
      double rank = Objects.requireNonNull(unit.nominalRank());
      assertThat(unit.rankLow()).isEqualTo(rank);
      assertThat(unit.rankHigh()).isEqualTo(rank);
      assertThat(unit.scoreMean())
          .isCloseTo(Objects.requireNonNull(unit.nominalScore()), within(1e-6));
    }
  }

  @Test
  void aDrawDoesNotHangOnHowManyThereAre() {
    DrawSpace space = space();
    double[] point = DrawSeed.random(7, 3).doubles(4).toArray();

    assertThat(space.score(point).scores()).isEqualTo(space().score(point).scores());
    assertThat(DrawSeed.random(7, 3).nextDouble()).isNotEqualTo(DrawSeed.random(7, 4).nextDouble());
    assertThat(DrawSeed.random(7, 3).nextDouble()).isNotEqualTo(DrawSeed.random(8, 3).nextDouble());
  }

  private static DrawSpace space() {
    VariedEdition edition = edition(MANY);
    return new DrawSpace(
        edition,
        org.citylake.metrics.index.IndexEngine.compile(edition.edition()),
        edition.edition().robustness().orElseThrow().factors().stream()
            .map(VariedFactor::of)
            .toList(),
        new org.citylake.metrics.index.PanelStages(Panel.of(data(1))),
        1);
  }

  @Test
  void sensitivitiesAreShares() {
    SensitivityResult result = analysis(MANY, 3).sensitivity(256, 1, threads(2));

    double sum = 0;
    for (FactorSensitivity factor : result.factors()) {
      sum += factor.first();
      assertThat(factor.total()).isBetween(0.0, 1.3);
      assertThat(factor.firstLow()).isLessThanOrEqualTo(factor.firstHigh());
      assertThat(factor.totalLow()).isLessThanOrEqualTo(factor.totalHigh());
    }
    assertThat(sum).isBetween(-0.2, 1.2);
    assertThat(result.factors()).extracting(FactorSensitivity::factor).hasSize(4);
    assertThat(result.runs()).isEqualTo(256 * 6);
    assertThat(result.used()).isEqualTo(256);
  }

  @Test
  void aFactorThatDoesNothingHasNoTotal() {
    SensitivityResult result =
        analysis(
                """
                {"factors": [{"name": "weights", "weight-noise": 0.5},
                  {"name": "nothing", "at": "/minimum-units", "values": [1, 2]}]}
                """,
                3)
            .sensitivity(128, 1, threads(2));

    assertThat(result.factors().get(1).total()).isZero();
    assertThat(result.factors().get(0).total()).isGreaterThan(0.8);
  }

  @Test
  void drawsThatCannotBeScoredAreCountedByRule() {
    UncertaintyResult result =
        analysis(
                """
                {"factors": [{"name": "aggregation", "at": "/steps/aggregate/method",
                  "values": ["arithmetic-mean", "geometric-mean"]}]}
                """,
                1)
            .uncertainty(100, 1, threads(2));

    assertThat(result.failed()).isBetween(20, 80);
    assertThat(result.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.rule()).isEqualTo("value-not-positive");
              assertThat(failure.draws()).isEqualTo(result.failed());
              assertThat(failure.example()).contains("geometric mean");
            });
    assertThat(result.units()).allMatch(unit -> unit.draws() == 100 - result.failed());
  }

  @Test
  void anEditionWithoutFactorsGetsTheUsualOnes() {
    VariedEdition edition = edition(MANY);
    com.fasterxml.jackson.databind.node.ObjectNode document = edition.document().deepCopy();
    document.remove("robustness");
    RobustnessAnalysis analysis =
        RobustnessAnalysis.of(VariedEdition.of(document, "index.yaml"), Panel.of(data(1)));

    assertThat(analysis.usual()).isTrue();
    // Min-max gives a zero, so the geometric mean is not defined.
    assertThat(analysis.declaration().factors()).hasSize(1);
    assertThat(analysis.declaration().factors().get(0).weightNoise()).hasValue(0.25);
  }

  @Test
  void allThatIsWrongWithFactorsIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                analysis(
                    """
                    {"factors": [{"name": "a", "at": "/steps/aggregate/method",
                        "values": ["arithmetic-mean", "geometrical-mean"]},
                      {"name": "b", "at": "/steps/screen/minimum", "low": 0, "high": 1},
                      {"name": "c", "at": "/steps/normalise/high", "low": 5, "high": 5},
                      {"name": "c"},
                      {"name": "d", "weight-noise": 0.1, "levels": [4]},
                      {"name": "e", "at": "/units", "values": [["x"], ["y"]]},
                      {"name": "f", "at": "/tree/3/weight", "values": [1, -1]}]}
                    """,
                    1))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("unknown-method")
        .hasMessageContaining("b: /steps/screen/minimum")
        .hasMessageContaining("'low' has to be below 'high'")
        .hasMessageContaining("factor-twice")
        .hasMessageContaining("either 'at' or 'weight-noise'")
        .hasMessageContaining("levels 1 to 2")
        .hasMessageContaining("e: /units")
        .hasMessageContaining("-1");
  }

  @Property(tries = 50)
  void countedQuantilesAreExact(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 1, max = 60) Integer> ranks) {
    RankCounts counts = new RankCounts();
    ranks.forEach(counts::add);
    double[] sorted = ranks.stream().mapToDouble(Integer::doubleValue).sorted().toArray();

    for (double probability : new double[] {0, 0.05, 0.5, 0.95, 1}) {
      assertThat(counts.quantile(probability))
          .isCloseTo(Quantiles.ofSorted(sorted, probability), within(1e-12));
    }
    assertThat(counts.mean())
        .isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-12));
  }

  @Property(tries = 50)
  void tailsHaveTheQuantilesOfAll(
      @ForAll @Size(min = 1, max = 300) List<@DoubleRange(min = -5, max = 5) Double> scores) {
    ScoreTails tails = new ScoreTails(0.05, 300);
    scores.forEach(tails::add);
    double[] sorted = scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();

    assertThat(tails.lowQuantile()).isCloseTo(Quantiles.ofSorted(sorted, 0.05), within(1e-9));
    assertThat(tails.highQuantile()).isCloseTo(Quantiles.ofSorted(sorted, 0.95), within(1e-9));
  }
}
