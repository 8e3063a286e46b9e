package org.citylake.streamingjobs.live.metric;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Tells the process's figures to whoever asks on loopback. */
public final class MetricsServer implements AutoCloseable {
  private final HTTPServer server;

  private MetricsServer(HTTPServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any that is free
   * @throws CityLakeException of kind USER when the port is taken
   */
  public static MetricsServer start(int port) {
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(LiveMetrics.PROCESS);
    try {
      return new MetricsServer(
          HTTPServer.builder()
              .inetAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))
              .port(port)
              .registry(registry)
              .buildAndStart());
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot tell metrics on port " + port + " of loopback; --metrics-port names another",
          e);
    }
  }

  /** Where they are told. */
  public String address() {
    return "http://127.0.0.1:" + server.getPort() + "/metrics";
  }

  @Override
  public void close() {
    server.close();
  }
}
