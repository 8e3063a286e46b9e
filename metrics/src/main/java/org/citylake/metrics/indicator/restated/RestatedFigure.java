package org.citylake.metrics.indicator.restated;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Restatement;
import org.citylake.metrics.indicator.IndicatorAlgebra;
import org.citylake.metrics.indicator.derived.Figure;
import org.citylake.metrics.indicator.derived.FigureMarks;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a division by those of the areas that it was made of (docs/adr/0014). Numerators of
 * amounts add up, of ratios denominators too, and the value is made of the sums by the indicator's
 * own rule. Nothing is guessed: without a figure of every area, or for an indicator that does not
 * declare how, there is no value but a reason.
 *
 * @param value in the indicator's unit; null with a reason
 * @param numerator exact; null with a reason
 * @param denominator exact; null with a reason
 * @param obsStatus A, E or P; M with a reason
 * @param valueStatus that of the least known figure
 * @param quality every warning of any of them, else ok
 * @param reason why there is no value; empty when there is one
 */
public record RestatedFigure(
    @Nullable BigDecimal value,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    String obsStatus,
    String valueStatus,
    String quality,
    Optional<Reason> reason) {
  /** From the best known to the least. */
  private static final List<String> STATUSES =
      List.of("reported", "computed", "estimated", "imputed", "synthetic");

  /** Why figures do not make one of another division. */
  public enum Reason {
    /** The indicator does not declare how its values are restated. */
    NOT_DECLARED,
    /** One of the areas has no figure. */
    AREA_MISSING,
    /** A figure lacks the numerator or denominator that is to be added up, or they come to zero. */
    NO_QUOTIENT
  }

  /**
   * Restates.
   *
   * @param areas of how many areas the division was made
   * @param figures of these areas, all of one period, at least one
   */
  public static RestatedFigure of(IndicatorDeclaration indicator, int areas, List<Figure> figures) {
    if (figures.isEmpty() || figures.size() > areas) {
      throw new IllegalArgumentException(
          figures.size() + " figures of " + areas + " areas of " + indicator.code());
    }
    Figure first = figures.get(0);
    if (areas == 1 && first.value() != null) {
      // It was only renamed.
      return with(first.value(), first.numerator(), first.denominator(), figures);
    }
    if (areas > 1 && indicator.restatement().isEmpty()) {
      return without(Reason.NOT_DECLARED, figures);
    }
    if (figures.size() < areas || figures.stream().anyMatch(f -> f.value() == null)) {
      return without(Reason.AREA_MISSING, figures);
    }
    BigDecimal numerator = sum(figures, Figure::numerator);
    BigDecimal denominator =
        indicator.restatement().orElseThrow() == Restatement.RATIO
            ? sum(figures, Figure::denominator)
            : BigDecimal.ONE;
    BigDecimal value = IndicatorAlgebra.value(indicator.multiplier(), numerator, denominator);
    return value == null
        ? without(Reason.NO_QUOTIENT, figures)
        : with(value, numerator, denominator, figures);
  }

  /**
   * No value, because the figures at hand are not those of the areas that the division was made of.
   */
  public static RestatedFigure withoutItsAreas(List<Figure> figures) {
    return without(Reason.AREA_MISSING, figures);
  }

  private static RestatedFigure with(
      BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      List<Figure> figures) {
    return new RestatedFigure(
        value,
        numerator,
        denominator,
        FigureMarks.obsStatus(figures),
        leastKnown(figures),
        FigureMarks.quality(figures),
        Optional.empty());
  }

  private static RestatedFigure without(Reason reason, List<Figure> figures) {
    return new RestatedFigure(
        null,
        null,
        null,
        IndicatorAlgebra.MISSING,
        leastKnown(figures),
        FigureMarks.quality(figures),
        Optional.of(reason));
  }

  private static String leastKnown(List<Figure> figures) {
    return figures.stream()
        .map(Figure::valueStatus)
        .max(Comparator.comparing(STATUSES::indexOf))
        .orElseThrow();
  }

  private static @Nullable BigDecimal sum(
      List<Figure> figures, Function<Figure, @Nullable BigDecimal> part) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Figure figure : figures) {
      BigDecimal term = part.apply(figure);
      if (term == null) {
        return null;
      }
      sum = sum.add(term);
    }
    return sum;
  }
}
