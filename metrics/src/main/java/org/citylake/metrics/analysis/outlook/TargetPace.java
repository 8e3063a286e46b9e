package org.citylake.metrics.analysis.outlook;

import java.util.NavigableMap;
import java.util.Optional;
import org.citylake.metrics.analysis.Digits;
import org.citylake.metrics.analysis.ValidRange;
import org.citylake.metrics.analysis.forecast.ForecastPoint;
import org.citylake.metrics.analysis.forecast.TrendForecast;
import org.jspecify.annotations.Nullable;

/**
 * A target held against the pace at which its figure moves. Signs are those of the figure: a share
 * that has to fall from 30 to 20 has the gap -10.
 *
 * @param outlook what comes of it
 * @param reason why that is so
 * @param gap target less actual figure; null when one is missing
 * @param paceNeeded gap over the years that are left; null when none are
 * @param paceMade change a year between the last figure and the earliest of the five years before;
 *     null with one figure
 * @param expected figure in the year when it is due, at the pace made and within what is possible;
 *     null without a pace or when the year is over
 * @param expectedLow lower end of its 80 % interval; null with fewer than four figures in a row
 * @param expectedHigh upper end of it
 */
public record TargetPace(
    Outlook outlook,
    Reason reason,
    @Nullable Double gap,
    @Nullable Double paceNeeded,
    @Nullable Double paceMade,
    @Nullable Double expected,
    @Nullable Double expectedLow,
    @Nullable Double expectedHigh) {
  private static final int YEARS_BACK = 5;

  /** What comes of a target. */
  public enum Outlook {
    REACHED,
    ON_TRACK,
    WILL_MISS,
    UNKNOWN
  }

  /** Why. */
  public enum Reason {
    /** The last figure meets the target. */
    MET,
    /** It was due and is not met. */
    OVERDUE,
    /** The pace suffices. */
    PACE_SUFFICES,
    /** The pace does not suffice. */
    PACE_FALLS_SHORT,
    /** The plan names no number. */
    NO_NUMBER,
    /** There is no figure. */
    NO_FIGURE,
    /** One figure alone has no pace. */
    ONE_FIGURE,
    /** Neither the plan nor the indicator says which way is better. */
    NO_DIRECTION
  }

  /**
   * Judges a target.
   *
   * @param target its number and how it is meant
   * @param figures actual figures by year, none later than the year when it is due
   * @param range what the figure can be
   */
  public static TargetPace of(
      Target target, NavigableMap<Integer, Double> figures, ValidRange range) {
    Double wanted = target.number();
    if (wanted == null) {
      return unknown(Reason.NO_NUMBER, null, null);
    }
    if (figures.isEmpty()) {
      return unknown(Reason.NO_FIGURE, null, null);
    }
    int year = figures.lastKey();
    double actual = figures.lastEntry().getValue();
    double gap = Digits.significant(wanted - actual);
    int left = target.dueYear() - year;
    Double needed = left > 0 ? Digits.significant(gap / left) : null;
    Optional<Boolean> met = target.met(actual);
    if (met.isEmpty()) {
      return unknown(Reason.NO_DIRECTION, gap, needed);
    }
    Double made = pace(figures, year, actual);
    if (met.get()) {
      return judged(Outlook.REACHED, Reason.MET, gap, needed, made, null);
    }
    if (left <= 0) {
      return judged(Outlook.WILL_MISS, Reason.OVERDUE, gap, null, made, null);
    }
    if (made == null) {
      return unknown(Reason.ONE_FIGURE, gap, needed);
    }
    ForecastPoint expected = expected(figures, left, made, range);
    boolean suffices = target.met(expected.value()).orElse(false);
    return judged(
        suffices ? Outlook.ON_TRACK : Outlook.WILL_MISS,
        suffices ? Reason.PACE_SUFFICES : Reason.PACE_FALLS_SHORT,
        gap,
        needed,
        made,
        expected);
  }

  private static @Nullable Double pace(
      NavigableMap<Integer, Double> figures, int year, double actual) {
    int first = figures.ceilingKey(year - YEARS_BACK);
    double earliest = figures.getOrDefault(first, actual);
    return first == year ? null : Digits.significant((actual - earliest) / (year - first));
  }

  /** The figure when it is due; its interval is known where no year is missing. */
  private static ForecastPoint expected(
      NavigableMap<Integer, Double> figures, int left, double made, ValidRange range) {
    int year = figures.lastKey();
    NavigableMap<Integer, Double> latest = figures.tailMap(year - YEARS_BACK, true);
    String due = Integer.toString(year + left);
    if (latest.size() == year - latest.firstKey() + 1) {
      double[] run = latest.values().stream().mapToDouble(v -> v).toArray();
      Optional<ForecastPoint> point = TrendForecast.at(run, left, due, range);
      if (point.isPresent()) {
        return point.get();
      }
    }
    double value = range.nearest(Digits.significant(figures.lastEntry().getValue() + left * made));
    return new ForecastPoint(due, value, value, value, value, value);
  }

  private static TargetPace unknown(Reason reason, @Nullable Double gap, @Nullable Double needed) {
    return new TargetPace(Outlook.UNKNOWN, reason, gap, needed, null, null, null, null);
  }

  private static TargetPace judged(
      Outlook outlook,
      Reason reason,
      double gap,
      @Nullable Double needed,
      @Nullable Double made,
      @Nullable ForecastPoint expected) {
    boolean interval = expected != null && expected.low80() < expected.high80();
    return new TargetPace(
        outlook,
        reason,
        gap,
        needed,
        made,
        expected == null ? null : expected.value(),
        expected != null && interval ? expected.low80() : null,
        expected != null && interval ? expected.high80() : null);
  }
}
