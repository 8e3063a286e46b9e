package org.citylake.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.secret.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestHttpDelivery {
  private final Path folder;
  private final List<Received> received = new ArrayList<>();
  private HttpServer server = newServer();
  private int answer = 201;

  TestHttpDelivery(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What the server was sent. */
  private record Received(
      String method, String path, String key, String authorisation, List<String> files) {}

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/in", this::receive);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    List<String> files = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(entry.getName());
      }
    }
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            files));
    byte[] said = "the disk is full".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private Delivery delivery(String method, Map<String, String> environment) {
    return new HttpDelivery(
        new ExportDestination.Http(
            "portal",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in"),
            method,
            Optional.of(new SecretReference.Environment("PORTAL_TOKEN"))),
        new Secrets(environment));
  }

  private SlotPackage given() {
    return SlotPackages.slot(folder, "r1", "2016-12-01T00:00:00Z");
  }

  @Test
  void theWholePackageComesAsOneZipWithTheToken() throws IOException {
    delivery("PUT", Map.of("PORTAL_TOKEN", " t0ken\n")).deliver(given());

    assertThat(received).hasSize(1);
    Received one = received.get(0);
    assertThat(one.method()).isEqualTo("PUT");
    assertThat(one.path()).isEqualTo("/in/figures/20161201T000000Z.zip");
    assertThat(one.authorisation()).isEqualTo("Bearer t0ken");
    assertThat(one.files())
        .hasSize(6)
        .endsWith("signature.json", "manifest.json")
        .contains("README.txt", "metric.indicator_value.csv");
  }

  @Test
  void everyAttemptOfASlotHasOneKeyAndEverySlotAnother() throws IOException {
    Delivery delivery = delivery("POST", Map.of("PORTAL_TOKEN", "t"));
    delivery.deliver(given());
    delivery.deliver(given());
    delivery.deliver(SlotPackages.slot(folder, "r1", "2017-01-01T00:00:00Z"));

    assertThat(received).extracting(Received::method).containsOnly("POST");
    assertThat(received.get(1).key()).isEqualTo(received.get(0).key()).hasSize(64);
    assertThat(received.get(2).key()).isNotEqualTo(received.get(0).key());
  }

  @Test
  void anAnswerThatIsNoSuccessIsAFailureThatSaysWhatItWas() {
    answer = 507;

    assertThatThrownBy(() -> delivery("PUT", Map.of("PORTAL_TOKEN", "t0ken")).deliver(given()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/in/figures/20161201T000000Z.zip answered 507: the disk is full")
        .hasMessageNotContaining("t0ken");
  }

  @Test
  void aRedirectIsNotFollowedWithTheToken() {
    answer = 302;

    assertThatThrownBy(() -> delivery("PUT", Map.of("PORTAL_TOKEN", "t0ken")).deliver(given()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answered 302");
    assertThat(received).hasSize(1);
  }

  @Test
  void aSecretThatIsNotSetIsNamed() {
    assertThatThrownBy(() -> delivery("PUT", Map.of()).deliver(given()))
        .isInstanceOf(CityLakeException.class)
        .hasMessage("Cannot find the secret: the variable PORTAL_TOKEN is not set");
    assertThat(received).isEmpty();
  }

  @Test
  void aServerThatIsDownIsAFailureOfTheDestination() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Delivery down =
        new HttpDelivery(
            new ExportDestination.Http(
                "portal", URI.create("http://127.0.0.1:" + port), "PUT", Optional.empty()),
            new Secrets(Map.of()));

    assertThatThrownBy(() -> down.deliver(given()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot reach http://127.0.0.1:" + port);
  }
}
