package org.citylake.entities.division;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/**
 * One row of a GB/T 2260 code table.
 *
 * @param revision the day whose state the table tells, such as 2008-12-31
 * @param code six digits
 * @param name Chinese name at that time
 */
public record CodeTableRow(LocalDate revision, String code, String name) {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  /**
   * The last day of a revision's month, of {@code 200812} the 2008-12-31.
   *
   * @throws java.time.DateTimeException when the text is no month
   */
  public static LocalDate revisionDate(String month) {
    return YearMonth.parse(month, MONTH).atEndOfMonth();
  }
}
