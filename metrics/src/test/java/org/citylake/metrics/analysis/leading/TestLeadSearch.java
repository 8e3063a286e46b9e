package org.citylake.metrics.analysis.leading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.Series;
import org.junit.jupiter.api.Test;

/**
 * Series that are made to lead by known lags, and series that have nothing to do with each other.
 */
final class TestLeadSearch {
  private static final int DAYS = 140;
  private static final LocalDate FIRST = LocalDate.parse("2016-01-01");

  @Test
  void aCandidateThreeDaysAheadIsFoundWithItsLagAndSign() {
    double[] candidate = autoregression(new Random(1), DAYS + 3, 0.6);
    double[] figure = new double[DAYS];
    Random noise = new Random(2);
    for (int t = 0; t < DAYS; t++) {
      figure[t] = -0.9 * candidate[t] + 0.3 * noise.nextGaussian();
    }

    Lead lead = LeadSearch.find(series(figure, 0), series(candidate, -3, 3)).orElseThrow();

    assertThat(lead.lag()).isEqualTo(3);
    assertThat(lead.correlation()).isNegative();
    assertThat(lead.significant()).isTrue();
    assertThat(lead.pairs()).isBetween(100, DAYS);
  }

  /** Both follow their own past closely: without a filter most such pairs seem to be related. */
  @Test
  void strangersSeemToLeadInOneOfTwentyPairs() {
    Random random = new Random(3);
    int pairs = 2_000;
    int found = 0;
    for (int i = 0; i < pairs; i++) {
      Series one = series(autoregression(random, DAYS, 0.9), 0);
      Series other = series(autoregression(random, DAYS, 0.9), 0);
      found += LeadSearch.find(one, other).filter(Lead::significant).isPresent() ? 1 : 0;
    }

    assertThat((double) found / pairs).isLessThan(0.06);
  }

  @Test
  void aFilterLearnsTheAutoregressionThatMadeASeries() {
    double[] values = autoregression(new Random(4), 5_000, 0.7);

    double[] residuals = AutoregressiveFilter.fit(values, 10).residuals(values);

    double memory = 0;
    double variance = 0;
    for (int t = 1; t < residuals.length; t++) {
      memory += residuals[t] * residuals[t - 1];
      variance += residuals[t] * residuals[t];
    }
    assertThat(memory / variance).isCloseTo(0, within(0.05));
    assertThat(variance / residuals.length).isCloseTo(1, within(0.1));
  }

  @Test
  void whatIsTooShortOrDoesNotChangeIsNotJudged() {
    Series course = series(autoregression(new Random(5), DAYS, 0.5), 0);

    assertThat(LeadSearch.find(series(new double[DAYS], 0), course)).isEmpty();
    assertThat(LeadSearch.find(course, series(new double[DAYS], 0))).isEmpty();
    assertThat(LeadSearch.find(course, series(autoregression(new Random(6), 30, 0.5), 0)))
        .isEmpty();
    assertThat(LeadSearch.find(course, series(autoregression(new Random(6), DAYS, 0.5), 400)))
        .isEmpty();
  }

  private static double[] autoregression(Random random, int length, double memory) {
    double[] values = new double[length];
    double value = 0;
    for (int t = 0; t < length; t++) {
      value = memory * value + random.nextGaussian();
      values[t] = value;
    }
    return values;
  }

  private static Series series(double[] values, int firstDay) {
    return series(values, firstDay, 0);
  }

  /** The first value stands at the day; the last ones may be left out. */
  private static Series series(double[] values, int firstDay, int leftOut) {
    Map<String, Double> byPeriod = new HashMap<>();
    for (int t = 0; t < values.length - leftOut; t++) {
      byPeriod.put(FIRST.plusDays(firstDay + t).toString(), values[t]);
    }
    return Series.of(Frequency.DAILY, byPeriod).orElseThrow();
  }
}
