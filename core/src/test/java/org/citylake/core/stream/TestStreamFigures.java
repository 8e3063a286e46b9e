package org.citylake.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads, gathered by source and table. */
class TestStreamFigures {
  private static final String TEXT =
      """
      # HELP citylake_stream_records_in_total Messages that came
      # TYPE citylake_stream_records_in_total counter
      citylake_stream_records_in_total{source="traffic"} 5358.0
      citylake_stream_records_accepted_total{source="traffic"} 300.0
      citylake_stream_records_duplicate_total{source="traffic"} 5050.0
      citylake_stream_records_quarantined_total{source="traffic"} 8.0
      citylake_stream_records_late_total{source="traffic"} 0.0
      citylake_stream_consumer_lag_records{source="traffic",topic="a.b"} 1.2E7
      citylake_stream_consumer_lag_records{source="traffic",topic="c"} 7
      citylake_stream_watermark_delay_seconds{source="traffic"} 60.25
      citylake_stream_records_in_total{source="crowd"} 0.0
      citylake_stream_rows_committed_total{table="live.event"} 300.0
      citylake_stream_last_commit_timestamp_seconds{table="live.event"} 1.4573088005E9
      citylake_stream_rows_committed_total{table="live.alert"} 0.0
      citylake_stream_checkpoints_completed_total 12.0
      citylake_stream_checkpoints_failed_total 1.0
      citylake_stream_last_checkpoint_duration_seconds 0.042
      citylake_stream_last_checkpoint_size_bytes 4096.0
      citylake_stream_last_checkpoint_timestamp_seconds 1.457308801E9
      citylake_stream_restarts_total 2.0
      jvm_threads_current 44.0
      """;

  @Test
  void figuresAreGatheredBySourceAndTable() {
    StreamFigures figures = StreamFigures.parse(TEXT);

    assertThat(figures.sources())
        .containsExactly(
            Map.entry("crowd", new StreamFigures.Source(0, 0, 0, 0, 0, null, Map.of())),
            Map.entry(
                "traffic",
                new StreamFigures.Source(
                    5358, 300, 5050, 0, 8, 60.25, Map.of("a.b", 12_000_000L, "c", 7L))));
    assertThat(figures.tables())
        .containsExactly(
            Map.entry("live.alert", new StreamFigures.Table(0, null)),
            Map.entry("live.event", new StreamFigures.Table(300, "2016-03-07T00:00:00.500Z")));
    assertThat(figures.checkpoints())
        .isEqualTo(new StreamFigures.Checkpoints(12, 1, 0.042, 4096L, "2016-03-07T00:00:01Z"));
    assertThat(figures.restarts()).isEqualTo(2);
  }

  @Test
  void beforeTheFirstCheckpointNothingIsToldOfIt() {
    StreamFigures figures = StreamFigures.parse("citylake_stream_checkpoints_completed_total 0.0");

    assertThat(figures.checkpoints())
        .isEqualTo(new StreamFigures.Checkpoints(0, 0, null, null, null));
  }

  @Test
  void labelsMayHoldWhatTheFormEscapes() {
    assertThat(
            PrometheusText.parse("a{b=\"x\\\\y\\\"z\\n{} 1\",c=\"d,e\"} +Inf 1457308800000\nbad"))
        .containsExactly(
            new PrometheusText.Sample(
                "a", Map.of("b", "x\\y\"z\n{} 1", "c", "d,e"), Double.POSITIVE_INFINITY));
  }

  @Test
  void aStreamsMetricsAreAskedWhereItSaysThatTheyAre(@TempDir Path folder) throws IOException {
    Home home = new Home(folder);
    HttpServer server = telling(home, TEXT);

    assertThat(StreamMetrics.find(home)).contains(StreamFigures.parse(TEXT));

    server.stop(0);
    assertThat(StreamMetrics.find(home)).isEmpty();
  }

  @Test
  void aStreamThatDoesNotRunHasNone(@TempDir Path folder) {
    assertThat(StreamMetrics.find(new Home(folder))).isEmpty();
  }

  @Test
  void whoeverHasTakenThePortOfAKilledStreamIsNoStream(@TempDir Path folder) throws IOException {
    Home home = new Home(folder);
    HttpServer other = telling(home, "jvm_threads_current 44.0\n");

    assertThat(StreamMetrics.find(home)).isEmpty();

    other.stop(0);
  }

  private static HttpServer telling(Home home, String metrics) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] text = metrics.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/metrics";
    JobFile.write(StreamMetrics.running(home), Map.of("metrics", address));
    return server;
  }
}
