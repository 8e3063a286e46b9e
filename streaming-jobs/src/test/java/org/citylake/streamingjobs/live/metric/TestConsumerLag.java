package org.citylake.streamingjobs.live.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Value;
import org.junit.jupiter.api.Test;

/** A consumer's lag by partition becomes a topic's. */
class TestConsumerLag {
  private final LiveMetrics told = new LiveMetrics();
  private final Metrics consumer = new Metrics();

  @Test
  void partitionsOfATopicAddUpAndOnlyTheSourcesTopicsCount() {
    consumer.addReporter(reporter("traffic", List.of("a.b", "c")));

    partition("a.b", 0, 3);
    partition("a.b", 1, 4);
    partition("a_b", 0, 3);
    partition("c", 0, 0);

    assertThat(lags()).isEqualTo(Map.of("traffic a.b", 7.0, "traffic c", 0.0));
  }

  @Test
  void aConsumerThatIsClosedIsToldNoMore() {
    consumer.addReporter(reporter("traffic", List.of("c")));
    partition("c", 0, 5);

    consumer.close();

    assertThat(lags()).isEmpty();
  }

  private ConsumerLag reporter(String source, List<String> topics) {
    Properties settings = new Properties();
    ConsumerLag.configure(settings, source, topics);
    Map<String, String> consumed = new TreeMap<>();
    settings.stringPropertyNames().forEach(key -> consumed.put(key, settings.getProperty(key)));
    ConsumerLag lag = new ConsumerLag(told);
    lag.configure(consumed);
    return lag;
  }

  /** As a consumer does when it has read from a partition. */
  private void partition(String topic, int number, double records) {
    Sensor sensor = consumer.sensor(topic + "-" + number);
    sensor.add(
        consumer.metricName(
            "records-lag",
            "consumer-fetch-manager-metrics",
            Map.of("topic", topic, "partition", Integer.toString(number))),
        new Value());
    sensor.record(records);
  }

  private Map<String, Double> lags() {
    Map<String, Double> lags = new TreeMap<>();
    told.collect().stream()
        .flatMap(metric -> ((GaugeSnapshot) metric).getDataPoints().stream())
        .forEach(
            point ->
                lags.put(
                    point.getLabels().get("source") + " " + point.getLabels().get("topic"),
                    point.getValue()));
    return lags;
  }
}
