package org.citylake.streamingjobs.live.metric;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of all tasks, one for each metric and its labels. */
final class LiveMetrics implements MultiCollector {
  /** Those of this process: Flink and Kafka make what reports to it themselves, by class name. */
  static final LiveMetrics PROCESS = new LiveMetrics();

  private final Map<Object, Reading> readings = new IdentityHashMap<>();

  /**
   * Takes a figure in.
   *
   * @param key the engine's own object, by which it is removed
   */
  synchronized void put(Object key, Reading reading) {
    readings.put(key, reading);
  }

  /** Forgets the figure of a task that has ended, if it was one. */
  synchronized void remove(Object key) {
    readings.remove(key);
  }

  @Override
  public MetricSnapshots collect() {
    Map<LiveMetric, Map<Labels, Double>> values = new EnumMap<>(LiveMetric.class);
    for (Reading reading : all()) {
      reading
          .value()
          .get()
          .ifPresent(
              value ->
                  values
                      .computeIfAbsent(reading.metric(), m -> new TreeMap<>())
                      .merge(reading.labels(), value, reading.metric()::merge));
    }
    MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
    values.forEach((metric, points) -> snapshots.metricSnapshot(metric.snapshot(points)));
    return snapshots.build();
  }

  private synchronized List<Reading> all() {
    return List.copyOf(readings.values());
  }
}
