package org.citylake.metrics.statistics.multicriteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.junit.jupiter.api.Test;

class TestOrderedWeightedAverage {
  private static final double[] VALUES = {0.7, 1, 0.2, 0.6};

  private static double of(double... weights) {
    return OrderedWeightedAverage.of(VALUES, Values.allPresent(4), weights);
  }

  /** The example in Yager's paper: weights 0.4, 0.3, 0.2, 0.1 give 0.75. */
  @Test
  void weightsBelongToPlaces() {
    assertThat(of(0.2, 0.3, 0.1, 0.4)).isCloseTo(0.2 + 0.21 + 0.06 + 0.08, within(1e-12));
    assertThat(of(0.4, 0.3, 0.2, 0.1)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void extremesAndMeanAreSpecialCases() {
    assertThat(of(1, 0, 0, 0)).isEqualTo(1);
    assertThat(of(0, 0, 0, 1)).isEqualTo(0.2);
    assertThat(of(5, 5, 5, 5)).isCloseTo(0.625, within(1e-12));
    assertThat(OrderedWeightedAverage.orness(new double[] {1, 0, 0})).isEqualTo(1);
    assertThat(OrderedWeightedAverage.orness(new double[] {0, 0, 1})).isZero();
    assertThat(OrderedWeightedAverage.orness(new double[] {1, 1, 1})).isEqualTo(0.5);
  }

  @Test
  void fewerValuesCutTheWeightsIntoFewerSteps() {
    double found =
        OrderedWeightedAverage.of(
            new double[] {10, 0, 20, 0},
            new boolean[] {true, false, true, false},
            new double[] {0.4, 0.3, 0.2, 0.1});
    assertThat(found).isCloseTo(0.7 * 20 + 0.3 * 10, within(1e-12));
    assertThatThrownBy(
            () -> OrderedWeightedAverage.of(new double[2], new boolean[2], new double[] {1, 1}))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("An ordered mean needs at least 1 value");
  }

  @Property
  void meanLiesBetweenSmallestAndLargest(
      @ForAll @Size(4) List<@DoubleRange(min = -50, max = 100) Double> values,
      @ForAll @Size(4) List<@DoubleRange(min = 0.01, max = 9) Double> weights) {
    double mean =
        OrderedWeightedAverage.of(
            values.stream().mapToDouble(v -> v).toArray(),
            Values.allPresent(4),
            weights.stream().mapToDouble(w -> w).toArray());
    assertThat(mean).isBetween(Collections.min(values), Collections.max(values));
  }
}
