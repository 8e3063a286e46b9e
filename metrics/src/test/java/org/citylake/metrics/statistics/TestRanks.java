package org.citylake.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.citylake.metrics.statistics.Ranks.Ties;
import org.junit.jupiter.api.Test;

class TestRanks {
  private static final double[] VALUES = {5, 2, 9, 2, 0, 7};
  private static final boolean[] PRESENT = {true, true, true, true, false, true};

  @Test
  void equalValuesShareTheFirstOrTheMeanPlace() {
    assertThat(Ranks.ascending(VALUES, PRESENT, Ties.MINIMUM)).containsExactly(3, 1, 5, 1, 0, 4);
    assertThat(Ranks.ascending(VALUES, PRESENT, Ties.AVERAGE))
        .containsExactly(3, 1.5, 5, 1.5, 0, 4);
    assertThat(Ranks.descending(VALUES, PRESENT, Ties.MINIMUM)).containsExactly(3, 4, 1, 4, 0, 2);
  }

  @Test
  void minusZeroIsZero() {
    double[] values = {0.0, -0.0};
    boolean[] present = {true, true};
    assertThat(Ranks.ascending(values, present, Ties.MINIMUM)).containsExactly(1, 1);
    assertThat(Counts.of(values, present)).isEqualTo(new Counts(2, 0, 1, 2));
  }

  @Test
  void nothingIsRankedWhereAllIsMissing() {
    assertThat(Ranks.descending(new double[2], new boolean[2], Ties.AVERAGE)).containsExactly(0, 0);
    assertThat(Counts.of(new double[2], new boolean[2])).isEqualTo(new Counts(0, 0, 0, 0));
  }
}
