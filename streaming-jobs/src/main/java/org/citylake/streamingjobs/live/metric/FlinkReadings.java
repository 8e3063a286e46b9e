package org.citylake.streamingjobs.live.metric;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.citylake.streamingjobs.live.count.CompletedCounts;
import org.citylake.streamingjobs.live.count.LiveCount;
import org.citylake.streamingjobs.live.window.KeepEvents;
import org.citylake.streamingjobs.sink.CommitMetrics;

/** Which of Flink's metrics are told, and as what. All others are on Flink's page. */
final class FlinkReadings {
  private static final double MILLISECONDS = 0.001;

  private static final Map<String, LiveMetric> COUNTS =
      Map.of(
          LiveCount.ARRIVED, LiveMetric.RECORDS_IN,
          LiveCount.ACCEPTED, LiveMetric.RECORDS_ACCEPTED,
          LiveCount.DUPLICATE, LiveMetric.RECORDS_DUPLICATE,
          LiveCount.LATE, LiveMetric.RECORDS_LATE,
          LiveCount.REFUSED, LiveMetric.RECORDS_QUARANTINED);

  private static final Map<String, Scaled> JOB =
      Map.of(
          "numberOfCompletedCheckpoints", new Scaled(LiveMetric.CHECKPOINTS_COMPLETED, 1),
          "numberOfFailedCheckpoints", new Scaled(LiveMetric.CHECKPOINTS_FAILED, 1),
          "lastCheckpointDuration", new Scaled(LiveMetric.CHECKPOINT_DURATION, MILLISECONDS),
          "lastCheckpointSize", new Scaled(LiveMetric.CHECKPOINT_SIZE, 1),
          "lastCheckpointCompletedTimestamp", new Scaled(LiveMetric.CHECKPOINT_TIME, MILLISECONDS),
          "numRestarts", new Scaled(LiveMetric.RESTARTS, 1));

  private final Clock clock;

  /**
   * Readings.
   *
   * @param clock that event time is held against
   */
  FlinkReadings(Clock clock) {
    this.clock = clock;
  }

  private record Scaled(LiveMetric metric, double factor) {}

  /**
   * The reading of a metric; empty when it is none that is told.
   *
   * @param variables those of the metric's group, as Flink writes them: {@code <source>}
   */
  Optional<Reading> of(Metric metric, String name, Map<String, String> variables) {
    if (metric instanceof Counter counter && name.equals(CommitMetrics.ROWS)) {
      return table(
          LiveMetric.ROWS_COMMITTED, variables, () -> OptionalDouble.of(counter.getCount()));
    }
    if (!(metric instanceof Gauge<?> gauge)) {
      return Optional.empty();
    }
    Scaled job = JOB.get(name);
    if (job != null) {
      return Optional.of(new Reading(job.metric(), Labels.EMPTY, () -> known(gauge, job.factor())));
    }
    return switch (name) {
      case CommitMetrics.LAST ->
          table(LiveMetric.LAST_COMMIT, variables, () -> known(gauge, MILLISECONDS));
      case CompletedCounts.METRIC ->
          Optional.ofNullable(COUNTS.get(variables.get("<count>")))
              .map(told -> new Reading(told, labels("source", variables), () -> known(gauge, 1)));
      case "currentInputWatermark" -> watermark(gauge, variables);
      default -> Optional.empty();
    };
  }

  /** Of each source's first step that has event time; the other steps follow it. */
  private Optional<Reading> watermark(Gauge<?> gauge, Map<String, String> variables) {
    String operator = variables.getOrDefault("<operator_name>", "");
    return operator.startsWith(KeepEvents.OPERATOR)
        ? Optional.of(
            new Reading(
                LiveMetric.WATERMARK_DELAY,
                Labels.of("source", operator.substring(KeepEvents.OPERATOR.length())),
                () -> delay(gauge)))
        : Optional.empty();
  }

  private OptionalDouble delay(Gauge<?> gauge) {
    return gauge.getValue() instanceof Long watermark
            && watermark > Long.MIN_VALUE
            && watermark < Long.MAX_VALUE
        ? OptionalDouble.of((clock.millis() - watermark) * MILLISECONDS)
        : OptionalDouble.empty();
  }

  private static Optional<Reading> table(
      LiveMetric metric, Map<String, String> variables, Supplier<OptionalDouble> value) {
    return Optional.of(new Reading(metric, labels("table", variables), value));
  }

  private static Labels labels(String label, Map<String, String> variables) {
    return Labels.of(label, variables.getOrDefault("<" + label + ">", ""));
  }

  /** Flink says -1 where there is nothing yet. */
  private static OptionalDouble known(Gauge<?> gauge, double factor) {
    return gauge.getValue() instanceof Number number && number.doubleValue() >= 0
        ? OptionalDouble.of(number.doubleValue() * factor)
        : OptionalDouble.empty();
  }
}
