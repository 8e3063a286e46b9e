package org.citylake.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestSeries {

  @Test
  void aShortGapIsFilledAlongALine() {
    Series series =
        Series.of(Frequency.MONTHLY, Map.of("2015-11", 1.0, "2016-02", 4.0)).orElseThrow();

    assertThat(series.values()).containsExactly(1, 2, 3, 4);
    assertThat(series.period(1)).isEqualTo("2015-12");
    assertThat(series.observed(1)).isFalse();
    assertThat(series.observed(3)).isTrue();
    assertThat(series.period(4)).isEqualTo("2016-03");
  }

  @Test
  void whatLiesBeforeALongGapIsLeftOut() {
    Series series =
        Series.of(Frequency.ANNUAL, Map.of("2000", 1.0, "2010", 2.0, "2011", 3.0)).orElseThrow();

    assertThat(series.values()).containsExactly(2, 3);
  }

  @Test
  void periodsOfAnotherKindAreLeftOut() {
    assertThat(Series.of(Frequency.ANNUAL, Map.of("2011/2015", 1.0))).isEmpty();
    assertThat(Series.of(Frequency.MONTHLY, Map.of("2015-13", 1.0))).isEmpty();
    assertThat(Series.of(Frequency.DAILY, Map.of("2015", 1.0, "2015-02-28", 2.0)))
        .hasValueSatisfying(s -> assertThat(s.length()).isEqualTo(1));
  }

  @Test
  void theWorkIsBoundedToTheLatestPeriods() {
    Series series = Examples.series(Frequency.DAILY, 1000, i -> i);

    assertThat(series.length()).isEqualTo(Frequency.DAILY.window());
    assertThat(series.value(series.last())).isEqualTo(999);
  }
}
