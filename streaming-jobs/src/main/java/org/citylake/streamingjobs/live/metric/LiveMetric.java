package org.citylake.streamingjobs.live.metric;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;

/**
 * The figures, in Prometheus' units: seconds, bytes, records. A counter's name ends in {@code
 * _total} when it is told.
 */
public enum LiveMetric {
  RECORDS_IN(
      Kind.COUNTER, "records_in", "Messages that came, as of the last checkpoint, by source"),
  RECORDS_ACCEPTED(
      Kind.COUNTER, "records_accepted", "Messages that became events of live.event, by source"),
  RECORDS_DUPLICATE(
      Kind.COUNTER, "records_duplicate", "Messages that say what is known already, by source"),
  RECORDS_LATE(Kind.COUNTER, "records_late", "Messages whose window is amended no more, by source"),
  RECORDS_QUARANTINED(
      Kind.COUNTER, "records_quarantined", "Messages refused into live.refusal, by source"),
  ROWS_COMMITTED(
      Kind.COUNTER, "rows_committed", "Rows taken into a table since the last start or restart"),
  LAST_COMMIT(
      Kind.GREATEST,
      "last_commit_timestamp_seconds",
      "When rows were last taken into a table, since 1970"),
  CONSUMER_LAG(
      Kind.SUM,
      "consumer_lag_records",
      "Records of a topic that are not read yet, as the reader learnt when it last read"),
  WATERMARK_DELAY(
      Kind.GREATEST,
      "watermark_delay_seconds",
      "How far a source's event time is behind the clock"),
  CHECKPOINTS_COMPLETED(
      Kind.COUNTER, "checkpoints_completed", "Checkpoints completed since the stream was started"),
  CHECKPOINTS_FAILED(
      Kind.COUNTER, "checkpoints_failed", "Checkpoints failed since the stream was started"),
  CHECKPOINT_DURATION(
      Kind.GREATEST, "last_checkpoint_duration_seconds", "How long the last checkpoint took"),
  CHECKPOINT_SIZE(Kind.GREATEST, "last_checkpoint_size_bytes", "What the last checkpoint wrote"),
  CHECKPOINT_TIME(
      Kind.GREATEST,
      "last_checkpoint_timestamp_seconds",
      "When the last checkpoint was completed, since 1970"),
  RESTARTS(Kind.COUNTER, "restarts", "Restarts after a failure since the stream was started");

  private static final String PREFIX = "citylake_stream_";

  private final Kind kind;
  private final String suffix;
  private final String help;

  LiveMetric(Kind kind, String suffix, String help) {
    this.kind = kind;
    this.suffix = suffix;
    this.help = help;
  }

  /** How tasks' values become one: counters and sums add up, else the greatest is the stream's. */
  private enum Kind {
    COUNTER,
    SUM,
    GREATEST
  }

  /** What two tasks' values come to. */
  double merge(double one, double other) {
    return kind == Kind.GREATEST ? Math.max(one, other) : one + other;
  }

  /** The values by their labels. */
  MetricSnapshot snapshot(Map<Labels, Double> values) {
    return kind == Kind.COUNTER ? counter(values) : gauge(values);
  }

  private MetricSnapshot counter(Map<Labels, Double> values) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(PREFIX + suffix).help(help);
    values.forEach(
        (labels, value) ->
            counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
    return counter.build();
  }

  private MetricSnapshot gauge(Map<Labels, Double> values) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(PREFIX + suffix).help(help);
    values.forEach(
        (labels, value) ->
            gauge.dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
    return gauge.build();
  }
}
