package org.citylake.entities.credit;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The scores of a legal entity at ends of quarters, each told anew from the days of its items: what
 * the records known today say of that day, which is not always what was published on it.
 */
public final class CreditHistory {
  private final CreditScoring scoring;

  /** Histories by one model. */
  public CreditHistory(CreditScoring scoring) {
    this.scoring = scoring;
  }

  /**
   * The last ends of quarters, earliest first.
   *
   * @param day the last one is it or the nearest before
   * @param quarters how many, at least 0
   */
  public static List<LocalDate> quarterEnds(LocalDate day, int quarters) {
    LocalDate next = day.plusDays(1);
    LocalDate begins = LocalDate.of(next.getYear(), next.get(IsoFields.QUARTER_OF_YEAR) * 3 - 2, 1);
    List<LocalDate> ends = new ArrayList<>();
    for (int back = 0; back < quarters; back++) {
      ends.add(begins.minusMonths(3L * back).minusDays(1));
    }
    Collections.reverse(ends);
    return List.copyOf(ends);
  }

  /** The quarter of a day, such as 2016-Q4. */
  public static String quarter(LocalDate day) {
    return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  /**
   * The scores on the days, in their order.
   *
   * @param items all of the subject, in any order
   * @param since before it the subject was not there and has no score
   */
  public List<CreditScore> scores(
      CreditSubject subject,
      Collection<CreditItem> items,
      Collection<LocalDate> days,
      LocalDate since) {
    return days.stream()
        .filter(day -> !day.isBefore(since))
        .map(day -> scoring.score(subject, items, day))
        .toList();
  }
}
