package org.citylake.entities.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The valid days of one station's calendar year of SO2, NO2, PM10 or PM2.5, their means summed
 * exactly.
 *
 * <p>Source of the validity rules: GB 3095-2012, 6.4, table 4: at least 324 valid daily means a
 * year, at least 27 a month and 25 in February.
 *
 * @param daysOfMonth valid days of January to December
 * @param meanSum sum of the valid daily means in µg/m³, scale 10
 * @param daysOver valid days whose mean is over the limit of the day
 */
public record PollutantYear(List<Integer> daysOfMonth, BigDecimal meanSum, int daysOver) {
  /** A year without days. */
  public static final PollutantYear EMPTY =
      new PollutantYear(Collections.nCopies(12, 0), BigDecimal.ZERO, 0);

  private static final int FEBRUARY = 1;

  public PollutantYear {
    if (daysOfMonth.size() != 12) {
      throw new IllegalArgumentException("A year has 12 months: " + daysOfMonth.size());
    }
    daysOfMonth = List.copyOf(daysOfMonth);
    meanSum = meanSum.setScale(PollutantDay.SCALE, RoundingMode.UNNECESSARY);
  }

  /** The year with one more day; a day that is not valid changes nothing. */
  public PollutantYear plus(LocalDate date, PollutantDay day, BigDecimal dayLimit) {
    if (!day.valid()) {
      return this;
    }
    List<Integer> months = new ArrayList<>(daysOfMonth);
    int month = date.getMonthValue() - 1;
    months.set(month, months.get(month) + 1);
    return new PollutantYear(
        months,
        meanSum.add(day.mean().orElseThrow()),
        daysOver + (day.exceeds(dayLimit).orElseThrow() ? 1 : 0));
  }

  /** Days with a valid mean, 0..366. */
  public int validDays() {
    return daysOfMonth.stream().mapToInt(Integer::intValue).sum();
  }

  /** Fewest valid days of a month other than February. */
  public int fewestMonthDays() {
    int fewest = Integer.MAX_VALUE;
    for (int month = 0; month < daysOfMonth.size(); month++) {
      if (month != FEBRUARY) {
        fewest = Math.min(fewest, daysOfMonth.get(month));
      }
    }
    return fewest;
  }

  /** Valid days of February. */
  public int februaryDays() {
    return daysOfMonth.get(FEBRUARY);
  }

  /** Whether the year's mean may be formed. */
  public boolean valid() {
    return DataValidity.year(daysOfMonth);
  }

  /** Mean of the daily means in µg/m³, 10 digits, HALF_EVEN; empty when the year is not valid. */
  public Optional<BigDecimal> mean() {
    return valid()
        ? Optional.of(
            meanSum.divide(
                BigDecimal.valueOf(validDays()), PollutantDay.SCALE, RoundingMode.HALF_EVEN))
        : Optional.empty();
  }

  /** Whether the mean is over the limit in µg/m³; empty when the year is not valid. */
  public Optional<Boolean> exceeds(BigDecimal limit) {
    return mean().map(mean -> mean.compareTo(limit) > 0);
  }
}
