package org.citylake.core.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as SDMX writes it: {@code 2015}, {@code 2015-03}, {@code 2015-03-01}, or {@code
 * 2011/2015} for a span of years, both included.
 *
 * @param text as written
 * @param start first day
 * @param end first day after
 */
public record TimePeriod(String text, LocalDate start, LocalDate end) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|/([0-9]{4}))?");

  /**
   * Reads a period.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static TimePeriod parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Not a period: '" + text + "'; write 2015, 2015-03, 2015-03-01 or 2011/2015"));
  }

  /** Reads a period; empty when the text is none. */
  public static Optional<TimePeriod> find(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    String month = matcher.group(2);
    String day = matcher.group(3);
    String last = matcher.group(4);
    try {
      if (day != null && month != null) {
        LocalDate date = LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
        return Optional.of(new TimePeriod(text, date, date.plusDays(1)));
      }
      if (month != null) {
        YearMonth start = YearMonth.of(year, Integer.parseInt(month));
        return Optional.of(new TimePeriod(text, start.atDay(1), start.plusMonths(1).atDay(1)));
      }
      int lastYear = last == null ? year : Integer.parseInt(last);
      return lastYear < year
          ? Optional.empty()
          : Optional.of(
              new TimePeriod(text, Year.of(year).atDay(1), Year.of(lastYear + 1).atDay(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
