package org.citylake.metrics.indicator.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.value.Decimals;
import org.citylake.core.value.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Derived indicators of one area: examples, and the laws of sums on random figures. */
final class TestDerivedIndicator {
  private static final String AREA = "310106";
  private static final LocalDate FIRST = LocalDate.parse("2016-12-01");

  @Test
  void worstStatusAndEveryWarningReachTheResult() {
    FigureSeries a = days(figure("2016-12-01", "3", "A", "reported", "ok", null));
    FigureSeries b = days(figure("2016-12-01", "1", "P", "synthetic", "conflict,bound", null));

    List<Figure> found = derive("a - b", Map.of("a", a, "b", b));

    assertThat(found)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.value()).isEqualByComparingTo("2");
              assertThat(f.obsStatus()).isEqualTo("P");
              assertThat(f.valueStatus()).isEqualTo("synthetic");
              assertThat(f.quality()).isEqualTo("bound,conflict");
              assertThat(f.evidence())
                  .containsExactly(
                      "metric.indicator_value?indicator_code=a&ref_area=310106&time_period=2016-12-01",
                      "metric.indicator_value?indicator_code=b&ref_area=310106&time_period=2016-12-01");
            });
  }

  @Test
  void figuresOfOtherBordersAreNotCompared() {
    LocalDate merged = LocalDate.parse("2016-12-02");
    FigureSeries a =
        days(
            figure("2016-12-01", "3", "A", "computed", "ok", FIRST),
            figure("2016-12-02", "5", "A", "computed", "ok", merged),
            figure("2016-12-03", "6", "A", "computed", "ok", merged));

    assertThat(derive("a - LAG(a, 1)", Map.of("a", a)))
        .extracting(f -> f.period().text())
        .containsExactly("2016-12-03");
  }

  @Test
  void missingValuesAndZeroDenominatorsGiveNothing() {
    FigureSeries a = days(figure("2016-12-01", null, "M", "computed", "ok", null));
    FigureSeries b = days(figure("2016-12-01", "0", "A", "computed", "ok", null));

    assertThat(derive("a + b", Map.of("a", a, "b", b))).isEmpty();
    assertThat(derive("b / b", Map.of("b", b))).isEmpty();
    assertThat(derive("a + c", Map.of("a", b))).isEmpty();
  }

  @Test
  void theTwentyNinthOfFebruaryHasNoDayAYearBefore() {
    FigureSeries a =
        days(
            figure("2015-02-28", "1", "A", "computed", "ok", null),
            figure("2016-02-28", "3", "A", "computed", "ok", null),
            figure("2016-02-29", "9", "A", "computed", "ok", null));

    assertThat(derive("a - YEAR_BEFORE(a)", Map.of("a", a)))
        .extracting(f -> f.period().text())
        .containsExactly("2016-02-28");
  }

  @Property(tries = 200)
  void whatIsAddedAndTakenAwayLeavesTheFigure(
      @ForAll @Size(min = 1, max = 20)
          List<@BigRange(min = "-1e15", max = "1e15") @Scale(10) BigDecimal> numbers) {
    Map<String, FigureSeries> series = Map.of("a", series(numbers), "b", series(numbers));

    assertThat(values("a + b - b", series)).isEqualTo(values("a", series));
    assertThat(values("a - b", series)).allMatch(v -> v.signum() == 0);
    assertThat(values("2 * a", series)).isEqualTo(values("a + b", series));
  }

  @Property(tries = 200)
  void aWindowOfOneIsTheFigureAndLongerOnesAreSumsOfShorterOnes(
      @ForAll @Size(min = 1, max = 20)
          List<@BigRange(min = "-1e15", max = "1e15") @Scale(10) BigDecimal> numbers,
      @ForAll @IntRange(min = 2, max = 8) int periods) {
    Map<String, FigureSeries> series = Map.of("a", series(numbers));
    int shorter = periods - 1;

    assertThat(values("SUM(a, 1)", series)).isEqualTo(values("a", series));
    assertThat(values("SUM(a, %d)".formatted(periods), series))
        .isEqualTo(values("SUM(a, %d) + LAG(a, %d)".formatted(shorter, shorter), series));
  }

  @Property(tries = 200)
  void whatIsLaggedIsTheSeriesWithoutItsEnd(
      @ForAll @Size(min = 1, max = 20)
          List<@BigRange(min = "-1e15", max = "1e15") @Scale(10) BigDecimal> numbers,
      @ForAll @IntRange(min = 1, max = 5) int periods) {
    Map<String, FigureSeries> series = Map.of("a", series(numbers));
    List<BigDecimal> all = values("a", series);

    assertThat(values("LAG(a, %d)".formatted(periods), series))
        .isEqualTo(all.subList(0, Math.max(0, all.size() - periods)));
  }

  @Property(tries = 200)
  void aMovingMeanLiesBetweenTheLeastAndTheGreatest(
      @ForAll @Size(min = 3, max = 20)
          List<@BigRange(min = "-1e15", max = "1e15") @Scale(10) BigDecimal> numbers) {
    List<BigDecimal> all = numbers.stream().map(Decimals::of).sorted().toList();

    assertThat(values("SUM(a, 3) / COUNT(a, 3)", Map.of("a", series(numbers))))
        .hasSize(numbers.size() - 2)
        .allMatch(v -> v.compareTo(all.get(0)) >= 0)
        .allMatch(v -> v.compareTo(all.get(all.size() - 1)) <= 0);
  }

  private static List<BigDecimal> values(String expression, Map<String, FigureSeries> series) {
    List<BigDecimal> values = new ArrayList<>();
    for (Figure figure : derive(expression, series)) {
      values.add(Objects.requireNonNull(figure.value()));
    }
    return values;
  }

  private static List<Figure> derive(String expression, Map<String, FigureSeries> series) {
    return new DerivedIndicator(indicator(expression)).figures(AREA, series);
  }

  private static FigureSeries series(List<BigDecimal> numbers) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      String day = FIRST.plusDays(i).toString();
      figures.add(figure(day, numbers.get(i).toPlainString(), "A", "computed", "ok", null));
    }
    return new FigureSeries("D", figures);
  }

  private static FigureSeries days(Figure... figures) {
    return new FigureSeries("D", List.of(figures));
  }

  private static Figure figure(
      String day,
      @Nullable String value,
      String obsStatus,
      String valueStatus,
      String quality,
      @Nullable LocalDate validFrom) {
    BigDecimal number = value == null ? null : Decimals.of(new BigDecimal(value));
    return new Figure(
        validFrom,
        TimePeriod.parse(day),
        number,
        number,
        BigDecimal.ONE,
        obsStatus,
        valueStatus,
        quality,
        List.of());
  }

  private static IndicatorDeclaration indicator(String expression) {
    return new IndicatorDeclaration(
        "derived",
        "test",
        "推导",
        "Derived",
        "推导",
        "Derived",
        "test",
        "count",
        0,
        Direction.NEUTRAL,
        "D",
        Optional.empty(),
        Optional.empty(),
        "test",
        Method.DERIVED,
        BigDecimal.ONE,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(expression),
        List.of(),
        Path.of("/"),
        "a".repeat(64));
  }
}
