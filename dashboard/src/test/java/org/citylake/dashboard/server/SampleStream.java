package org.citylake.dashboard.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.citylake.core.process.JobFile;
import org.citylake.core.stream.StreamMetrics;

/** What a live stream beside the sample server tells of itself. */
public final class SampleStream implements AutoCloseable {
  private static final byte[] METRICS =
      """
      citylake_stream_records_in_total{source="crowd_reading"} 5358.0
      citylake_stream_records_accepted_total{source="crowd_reading"} 5356.0
      citylake_stream_records_quarantined_total{source="crowd_reading"} 2.0
      citylake_stream_records_in_total{source="water_level"} 0.0
      citylake_stream_consumer_lag_records{source="crowd_reading",topic="crowd"} 1200.0
      citylake_stream_consumer_lag_records{source="crowd_reading",topic="gates"} 34.0
      citylake_stream_watermark_delay_seconds{source="crowd_reading"} 61.4
      citylake_stream_rows_committed_total{table="live.event"} 5356.0
      citylake_stream_last_commit_timestamp_seconds{table="live.event"} 1.4573088E9
      citylake_stream_rows_committed_total{table="live.alert"} 0.0
      citylake_stream_checkpoints_completed_total 12.0
      citylake_stream_last_checkpoint_duration_seconds 0.25
      citylake_stream_last_checkpoint_size_bytes 2500000.0
      citylake_stream_last_checkpoint_timestamp_seconds 1.4573088E9
      """
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer metrics;
  private final SampleServer city;

  private SampleStream(HttpServer metrics, SampleServer city) {
    this.metrics = metrics;
    this.city = city;
  }

  /** Starts one on the server's home. */
  public static SampleStream beside(SampleServer city) {
    try {
      HttpServer metrics =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      metrics.createContext(
          "/metrics",
          exchange -> {
            exchange.sendResponseHeaders(200, METRICS.length);
            exchange.getResponseBody().write(METRICS);
            exchange.close();
          });
      metrics.start();
      String address = "http://127.0.0.1:" + metrics.getAddress().getPort() + "/metrics";
      JobFile.write(StreamMetrics.running(city.home), Map.of("metrics", address));
      return new SampleStream(metrics, city);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tell metrics", e);
    }
  }

  @Override
  public void close() {
    metrics.stop(0);
    try {
      Files.delete(StreamMetrics.running(city.home));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot end the stream", e);
    }
  }
}
