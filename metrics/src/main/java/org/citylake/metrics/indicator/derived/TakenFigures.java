package org.citylake.metrics.indicator.derived;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.indicator.FigureExpression;
import org.citylake.core.indicator.FigureSum;
import org.citylake.core.indicator.FigureTerm;
import org.citylake.core.indicator.FigureTerm.Window;
import org.citylake.core.value.Selector;

/** The figures of one area that an expression takes for one period, and what follows from them. */
final class TakenFigures {
  private static final List<String> WORST_FIRST = List.of("synthetic", "imputed", "estimated");

  private final Map<FigureTerm, BigDecimal> amounts = new LinkedHashMap<>();
  private final Map<String, Figure> bySelector = new LinkedHashMap<>();

  private TakenFigures() {}

  /**
   * Takes them.
   *
   * @param series by code
   * @return empty when one is missing, or when they are of different versions of the area: a figure
   *     of other borders is not like
   */
  static Optional<TakenFigures> of(
      FigureExpression expression, String area, Map<String, FigureSeries> series, LocalDate start) {
    TakenFigures taken = new TakenFigures();
    for (FigureTerm term : expression.terms()) {
      FigureSeries own = series.get(term.code());
      Optional<List<Figure>> figures =
          own == null ? Optional.empty() : own.of(term, start).filter(f -> !f.isEmpty());
      if (figures.isEmpty()) {
        return Optional.empty();
      }
      taken.add(term, area, figures.get());
    }
    return taken.versions().size() > 1 ? Optional.empty() : Optional.of(taken);
  }

  private void add(FigureTerm term, String area, List<Figure> figures) {
    BigDecimal amount = BigDecimal.ZERO;
    for (Figure figure : figures) {
      amount =
          amount.add(
              term.window() == Window.COUNT
                  ? BigDecimal.ONE
                  : Objects.requireNonNullElse(figure.part(term.part()), BigDecimal.ZERO));
      Map<String, String> columns = new LinkedHashMap<>();
      columns.put("indicator_code", term.code());
      columns.put("ref_area", area);
      columns.put("time_period", figure.period().text());
      bySelector.put(new Selector("metric.indicator_value", columns).toString(), figure);
    }
    amounts.put(term, amount);
  }

  private Set<String> versions() {
    Set<String> versions = new TreeSet<>();
    bySelector.values().forEach(f -> versions.add(String.valueOf(f.areaValidFrom())));
    return versions;
  }

  /** The sum with the figures in it, exact. */
  BigDecimal sum(FigureSum sum) {
    BigDecimal total = sum.constant();
    for (Map.Entry<FigureTerm, BigDecimal> factor : sum.factors().entrySet()) {
      BigDecimal amount = Objects.requireNonNull(amounts.get(factor.getKey()));
      total = total.add(factor.getValue().multiply(amount));
    }
    return total;
  }

  /** Selectors of the figures, in the order of the expression. */
  List<String> evidence() {
    return List.copyOf(bySelector.keySet());
  }

  /** One of the figures; they are of one version of the area. */
  Figure any() {
    return bySelector.values().iterator().next();
  }

  /** See {@link FigureMarks#obsStatus}. */
  String obsStatus() {
    return FigureMarks.obsStatus(bySelector.values());
  }

  /** Synthetic when one is, else imputed or estimated when one is, else computed. */
  String valueStatus() {
    List<String> statuses = bySelector.values().stream().map(Figure::valueStatus).toList();
    return WORST_FIRST.stream().filter(statuses::contains).findFirst().orElse("computed");
  }

  /** See {@link FigureMarks#quality}. */
  String quality() {
    return FigureMarks.quality(bySelector.values());
  }
}
