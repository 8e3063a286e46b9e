package org.citylake.metrics.indicator.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.indicator.FigureTerm;

/**
 * An indicator's figures of one area by the first day of their period, all of one frequency.
 * Windows are laid by the calendar, so a period that is missing is never passed over.
 */
public final class FigureSeries {
  private final String frequency;
  private final NavigableMap<LocalDate, Figure> figures = new TreeMap<>();

  /**
   * A series.
   *
   * @param frequency A, M or D
   * @param figures at most one of a period; those without a value, and those of other frequencies,
   *     are left out
   */
  public FigureSeries(String frequency, Collection<Figure> figures) {
    this.frequency = frequency;
    for (Figure figure : figures) {
      LocalDate start = figure.period().start();
      if (figure.value() != null && figure.period().end().equals(step(start, 1))) {
        this.figures.put(start, figure);
      }
    }
  }

  /** The periods that have a figure, in order. */
  List<LocalDate> starts() {
    return List.copyOf(figures.keySet());
  }

  /**
   * The figures that a term takes, seen from a period: one for SAME, LAG and YEAR_BEFORE, all of
   * its window for the others.
   *
   * @return empty when one is missing that has to be there: the one figure itself; for SUM and
   *     COUNT the beginning of the window, which must not lie before the series; for YEAR_TO_DATE
   *     any period of the year until then
   */
  Optional<List<Figure>> of(FigureTerm term, LocalDate start) {
    return switch (term.window()) {
      case SAME -> one(start);
      case LAG -> one(step(start, -term.periods()));
      case YEAR_BEFORE -> yearBefore(start);
      case SUM, COUNT -> since(step(start, 1 - term.periods()), start);
      case YEAR_TO_DATE -> yearToDate(start);
    };
  }

  private Optional<List<Figure>> one(LocalDate start) {
    return Optional.ofNullable(figures.get(start)).map(List::of);
  }

  private Optional<List<Figure>> yearBefore(LocalDate start) {
    LocalDate before = start.minusYears(1);
    // 29 February has none; the 28th is another day.
    return before.getDayOfMonth() == start.getDayOfMonth() ? one(before) : Optional.empty();
  }

  private Optional<List<Figure>> since(LocalDate first, LocalDate start) {
    if (figures.isEmpty() || figures.firstKey().isAfter(first)) {
      return Optional.empty();
    }
    return Optional.of(List.copyOf(figures.subMap(first, true, start, true).values()));
  }

  private Optional<List<Figure>> yearToDate(LocalDate start) {
    List<Figure> found = new ArrayList<>();
    for (LocalDate at = start.withDayOfYear(1); !at.isAfter(start); at = step(at, 1)) {
      Figure figure = figures.get(at);
      if (figure == null) {
        return Optional.empty();
      }
      found.add(figure);
    }
    return Optional.of(List.copyOf(found));
  }

  private LocalDate step(LocalDate start, int periods) {
    return switch (frequency) {
      case "D" -> start.plusDays(periods);
      case "M" -> start.plusMonths(periods);
      default -> start.plusYears(periods);
    };
  }
}
