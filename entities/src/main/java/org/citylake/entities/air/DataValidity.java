package org.citylake.entities.air;

import java.time.Month;
import java.util.List;

/**
 * How much must have been measured before a mean of SO2, NO2, CO, ozone, PM10 or PM2.5 may be
 * formed. Source: GB 3095-2012, 6.4, table 4.
 */
public final class DataValidity {
  /** Minutes of sampling that an hour needs. */
  public static final int MINUTES_OF_HOUR = 45;

  /** Hours that a mean of 8 hours needs. */
  public static final int HOURS_OF_EIGHT = 6;

  /** Hours that a mean of 24 hours needs. */
  public static final int HOURS_OF_DAY = 20;

  /** Days that a year needs. */
  public static final int DAYS_OF_YEAR = 324;

  /** Days that a month needs, but February. */
  public static final int DAYS_OF_MONTH = 27;

  /** Days that February needs. */
  public static final int DAYS_OF_FEBRUARY = 25;

  private static final int MONTHS = 12;

  private DataValidity() {}

  /** Whether so many minutes make an hour. */
  public static boolean hour(int minutes) {
    return minutes >= MINUTES_OF_HOUR;
  }

  /** Whether so many hours of 8 make their mean. */
  public static boolean eightHours(int hours) {
    return hours >= HOURS_OF_EIGHT;
  }

  /** Whether so many hours make a day. */
  public static boolean day(int hours) {
    return hours >= HOURS_OF_DAY;
  }

  /** Whether so many valid days make the month. */
  public static boolean month(Month month, int days) {
    return days >= (month == Month.FEBRUARY ? DAYS_OF_FEBRUARY : DAYS_OF_MONTH);
  }

  /** Whether the year is valid, given the valid days of January to December. */
  public static boolean year(List<Integer> daysOfMonth) {
    if (daysOfMonth.size() != MONTHS) {
      throw new IllegalArgumentException("A year has 12 months: " + daysOfMonth.size());
    }
    int days = 0;
    for (Month month : Month.values()) {
      int ofMonth = daysOfMonth.get(month.getValue() - 1);
      if (!month(month, ofMonth)) {
        return false;
      }
      days += ofMonth;
    }
    return days >= DAYS_OF_YEAR;
  }
}
