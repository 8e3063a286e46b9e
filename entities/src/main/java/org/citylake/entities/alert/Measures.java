package org.citylake.entities.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.AlertDeclaration.Change;
import org.citylake.core.declaration.AlertDeclaration.Deviation;
import org.citylake.core.declaration.AlertDeclaration.Season;
import org.citylake.entities.alert.AlertInput.Reading;
import org.citylake.entities.alert.AlertState.History;
import org.citylake.entities.alert.AlertState.Point;
import org.citylake.entities.alert.AlertState.Recent;
import org.jspecify.annotations.Nullable;

/** The measures that need the past. */
final class Measures {
  /** Digits after the point of a measure that is divided. */
  static final int SCALE = 4;

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /**
   * The median absolute deviation times this is the standard deviation of a normal distribution.
   */
  private static final BigDecimal NORMAL = new BigDecimal("1.4826");

  private static final int HOURS = 24;

  private Measures() {}

  /** How far the value moved from the oldest one in the window. */
  static Measure change(Change change, Recent recent, Reading reading) {
    Instant oldest = reading.at().minus(change.over());
    List<Point> points = new ArrayList<>();
    for (Point point : recent.points()) {
      if (!point.at().isBefore(oldest)) {
        points.add(point);
      }
    }
    BigDecimal value = points.isEmpty() ? null : moved(change, points.get(0), reading);
    points.add(new Point(reading.at(), reading.value()));
    return new Measure(new Recent(points), value);
  }

  private static @Nullable BigDecimal moved(Change change, Point from, Reading reading) {
    BigDecimal moved = reading.value().subtract(from.value());
    if (!change.percent()) {
      return moved;
    }
    return from.value().signum() == 0
        ? null
        : moved.multiply(HUNDRED).divide(from.value().abs(), SCALE, RoundingMode.HALF_EVEN);
  }

  /**
   * How far the value lies from the median of the same hour before, in robust standard deviations.
   * Source: Rousseeuw and Croux 1993, the median absolute deviation. Nothing before half of the
   * history is there. Values that stand out enter the history too: the median bears them.
   */
  static Measure deviation(Deviation deviation, ZoneId zone, History history, Reading reading) {
    int hour = hour(deviation.season(), reading.at().atZone(zone));
    Map<Integer, List<BigDecimal>> values = new TreeMap<>(history.values());
    List<BigDecimal> before = values.getOrDefault(hour, List.of());
    BigDecimal measure =
        before.size() * 2 < deviation.history()
            ? null
            : standardised(before, reading.value(), deviation.least());
    List<BigDecimal> kept = new ArrayList<>(before);
    kept.add(reading.value());
    if (kept.size() > deviation.history()) {
      kept.remove(0);
    }
    values.put(hour, List.copyOf(kept));
    return new Measure(new History(values), measure);
  }

  private static int hour(Season season, ZonedDateTime time) {
    return season == Season.DAY
        ? time.getHour()
        : (time.getDayOfWeek().getValue() - 1) * HOURS + time.getHour();
  }

  private static BigDecimal standardised(
      List<BigDecimal> before, BigDecimal value, BigDecimal least) {
    BigDecimal median = median(before);
    BigDecimal spread =
        median(before.stream().map(b -> b.subtract(median).abs()).toList()).multiply(NORMAL);
    return value.subtract(median).divide(spread.max(least), SCALE, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).add(sorted.get(middle)).multiply(new BigDecimal("0.5"));
  }
}
