package org.citylake.metrics.indicator.derived;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.indicator.FigureExpression;
import org.citylake.core.value.Decimals;
import org.citylake.core.value.TimePeriod;
import org.citylake.metrics.indicator.IndicatorAlgebra;

/**
 * An indicator's values by its expression: numerator and denominator are exact sums of the figures
 * that it names, the value is multiplier × numerator ÷ denominator (ADR 0006).
 */
public final class DerivedIndicator {
  private final IndicatorDeclaration indicator;
  private final FigureExpression expression;

  /** The values of a derived indicator. */
  public DerivedIndicator(IndicatorDeclaration indicator) {
    this.indicator = indicator;
    this.expression = indicator.derivation();
  }

  /**
   * The figures of one area: one for each period of the indicators that it names for which all that
   * the expression asks for is there.
   *
   * @param series the area's series by code
   */
  public List<Figure> figures(String area, Map<String, FigureSeries> series) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    for (String code : expression.codes()) {
      FigureSeries own = series.get(code);
      if (own != null) {
        starts.addAll(own.starts());
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (LocalDate start : starts) {
      TakenFigures.of(expression, area, series, start)
          .flatMap(taken -> figure(start, taken))
          .ifPresent(figures::add);
    }
    return List.copyOf(figures);
  }

  /** Empty when the denominator is zero: there is nothing to say. */
  private Optional<Figure> figure(LocalDate start, TakenFigures taken) {
    BigDecimal numerator = Decimals.of(taken.sum(expression.numerator()));
    BigDecimal denominator = Decimals.of(taken.sum(expression.denominator()));
    BigDecimal value = IndicatorAlgebra.value(indicator.multiplier(), numerator, denominator);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            taken.any().areaValidFrom(),
            period(start),
            value,
            numerator,
            denominator,
            taken.obsStatus(),
            taken.valueStatus(),
            taken.quality(),
            taken.evidence()));
  }

  private TimePeriod period(LocalDate start) {
    String day = start.toString();
    return TimePeriod.parse(
        switch (indicator.frequency()) {
          case "D" -> day;
          case "M" -> day.substring(0, 7);
          default -> day.substring(0, 4);
        });
  }
}
