package org.citylake.streamingjobs.live.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

/** What Flink calls a metric, and what Prometheus reads of it. */
class TestFlinkReadings {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2016-03-07T00:01:00Z"), ZoneOffset.UTC);
  private static final long WATERMARK = Instant.parse("2016-03-07T00:00:00.5Z").toEpochMilli();

  private final LiveMetrics metrics = new LiveMetrics();

  @Test
  void countsOfASourceAreCounters() throws IOException {
    report(gauge(300), "citylakeCount", Map.of("<source>", "traffic", "<count>", "accepted"));
    report(gauge(8), "citylakeCount", Map.of("<source>", "traffic", "<count>", "refused"));
    report(gauge(308), "citylakeCount", Map.of("<source>", "traffic", "<count>", "arrived"));

    assertThat(told())
        .containsExactlyInAnyOrder(
            "citylake_stream_records_in_total{source=\"traffic\"} 308.0",
            "citylake_stream_records_accepted_total{source=\"traffic\"} 300.0",
            "citylake_stream_records_quarantined_total{source=\"traffic\"} 8.0");
  }

  @Test
  void rowsOfAllCommittersOfATableAddUp() throws IOException {
    report(counter(300), "citylakeRowsCommitted", Map.of("<table>", "live.event"));
    report(counter(0), "citylakeRowsCommitted", Map.of("<table>", "live.event"));
    report(gauge(1_457_308_800_500L), "citylakeLastCommit", Map.of("<table>", "live.event"));
    report(gauge(-1), "citylakeLastCommit", Map.of("<table>", "live.event"));

    assertThat(told())
        .containsExactlyInAnyOrder(
            "citylake_stream_rows_committed_total{table=\"live.event\"} 300.0",
            "citylake_stream_last_commit_timestamp_seconds{table=\"live.event\"} 1.4573088005E9");
  }

  @Test
  void eventTimeIsToldAsItsDelayOfTheSlowestTask() throws IOException {
    Map<String, String> keeping = Map.of("<operator_name>", "keep events of traffic");
    report(gauge(WATERMARK), "currentInputWatermark", keeping);
    report(gauge(WATERMARK + 20_000), "currentInputWatermark", keeping);
    report(
        gauge(Long.MIN_VALUE),
        "currentInputWatermark",
        Map.of("<operator_name>", "keep events of crowd"));
    report(gauge(0), "currentInputWatermark", Map.of("<operator_name>", "alerts of traffic"));
    report(gauge(0), "currentInputWatermark", Map.of("<task_name>", "keep events of traffic"));

    assertThat(told())
        .containsExactly("citylake_stream_watermark_delay_seconds{source=\"traffic\"} 59.5");
  }

  @Test
  void checkpointsAreToldInSecondsAndBytes() throws IOException {
    report(gauge(12), "numberOfCompletedCheckpoints", Map.of());
    report(gauge(1), "numberOfFailedCheckpoints", Map.of());
    report(gauge(250), "lastCheckpointDuration", Map.of());
    report(gauge(4096), "lastCheckpointSize", Map.of());
    report(gauge(1_457_308_800_500L), "lastCheckpointCompletedTimestamp", Map.of());
    report(gauge(2), "numRestarts", Map.of());

    assertThat(told())
        .containsExactlyInAnyOrder(
            "citylake_stream_checkpoints_completed_total 12.0",
            "citylake_stream_checkpoints_failed_total 1.0",
            "citylake_stream_last_checkpoint_duration_seconds 0.25",
            "citylake_stream_last_checkpoint_size_bytes 4096.0",
            "citylake_stream_last_checkpoint_timestamp_seconds 1.4573088005E9",
            "citylake_stream_restarts_total 2.0");
  }

  @Test
  void whatIsNotThereYetAndWhatNobodyAskedForIsNotTold() throws IOException {
    report(gauge(-1), "lastCheckpointDuration", Map.of());
    report(gauge(5), "numRecordsIn", Map.of());
    report(counter(5), "numRecordsIn", Map.of());
    report(gauge(5), "citylakeCount", Map.of("<source>", "traffic", "<count>", "other"));

    assertThat(told()).isEmpty();
  }

  @Test
  void aTaskThatHasEndedIsToldNoMore() throws IOException {
    Metric ended = gauge(2);
    report(ended, "numRestarts", Map.of());

    metrics.remove(ended);

    assertThat(told()).isEmpty();
  }

  private void report(Metric metric, String name, Map<String, String> variables) {
    new FlinkReadings(NOW)
        .of(metric, name, variables)
        .ifPresent(reading -> metrics.put(metric, reading));
  }

  private String[] told() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, metrics.collect());
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toArray(String[]::new);
  }

  private static Gauge<Long> gauge(long value) {
    return new Gauge<>() {
      @Override
      public Long getValue() {
        return value;
      }
    };
  }

  private static SimpleCounter counter(long value) {
    SimpleCounter counter = new SimpleCounter();
    counter.inc(value);
    return counter;
  }
}
