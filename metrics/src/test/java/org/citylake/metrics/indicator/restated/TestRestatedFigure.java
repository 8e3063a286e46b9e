package org.citylake.metrics.indicator.restated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.IndicatorDeclaration.Restatement;
import org.citylake.core.value.Decimals;
import org.citylake.core.value.TimePeriod;
import org.citylake.metrics.indicator.IndicatorAlgebra;
import org.citylake.metrics.indicator.derived.Figure;
import org.citylake.metrics.indicator.restated.RestatedFigure.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The census of 2010 counted 246,788 residents in old 静安 (7.62 km²) and 830,496 in 闸北 (29.26 km²),
 * which were merged in 2015; on the divisions of 2016 it is published as 1,077,284.
 */
final class TestRestatedFigure {
  @Test
  void amountsAddUpToWhatTheCensusPublishesForTheMergedDistrict() {
    RestatedFigure restated =
        RestatedFigure.of(
            indicator("1", Restatement.SUM),
            2,
            List.of(figure("246788", "1"), figure("830496", "1")));

    assertThat(restated.value()).isEqualByComparingTo("1077284");
    assertThat(restated.denominator()).isEqualByComparingTo("1");
    assertThat(restated.obsStatus()).isEqualTo("A");
    assertThat(restated.valueStatus()).isEqualTo("reported");
    assertThat(restated.reason()).isEmpty();
  }

  @Test
  void ratiosAreMadeOfTheSumsAndNotOfTheRatios() {
    RestatedFigure density =
        RestatedFigure.of(
            indicator("1", Restatement.RATIO),
            2,
            List.of(figure("246788", "7.62"), figure("830496", "29.26")));
    RestatedFigure per10k =
        RestatedFigure.of(
            indicator("10000", Restatement.RATIO),
            2,
            List.of(figure("10", "246788"), figure("90", "830496")));

    assertThat(density.numerator()).isEqualByComparingTo("1077284");
    assertThat(density.denominator()).isEqualByComparingTo("36.88");
    assertThat(density.value()).isEqualByComparingTo("29210.5206073753");
    // Neither the mean of 32,386.9 and 28,383.3 nor their sum.
    assertThat(per10k.value()).isEqualByComparingTo("0.9282603288");
  }

  @Test
  void whatDoesNotDeclareHowIsNeverGuessed() {
    RestatedFigure mean =
        RestatedFigure.of(
            indicator("1", null), 2, List.of(figure("53.3", "1"), figure("55.7", "1")));

    assertThat(mean.value()).isNull();
    assertThat(mean.numerator()).isNull();
    assertThat(mean.obsStatus()).isEqualTo("M");
    assertThat(mean.reason()).contains(Reason.NOT_DECLARED);
  }

  @Test
  void everyAreaMustHaveAFigure() {
    IndicatorDeclaration sum = indicator("1", Restatement.SUM);

    assertThat(RestatedFigure.of(sum, 2, List.of(figure("830496", "1"))).reason())
        .contains(Reason.AREA_MISSING);
    assertThat(
            RestatedFigure.of(sum, 2, List.of(figure("830496", "1"), figure(null, "1"))).reason())
        .contains(Reason.AREA_MISSING);
    assertThatThrownBy(() -> RestatedFigure.of(sum, 1, List.of()))
        .hasMessage("0 figures of 1 areas of density");
  }

  @Test
  void anAreaThatWasOnlyRenamedKeepsItsValueWhateverIsDeclared() {
    assertThat(RestatedFigure.of(indicator("1", null), 1, List.of(figure("53.3", "1"))).value())
        .isEqualByComparingTo("53.3");
  }

  @Test
  void theLeastKnownFigureAndEveryWarningMarkTheResult() {
    RestatedFigure restated =
        RestatedFigure.of(
            indicator("1", Restatement.SUM),
            2,
            List.of(
                figure("1", "1", "E", "synthetic", "conflict"),
                figure("2", "1", "A", "computed", "bound")));

    assertThat(restated.obsStatus()).isEqualTo("E");
    assertThat(restated.valueStatus()).isEqualTo("synthetic");
    assertThat(restated.quality()).isEqualTo("bound,conflict");
  }

  @Test
  void denominatorsThatComeToZeroMakeNoValue() {
    RestatedFigure restated =
        RestatedFigure.of(
            indicator("100", Restatement.RATIO), 2, List.of(figure("1", "1"), figure("1", "-1")));

    assertThat(restated.reason()).contains(Reason.NO_QUOTIENT);
  }

  private static Figure figure(@Nullable String numerator, String denominator) {
    return figure(numerator, denominator, "A", "reported", "ok");
  }

  private static Figure figure(
      @Nullable String numerator,
      String denominator,
      String obsStatus,
      String valueStatus,
      String quality) {
    BigDecimal upper = numerator == null ? null : Decimals.of(new BigDecimal(numerator));
    BigDecimal lower = Decimals.of(new BigDecimal(denominator));
    return new Figure(
        LocalDate.of(1949, 10, 1),
        TimePeriod.parse("2010"),
        IndicatorAlgebra.value(BigDecimal.ONE, upper, lower),
        upper,
        lower,
        obsStatus,
        valueStatus,
        quality,
        List.of());
  }

  private static IndicatorDeclaration indicator(
      String multiplier, @Nullable Restatement restatement) {
    return new IndicatorDeclaration(
        "density",
        "population",
        "人口密度",
        "Density",
        "",
        "",
        "",
        "persons_per_km2",
        0,
        Direction.NEUTRAL,
        "A",
        Optional.empty(),
        Optional.empty(),
        "统计局",
        Method.COMPUTED,
        new BigDecimal(multiplier),
        Optional.ofNullable(restatement),
        List.of(),
        Optional.of("SELECT 1"),
        Optional.empty(),
        List.of(),
        Path.of("/"),
        "a".repeat(64));
  }
}
