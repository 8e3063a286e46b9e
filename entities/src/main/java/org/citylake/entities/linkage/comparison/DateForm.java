package org.citylake.entities.linkage.comparison;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people write them, read into year, month and day without asking the calendar: typing
 * faults make days that do not exist, and their parts still tell much.
 */
public final class DateForm {
  /** What cannot be read as a date. */
  public static final int NONE = -1;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年 ]\\s?(\\d{1,2})[-/.月 ]\\s?(\\d{1,2})日?(?:[t ].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?:[t ].*)?");
  private static final Pattern DIGITS = Pattern.compile("\\d{8}");
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2999;

  private DateForm() {}

  /**
   * The date as yyyymmdd, or {@link #NONE}. Of two numbers before the year the first is the day
   * unless it can only be a month: all values of a column then differ alike.
   */
  public static int parse(String text) {
    if (DIGITS.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      return inRange(number / 10_000) ? number : NONE;
    }
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return date(first.group(1), first.group(2), first.group(3));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (last.matches()) {
      boolean dayFirst = Integer.parseInt(last.group(2)) <= 12;
      return date(
          last.group(3), dayFirst ? last.group(2) : last.group(1), last.group(dayFirst ? 1 : 2));
    }
    return NONE;
  }

  private static int date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    return inRange(y) ? y * 10_000 + Integer.parseInt(month) * 100 + Integer.parseInt(day) : NONE;
  }

  private static boolean inRange(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** Whether a date that was read has a month and a day that can be. */
  public static boolean plausible(int date) {
    int month = month(date);
    int day = day(date);
    return date != NONE && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  public static int year(int date) {
    return date / 10_000;
  }

  public static int month(int date) {
    return date / 100 % 100;
  }

  public static int day(int date) {
    return date % 100;
  }
}
