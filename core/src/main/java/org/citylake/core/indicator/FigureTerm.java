package org.citylake.core.indicator;

/**
 * A figure that an expression asks for.
 *
 * @param code the indicator
 * @param part what of its value
 * @param window of which periods
 * @param periods how many periods the window goes back (LAG) or holds (SUM, COUNT); else 0
 */
public record FigureTerm(String code, Part part, Window window, int periods) {
  /** What of an indicator's value is taken. */
  public enum Part {
    VALUE,
    NUMERATOR,
    DENOMINATOR
  }

  /** Of which periods, seen from the one that is computed. */
  public enum Window {
    /** The period itself. */
    SAME,
    /** The one so many periods of the indicator's frequency before. */
    LAG,
    /** The same month or day of the year before. */
    YEAR_BEFORE,
    /** The sum over the last so many periods, the own one included. */
    SUM,
    /** How many of the last so many periods have a value. */
    COUNT,
    /** The sum since the first period of the year. */
    YEAR_TO_DATE
  }

  /** The value of the period itself. */
  static FigureTerm of(String code) {
    return new FigureTerm(code, Part.VALUE, Window.SAME, 0);
  }

  FigureTerm part(Part taken) {
    return new FigureTerm(code, taken, window, periods);
  }

  FigureTerm window(Window taken, int number) {
    return new FigureTerm(code, part, taken, number);
  }

  /** Whether it is only the part of one value, so that a window can be laid on it. */
  boolean plain() {
    return window == Window.SAME;
  }
}
