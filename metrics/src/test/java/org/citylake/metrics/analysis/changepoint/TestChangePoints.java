package org.citylake.metrics.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.citylake.metrics.analysis.Examples;
import org.junit.jupiter.api.Test;

class TestChangePoints {

  @Test
  void aNewLevelStartsWhereItStarts() {
    assertThat(find(60, i -> (i < 25 ? 10 : 20) + Examples.noise(i))).containsExactly(25);
  }

  @Test
  void aNewPaceStartsWhereItStarts() {
    List<Integer> places = find(60, i -> Math.max(0, i - 30) * 2 + Examples.noise(i));

    assertThat(places).singleElement().satisfies(p -> assertThat(p).isBetween(29, 32));
  }

  @Test
  void aSteadyRiseAndAConstantHaveNone() {
    assertThat(find(60, i -> 3 * i + Examples.noise(i))).isEmpty();
    assertThat(find(60, i -> 3.3 * i)).isEmpty();
    assertThat(find(60, i -> 7)).isEmpty();
    assertThat(find(8, i -> i)).isEmpty();
  }

  @Test
  void neitherLevelNorScaleMatters() {
    List<Integer> places =
        find(60, i -> 1e6 + 1e3 * ((i < 20 ? 0 : i < 40 ? 15 : 5) + Examples.noise(i)));

    assertThat(places).containsExactly(20, 40);
  }

  @Test
  void segmentsOfTwoTellNothing() {
    assertThatThrownBy(() -> ChangePoints.find(new double[9], 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a segment needs 3 values to tell: 2");
  }

  private static List<Integer> find(int length, IntToDoubleFunction value) {
    return ChangePoints.find(IntStream.range(0, length).mapToDouble(value).toArray(), 6);
  }
}
