package org.citylake.streamingjobs.live.metric;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Hears from a Kafka consumer how many records of a partition it has not read yet. Flink sums them
 * over the topics of a source; here each topic has its own.
 */
public final class ConsumerLag implements MetricsReporter {
  private static final String SOURCE = "citylake.source";
  private static final String TOPICS = "citylake.topics";
  private static final String GROUP = "consumer-fetch-manager-metrics";
  private static final String LAG = "records-lag";

  private final LiveMetrics metrics;
  private final Set<KafkaMetric> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private String source = "";
  private List<String> topics = List.of();

  /** Made by Kafka. */
  public ConsumerLag() {
    this(LiveMetrics.PROCESS);
  }

  ConsumerLag(LiveMetrics metrics) {
    this.metrics = metrics;
  }

  /** Has the consumers of a source's topics report by it. */
  public static void configure(Properties consumer, String source, List<String> topics) {
    consumer.setProperty(
        CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, ConsumerLag.class.getName());
    consumer.setProperty(SOURCE, source);
    consumer.setProperty(TOPICS, String.join(",", topics));
  }

  @Override
  public void configure(Map<String, ?> settings) {
    source = String.valueOf(settings.get(SOURCE));
    topics = List.of(String.valueOf(settings.get(TOPICS)).split(","));
  }

  @Override
  public void init(List<KafkaMetric> all) {
    all.forEach(this::metricChange);
  }

  @Override
  public synchronized void metricChange(KafkaMetric metric) {
    String topic = metric.metricName().tags().getOrDefault("topic", "");
    // Kafka tells a topic a.b as a_b too, as it did before 4.1.
    if (metric.metricName().name().equals(LAG)
        && metric.metricName().group().equals(GROUP)
        && topics.contains(topic)) {
      told.add(metric);
      metrics.put(
          metric,
          new Reading(
              LiveMetric.CONSUMER_LAG,
              Labels.of("source", source, "topic", topic),
              () -> lag(metric)));
    }
  }

  private static OptionalDouble lag(KafkaMetric metric) {
    return metric.metricValue() instanceof Double lag && lag >= 0
        ? OptionalDouble.of(lag)
        : OptionalDouble.empty();
  }

  @Override
  public synchronized void metricRemoval(KafkaMetric metric) {
    told.remove(metric);
    metrics.remove(metric);
  }

  @Override
  public synchronized void close() {
    new ArrayList<>(told).forEach(this::metricRemoval);
  }
}
