package org.citylake.entities.linkage.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TestExpectationMaximisation {
  private static final double[] M = {0.9, 0.8, 0.95, 0.7};
  private static final double[] U = {0.01, 0.05, 0.1, 0.02};
  private static final int MATCHES = 4_000;
  private static final int PAIRS = 200_000;

  /** Pairs of one source, four fields of two levels, drawn from known m and u. */
  private static long[] drawn() {
    Random random = new Random(11);
    return LongStream.range(0, PAIRS)
        .map(
            pair -> {
              long pattern = 0;
              for (int f = 0; f < M.length; f++) {
                double agreeing = pair < MATCHES ? M[f] : U[f];
                pattern |= (random.nextDouble() < agreeing ? 1L : 2L) << (4 * f);
              }
              return pattern;
            })
        .toArray();
  }

  @Test
  void simulatedProbabilitiesAreRecovered() {
    PatternCounts all = PatternCounts.of(LongStream.of(drawn()));

    LinkageModel model =
        ExpectationMaximisation.fit(List.of(2, 2, 2, 2), all, all, new long[] {PAIRS, 1});

    for (int f = 0; f < M.length; f++) {
      assertThat(model.m(f, 1)).isCloseTo(M[f], within(0.03));
      assertThat(model.u(f, 1)).isCloseTo(U[f], within(0.005));
    }
    assertThat(model.prior(0)).isCloseTo((double) MATCHES / PAIRS, within(0.002));
  }

  @Test
  void theOrderOfPairsDoesNotMatter() {
    long[] pairs = drawn();
    long[] reversed = LongStream.range(0, PAIRS).map(i -> pairs[(int) (PAIRS - 1 - i)]).toArray();
    PatternCounts forward = PatternCounts.of(LongStream.of(pairs));
    PatternCounts backward = PatternCounts.of(LongStream.of(reversed));
    long[] byType = {PAIRS, 1};

    LinkageModel one = ExpectationMaximisation.fit(List.of(2, 2, 2, 2), forward, forward, byType);
    LinkageModel two = ExpectationMaximisation.fit(List.of(2, 2, 2, 2), backward, backward, byType);

    assertThat(one.weight(0x1111)).isEqualTo(two.weight(0x1111));
  }

  /** Fellegi and Sunter 1969: the weight is log2 of m over u. */
  @Test
  void weightsAreLogarithmsOfTheRatio() {
    double[][] m = {{0, 0.9, 0.1}};
    double[][] u = {{0, 0.1125, 0.8875}};
    LinkageModel model =
        new LinkageModel(
            LevelDistribution.independent(m),
            LevelDistribution.independent(u),
            new double[] {0.5, 0.5});

    assertThat(model.weight(0, 1)).isCloseTo(3, within(1e-12));
    assertThat(model.weight(1L)).isCloseTo(3, within(1e-12));
    assertThat(model.weight(0L)).as("missing tells nothing").isZero();
    assertThat(LinkageModel.probability(3)).isCloseTo(8 / 9.0, within(1e-12));
  }

  @Test
  void theThresholdIsWhereTheExpectedF1IsGreatest() {
    Threshold threshold = Threshold.choose(DoubleStream.of(10, 10, 9, -8, -9, -10));

    assertThat(threshold.weight()).isBetween(-8.0, 9.0);
    assertThat(threshold.expectedF1()).isGreaterThan(0.99);
    assertThat(threshold.expectedMatches()).isCloseTo(3, within(0.02));
  }
}
