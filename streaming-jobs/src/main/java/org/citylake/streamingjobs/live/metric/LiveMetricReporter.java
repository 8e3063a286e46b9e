package org.citylake.streamingjobs.live.metric;

import java.time.Clock;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/** Hears from Flink of metrics that come and go with its tasks. */
final class LiveMetricReporter implements MetricReporter {
  private final FlinkReadings readings = new FlinkReadings(Clock.systemUTC());
  private final LiveMetrics metrics;

  LiveMetricReporter(LiveMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    readings
        .of(metric, name, group.getAllVariables())
        .ifPresent(reading -> metrics.put(metric, reading));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    metrics.remove(metric);
  }

  @Override
  public void close() {}
}
