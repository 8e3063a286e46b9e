package org.citylake.streamingjobs.live.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.Test;

/** Metrics are told on loopback, on a port of their own. */
class TestMetricsServer {
  @Test
  void anyFreePortIsTakenOfThisOneAddress() throws Exception {
    try (MetricsServer server = MetricsServer.start(0)) {
      URI address = URI.create(server.address());
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain; version=0.0.4");
      assertThatThrownBy(() -> new Socket("127.0.0.2", address.getPort()).close())
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("refused");
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (MetricsServer server = MetricsServer.start(0)) {
      int port = URI.create(server.address()).getPort();

      assertThatThrownBy(() -> MetricsServer.start(port).close())
          .isInstanceOf(CityLakeException.class)
          .hasMessage(
              "Cannot tell metrics on port %d of loopback; --metrics-port names another", port);
    }
  }
}
