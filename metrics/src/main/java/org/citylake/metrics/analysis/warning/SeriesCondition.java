package org.citylake.metrics.analysis.warning;

import java.util.OptionalDouble;
import org.citylake.core.declaration.WarningDeclaration.Anomaly;
import org.citylake.core.declaration.WarningDeclaration.Change;
import org.citylake.core.declaration.WarningDeclaration.Condition;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.citylake.core.declaration.WarningDeclaration.Threshold;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.analysis.SeriesAnalysis;
import org.jspecify.annotations.Nullable;

/** A condition that looks at each value of a series: whether it starts, and whether it goes on. */
final class SeriesCondition {
  private final Condition condition;
  private final SeriesAnalysis analysis;
  private final Series series;

  SeriesCondition(Condition condition, SeriesAnalysis analysis) {
    this.condition = condition;
    this.analysis = analysis;
    this.series = analysis.series();
  }

  /** Whether the value at a place warns. */
  boolean starts(int place) {
    if (condition instanceof Threshold threshold) {
      return threshold.bound().crossed(series.value(place));
    }
    if (condition instanceof Change change) {
      OptionalDouble moved = change(place);
      return moved.isPresent() && change.bound().crossed(moved.getAsDouble());
    }
    return condition instanceof Anomaly anomaly && standsOut(place, anomaly.side());
  }

  /** Whether a warning that there is goes on. */
  boolean goesOn(int place) {
    if (condition instanceof Threshold threshold) {
      return threshold.bound().holds(series.value(place));
    }
    if (condition instanceof Change change) {
      OptionalDouble moved = change(place);
      return moved.isPresent() && change.bound().holds(moved.getAsDouble());
    }
    return starts(place);
  }

  /** What the values are held against. */
  @Nullable Double threshold() {
    if (condition instanceof Threshold threshold) {
      return threshold.bound().limit();
    }
    return condition instanceof Change change ? change.bound().limit() : null;
  }

  /** How far the value moved; empty for other conditions and without an earlier value. */
  OptionalDouble change(int place) {
    if (!(condition instanceof Change change)) {
      return OptionalDouble.empty();
    }
    int before = place - (change.samePeriod() ? series.frequency().season() : 1);
    if (before < 0 || !series.observed(before)) {
      return OptionalDouble.empty();
    }
    double earlier = series.value(before);
    double moved = series.value(place) - earlier;
    if (!change.percent()) {
      return OptionalDouble.of(moved);
    }
    return earlier == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100 * moved / Math.abs(earlier));
  }

  private boolean standsOut(int place, @Nullable Side side) {
    if (!analysis.anomalies().contains(place)) {
      return false;
    }
    double remainder = analysis.decomposition().map(d -> d.remainder(place)).orElse(0.0);
    return side == null || (side == Side.ABOVE) == (remainder > 0);
  }
}
