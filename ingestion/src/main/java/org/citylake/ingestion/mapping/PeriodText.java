package org.citylake.ingestion.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A period as SDMX writes it: {@code 2015}, {@code 2015-03}, {@code 2015-03-01}, {@code 2011/2015}.
 * Sources may also write a span as {@code 2011..2015}.
 *
 * @param text SDMX text
 * @param start first day
 * @param end first day after the period
 */
record PeriodText(String text, LocalDate start, LocalDate end) {
  private static final Pattern PART = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  /** Reads a period. */
  static PeriodText parse(String text) throws Unmappable {
    String sdmx = text.replace("..", "/");
    int slash = sdmx.indexOf('/');
    String first = slash < 0 ? sdmx : sdmx.substring(0, slash);
    String last = slash < 0 ? sdmx : sdmx.substring(slash + 1);
    if (!PART.matcher(first).matches()
        || !PART.matcher(last).matches()
        || first.length() != last.length()) {
      throw noPeriod(text);
    }
    try {
      LocalDate start = start(first);
      LocalDate end = end(last);
      if (!start.isBefore(end)) {
        throw noPeriod(text);
      }
      return new PeriodText(sdmx, start, end);
    } catch (DateTimeException e) {
      throw noPeriod(text);
    }
  }

  private static LocalDate start(String part) {
    return switch (part.length()) {
      case 4 -> Year.parse(part).atDay(1);
      case 7 -> YearMonth.parse(part).atDay(1);
      default -> LocalDate.parse(part);
    };
  }

  private static LocalDate end(String part) {
    return switch (part.length()) {
      case 4 -> start(part).plusYears(1);
      case 7 -> start(part).plusMonths(1);
      default -> start(part).plusDays(1);
    };
  }

  private static Unmappable noPeriod(String text) {
    return new Unmappable(
        "period", "'" + text + "' is no period: write 2015, 2015-03, 2015-03-01 or 2011..2015");
  }
}
