package org.citylake.metrics.analysis.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.citylake.metrics.analysis.Examples;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.Series;
import org.junit.jupiter.api.Test;

class TestDecomposition {

  @Test
  void aWeeklyPatternOnALineComesApart() {
    int[] week = {3, 1, 0, 0, 1, -2, -3};
    Series series = Examples.series(Frequency.DAILY, 56, i -> 100 + 0.5 * i + week[i % 7]);

    Decomposition found = Decomposition.of(series).orElseThrow();

    for (int i = 14; i < 42; i++) {
      assertThat(found.seasonal(i)).isCloseTo(week[i % 7], within(1e-6));
      assertThat(found.trend(i)).isCloseTo(100 + 0.5 * i, within(1e-6));
    }
    assertThat(Anomalies.find(series, found)).isEmpty();
  }

  @Test
  void aValueThatStandsOutIsAnAnomalyAndTheTrendDoesNotFollowIt() {
    Series series =
        Examples.series(
            Frequency.DAILY, 70, i -> 50 + (i % 7 == 6 ? 10 : 0) + Examples.noise(i) + bump(i));

    Decomposition found = Decomposition.of(series).orElseThrow();

    assertThat(Anomalies.find(series, found)).containsExactly(40);
    assertThat(found.trend(40)).isCloseTo(51, within(1.5));
  }

  private static double bump(int place) {
    return place == 40 ? 30 : 0;
  }

  @Test
  void thereIsNoneWithoutTwoSeasons() {
    assertThat(Decomposition.of(Examples.series(Frequency.DAILY, 13, i -> i))).isEmpty();
    assertThat(Decomposition.of(Examples.series(Frequency.MONTHLY, 23, i -> i))).isEmpty();
    assertThat(Decomposition.of(Examples.series(Frequency.ANNUAL, 30, i -> i))).isEmpty();
    assertThat(Decomposition.of(Examples.series(Frequency.DAILY, 14, i -> i))).isPresent();
  }

  @Property(tries = 50)
  void thePartsAddUp(
      @ForAll @Size(min = 24, max = 60)
          java.util.List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    Series series = Examples.series(Frequency.MONTHLY, values.size(), values::get);

    Decomposition found = Decomposition.of(series).orElseThrow();

    for (int i = 0; i < values.size(); i++) {
      assertThat(found.trend(i) + found.seasonal(i) + found.remainder(i))
          .isCloseTo(series.value(i), within(1e-6));
    }
  }
}
