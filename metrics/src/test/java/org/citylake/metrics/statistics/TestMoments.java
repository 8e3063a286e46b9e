package org.citylake.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TestMoments {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void describesEveryIndicatorAsCoinr() {
    OracleTable raw = OracleTable.read("asem/out_1_Raw.csv");
    OracleTable stats = OracleTable.read("asem/out_stats_raw.csv");
    for (String indicator : raw.columns(1)) {
      int row = stats.row("iCode", indicator);
      double[] values = raw.values(indicator);
      boolean[] present = raw.present(indicator);
      Moments moments = Moments.of(values, present);
      double[][] pairs = {
        {moments.minimum(), stats.value(row, "Min")},
        {moments.maximum(), stats.value(row, "Max")},
        {moments.mean(), stats.value(row, "Mean")},
        {Quantiles.median(values, present), stats.value(row, "Median")},
        {moments.standardDeviation(), stats.value(row, "Std")},
        {moments.skewness(), stats.value(row, "Skew")},
        {moments.kurtosis(), stats.value(row, "Kurt")}
      };
      for (double[] pair : pairs) {
        assertThat(pair[0])
            .as(indicator)
            .isCloseTo(pair[1], within(1e-12 * Math.max(1, Math.abs(pair[1]))));
      }
      assertThat(Counts.of(values, present))
          .as(indicator)
          .isEqualTo(
              new Counts(
                  (int) stats.value(row, "N.Avail"),
                  (int) stats.value(row, "N.NonZero"),
                  (int) stats.value(row, "N.Unique"),
                  (int) stats.value(row, "N.Same")));
    }
  }

  @Test
  void constantColumnHasNoShape() {
    Moments moments = Moments.of(new double[] {0.1, 0.1, 0.1, 0.1});
    assertThat(moments.standardDeviation()).isZero();
    assertThat(moments.mean()).isEqualTo(0.1);
    assertThatThrownBy(moments::skewness)
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Cannot compute skewness: all 4 values are 0.1")
        .extracting(e -> ((UndefinedStatisticException) e).rule())
        .isEqualTo("constant-column");
  }

  @Test
  void tooFewValuesHaveNoShape() {
    boolean[] present = {true, true, true, false};
    Moments moments = Moments.of(new double[] {1, 2, 4, 0}, present);
    assertThat(moments.skewness()).isPositive();
    assertThatThrownBy(moments::kurtosis)
        .hasMessage("Cannot compute kurtosis of 3 values: it needs at least 4")
        .extracting(e -> ((UndefinedStatisticException) e).rule())
        .isEqualTo("too-few-values");
    assertThatThrownBy(() -> Moments.of(new double[2], new boolean[2]))
        .hasMessage("Cannot compute a mean of 0 values: it needs at least 1");
  }

  @Test
  void missingValuesAreNotRead() {
    boolean[] present = {true, false, true};
    assertThat(Moments.of(new double[] {1, Double.NaN, 3}, present).mean()).isEqualTo(2);
    assertThatThrownBy(
            () -> Moments.of(new double[] {1, Double.NaN, 3}, new boolean[] {true, true, true}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A value must be a finite number: NaN");
  }

  @Test
  void tinyAndHugeValuesKeepTheirShape() {
    double expected = Moments.of(new double[] {1, 2, 3, 10}).skewness();
    assertThat(Moments.of(new double[] {1e-200, 2e-200, 3e-200, 1e-199}).skewness())
        .isCloseTo(expected, CLOSE);
    assertThat(Moments.of(new double[] {1e200, 2e200, 3e200, 1e201}).skewness())
        .isCloseTo(expected, CLOSE);
  }

  @Provide
  Arbitrary<List<Double>> columns() {
    return Arbitraries.doubles()
        .between(-1000, 1000)
        .ofScale(3)
        .list()
        .ofMinSize(4)
        .ofMaxSize(30)
        .filter(values -> values.stream().distinct().count() > 1);
  }

  @Property
  void shapeIsInvariantUnderAffineChange(@ForAll("columns") List<Double> column) {
    double[] values = column.stream().mapToDouble(v -> v).toArray();
    double[] changed = column.stream().mapToDouble(v -> 7 - 3 * v).toArray();
    Moments before = Moments.of(values);
    Moments after = Moments.of(changed);
    assertThat(after.skewness()).isCloseTo(-before.skewness(), within(1e-6));
    assertThat(after.kurtosis()).isCloseTo(before.kurtosis(), within(1e-6));
    assertThat(after.standardDeviation()).isCloseTo(3 * before.standardDeviation(), within(1e-6));
  }

  @Property
  void orderOfValuesDoesNotMatter(@ForAll("columns") List<Double> column) {
    double[] values = column.stream().mapToDouble(v -> v).toArray();
    double[] sorted = column.stream().mapToDouble(v -> v).sorted().toArray();
    assertThat(Moments.of(sorted).skewness()).isCloseTo(Moments.of(values).skewness(), CLOSE);
    assertThat(Moments.of(sorted).kurtosis()).isCloseTo(Moments.of(values).kurtosis(), CLOSE);
  }
}
