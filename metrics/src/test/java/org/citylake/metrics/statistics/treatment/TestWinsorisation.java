package org.citylake.metrics.statistics.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.treatment.Winsorisation.Outcome;
import org.junit.jupiter.api.Test;

class TestWinsorisation {
  private static final Winsorisation FIVE = new Winsorisation(OutlierTest.USUAL, 5);

  private static Outcome apply(Winsorisation winsorisation, double... values) {
    return winsorisation.apply(values, Values.allPresent(values.length));
  }

  @Test
  void treatsEveryIndicatorAsCoinr() {
    OracleTable before = OracleTable.read("asem/out_3_Imputed.csv");
    OracleTable after = OracleTable.read("asem/out_5_Treated.csv");
    OracleTable details = OracleTable.read("asem/out_treat_details.csv");
    for (String indicator : before.columns(1)) {
      Outcome outcome = FIVE.apply(before.values(indicator), before.present(indicator));
      int row = details.row("iCode", indicator);
      String points = details.text(row, "winsorise.nwin");
      assertThat(outcome.values()).as(indicator).containsExactly(after.values(indicator));
      assertThat(outcome.passed()).as(indicator).isTrue();
      assertThat(outcome.points())
          .as(indicator)
          .isEqualTo(points.isEmpty() ? 0 : Integer.parseInt(points));
      String checked = points.isEmpty() ? "check_SkewKurt0." : "check_SkewKurt1.";
      assertThat(outcome.moments().skewness())
          .as(indicator)
          .isCloseTo(details.value(row, checked + "Skew"), within(1e-12));
      assertThat(outcome.moments().kurtosis())
          .as(indicator)
          .isCloseTo(details.value(row, checked + "Kurt"), within(1e-11));
    }
  }

  @Test
  void whatStillFailsIsForTheLogarithm() {
    OracleTable before = OracleTable.read("asem/out_3_Imputed.csv");
    OracleTable separate = OracleTable.read("asem/alt_treat_winmax1_nocombine.csv");
    OracleTable combined = OracleTable.read("asem/alt_treat_winmax1_combine.csv");
    Winsorisation one = new Winsorisation(OutlierTest.USUAL, 1);
    int logarithms = 0;
    for (String indicator : before.columns(1)) {
      double[] values = before.values(indicator);
      boolean[] present = before.present(indicator);
      Outcome outcome = one.apply(values, present);
      double[] alone = outcome.values();
      double[] after = outcome.values();
      if (!outcome.passed()) {
        alone = LogTransform.LOG_CT.apply(values, present);
        after = LogTransform.LOG_CT.apply(outcome.values(), present);
        // Every such indicator is skewed to the right.
        assertThat(LogTransform.LOG_CT_PLUS.apply(values, present)).containsExactly(alone);
        logarithms++;
      }
      assertThat(alone).as(indicator).containsExactly(separate.values(indicator), within(1e-13));
      assertThat(after).as(indicator).containsExactly(combined.values(indicator), within(1e-13));
    }
    assertThat(logarithms).isGreaterThan(5);
  }

  @Test
  void lowOutliersAreRaised() {
    Outcome outcome = apply(FIVE, 1, 50, 51, 52, 53, 54, 55, 56, 57, 58);
    assertThat(outcome.values()[0]).isEqualTo(50);
    assertThat(outcome.points()).isEqualTo(1);
    assertThat(outcome.passed()).isTrue();
  }

  @Test
  void tiesCanGoBeyondTheLimit() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 90, 200, 200};
    Winsorisation strict = new Winsorisation(new OutlierTest(0.5, -5), 1);
    Outcome outcome = apply(strict, values);
    assertThat(outcome.points()).isEqualTo(2);
    assertThat(outcome.values()).endsWith(90, 90, 90);
    assertThat(outcome.passed()).isFalse();
  }

  @Test
  void forcedTreatmentGoesOnThoughTheColumnPasses() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 9};
    Winsorisation two = new Winsorisation(OutlierTest.USUAL, 2);
    Outcome outcome = two.force(values, Values.allPresent(8));
    assertThat(outcome.points()).isEqualTo(2);
    assertThat(outcome.passed()).isTrue();
    assertThat(two.apply(values, Values.allPresent(8)).points()).isZero();
  }

  @Test
  void columnIsNeverMadeConstant() {
    Outcome outcome =
        apply(
            new Winsorisation(OutlierTest.USUAL, Winsorisation.UNLIMITED), 0, 0, 0, 0, 0, 0, 0, 9);
    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.points()).isZero();
    assertThat(outcome.values()).containsExactly(0, 0, 0, 0, 0, 0, 0, 9);
  }

  @Test
  void missingValuesStayMissing() {
    double[] values = {1, 2, 3, 0, 4, 5, 6, 7, 8, 9, 500};
    boolean[] present = Values.allPresent(11);
    present[3] = false;
    Outcome outcome = FIVE.apply(values, present);
    assertThat(outcome.values()).containsExactly(1, 2, 3, 0, 4, 5, 6, 7, 8, 9, 9);
    assertThat(values[10]).isEqualTo(500);
  }

  @Test
  void constantAndShortColumnsAreNamed() {
    assertThatThrownBy(() -> apply(FIVE, 3, 3, 3, 3))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Cannot compute kurtosis: all 4 values are 3.0");
    assertThatThrownBy(() -> apply(FIVE, 1, 2, 3))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Cannot compute kurtosis of 3 values: it needs at least 4");
    assertThatThrownBy(() -> new Winsorisation(OutlierTest.USUAL, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maximumPoints must be >= 0: -1");
  }

  @Provide
  Arbitrary<List<Double>> columns() {
    return Arbitraries.doubles()
        .between(0.01, 1000)
        .ofScale(2)
        .map(v -> Math.pow(v, 3))
        .list()
        // Of four values, one far from the rest has a skewness of 2 but for rounding.
        .ofMinSize(5)
        .ofMaxSize(20)
        .filter(values -> values.stream().distinct().count() > 1);
  }

  @Property
  void orderIsKeptAndValuesStayWithin(@ForAll("columns") List<Double> column) {
    double[] values = column.stream().mapToDouble(v -> v).toArray();
    Outcome outcome = apply(FIVE, values);
    Moments before = Moments.of(values);
    int changed = 0;
    for (int i = 0; i < values.length; i++) {
      assertThat(outcome.values()[i]).isBetween(before.minimum(), before.maximum());
      changed += outcome.values()[i] == values[i] ? 0 : 1;
      for (int j = 0; j < i; j++) {
        if (values[i] <= values[j]) {
          assertThat(outcome.values()[i]).isLessThanOrEqualTo(outcome.values()[j]);
        }
      }
    }
    assertThat(outcome.points()).isEqualTo(changed);
    assertThat(outcome.moments().constant()).isFalse();
  }

  @Property
  void orderOfUnitsDoesNotMatter(@ForAll("columns") List<Double> column, @ForAll long seed) {
    List<Double> shuffled = new ArrayList<>(column);
    Collections.shuffle(shuffled, new Random(seed));
    double[] one = apply(FIVE, column.stream().mapToDouble(v -> v).toArray()).values();
    double[] other = apply(FIVE, shuffled.stream().mapToDouble(v -> v).toArray()).values();
    Arrays.sort(one);
    Arrays.sort(other);
    assertThat(other).containsExactly(one);
  }
}
