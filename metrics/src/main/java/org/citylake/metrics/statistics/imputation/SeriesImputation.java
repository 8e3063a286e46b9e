package org.citylake.metrics.statistics.imputation;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * Fills the gaps of one unit's series from its own other values. In: times, strictly ascending, in
 * any unit, and the values at them; out: the values in the same unit, the present ones as they
 * were.
 *
 * <p>Source: COINr 1.1.14, {@code impute_panel}; R, {@code approx(rule = 2)}.
 */
public final class SeriesImputation {
  private SeriesImputation() {}

  /**
   * A series in which some gaps may be left.
   *
   * @param values 0 where one is still missing
   * @param present where there is a value now
   */
  public record Filled(double[] values, boolean[] present) {}

  /**
   * Between two values by a straight line in time; before the first and after the last, that value.
   *
   * @return a value at each time
   * @throws UndefinedStatisticException too-few-values if all are missing
   */
  public static double[] linear(double[] times, double[] values, boolean[] present) {
    requireSeries(times, values, present);
    if (Values.count(present) == 0) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES, "A series needs at least 1 value");
    }
    double[] filled = new double[values.length];
    int before = -1;
    int after = next(present, 0);
    for (int i = 0; i < values.length; i++) {
      if (present[i]) {
        before = i;
        after = next(present, i + 1);
        filled[i] = values[i];
      } else if (before < 0) {
        filled[i] = values[after];
      } else if (after == values.length) {
        filled[i] = values[before];
      } else {
        double share = (times[i] - times[before]) / (times[after] - times[before]);
        filled[i] = values[before] + share * (values[after] - values[before]);
      }
    }
    return filled;
  }

  /**
   * The last value before the gap, if it is not older than a limit. What has none before it, or too
   * old a one, stays missing.
   *
   * @param maximumAge in the times' unit, at least 0; infinity for no limit
   */
  public static Filled lastObservation(
      double[] times, double[] values, boolean[] present, double maximumAge) {
    requireSeries(times, values, present);
    if (!(maximumAge >= 0)) {
      throw new IllegalArgumentException("maximumAge must be >= 0: " + maximumAge);
    }
    double[] filled = new double[values.length];
    boolean[] found = new boolean[values.length];
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      last = present[i] ? i : last;
      found[i] = last >= 0 && times[i] - times[last] <= maximumAge;
      filled[i] = found[i] ? values[last] : 0;
    }
    return new Filled(filled, found);
  }

  private static int next(boolean[] present, int from) {
    int next = from;
    while (next < present.length && !present[next]) {
      next++;
    }
    return next;
  }

  private static void requireSeries(double[] times, double[] values, boolean[] present) {
    Values.requireSameLength(times.length, values.length);
    Values.present(values, present);
    for (int i = 0; i < times.length; i++) {
      Values.finite(times[i]);
      if (i > 0 && times[i] <= times[i - 1]) {
        throw new IllegalArgumentException(
            "Times must ascend: %s before %s".formatted(times[i - 1], times[i]));
      }
    }
  }
}
