package org.citylake.metrics.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The latest stretch of an indicator's values in one area without a long gap. At most three periods
 * in a row may be missing; they are filled along a straight line, because every method here needs
 * equal distances, and are marked as not observed.
 */
public final class Series {
  private static final int LONGEST_GAP = 3;

  private final Frequency frequency;
  private final long start;
  private final double[] values;
  private final boolean[] observed;

  private Series(Frequency frequency, long start, double[] values, boolean[] observed) {
    this.frequency = frequency;
    this.start = start;
    this.values = values;
    this.observed = observed;
  }

  /**
   * The series.
   *
   * @param byPeriod finite values by period; periods of another kind are left out
   * @return empty when no period is of the frequency
   */
  public static Optional<Series> of(Frequency frequency, Map<String, Double> byPeriod) {
    TreeMap<Long, Double> known = new TreeMap<>();
    byPeriod.forEach(
        (period, value) -> {
          OptionalLong index = frequency.index(period);
          if (index.isPresent()) {
            known.put(index.getAsLong(), value);
          }
        });
    if (known.isEmpty()) {
      return Optional.empty();
    }
    long end = known.lastKey();
    long start = end;
    for (long place : known.descendingKeySet()) {
      if (start - place > LONGEST_GAP + 1 || end - place >= frequency.window()) {
        break;
      }
      start = place;
    }
    double[] values = new double[Math.toIntExact(end - start + 1)];
    boolean[] observed = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      long place = start + i;
      Map.Entry<Long, Double> before = known.floorEntry(place);
      Map.Entry<Long, Double> after = known.ceilingEntry(place);
      observed[i] = known.containsKey(place);
      values[i] = between(place, before, after);
    }
    return Optional.of(new Series(frequency, start, values, observed));
  }

  private static double between(
      long place, Map.Entry<Long, Double> before, Map.Entry<Long, Double> after) {
    double span = after.getKey() - before.getKey();
    double share = span == 0 ? 0 : (place - before.getKey()) / span;
    return before.getValue() + share * (after.getValue() - before.getValue());
  }

  /** How often there is a value. */
  public Frequency frequency() {
    return frequency;
  }

  /** Number of periods. */
  public int length() {
    return values.length;
  }

  /** The values in order. */
  public double[] values() {
    return values.clone();
  }

  /** The value at a place. */
  public double value(int place) {
    return values[place];
  }

  /** Whether the value was there and not filled in. */
  public boolean observed(int place) {
    return observed[place];
  }

  /** The period at a place; beyond the last one those to come. */
  public String period(int place) {
    return frequency.period(start + place);
  }

  /** The last period's place on the frequency's line of periods. */
  public long end() {
    return start + values.length - 1;
  }

  /** The place of the last value. */
  public int last() {
    return values.length - 1;
  }

  /** Whether all values are the same. */
  public boolean constant() {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }
}
