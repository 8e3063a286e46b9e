package org.citylake.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestHttpConnector {
  private static final String FORMAT = "{type: jsonl, encoding: UTF-8, delivery: increment}";
  private static final Map<String, String> TOKEN = Map.of("AGENCY_TOKEN", "t");

  @TempDir private Path folder = Path.of("");

  private final List<String> asked = new ArrayList<>();
  private final HttpServer server = server();
  private int failures;
  private int cutOff;

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/cases", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    asked.add(query);
    int status = 200;
    String body = "{\"data\": {\"items\": []}}";
    if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      status = 401;
    } else if (failures > 0) {
      failures--;
      status = 503;
    } else if (query.equals("page=1&size=2")) {
      body = "{\"data\": {\"items\": [{\"case_no\": 1, \"amount\": 0.10}, {\"case_no\": 2}]}}";
    } else if (query.equals("page=2&size=2")) {
      body = "{\"data\": {\"items\": [{\"case_no\": 3}]}}";
    }
    byte[] bytes = body.getBytes(UTF_8);
    if (query.startsWith("page=2") && cutOff > 0) {
      cutOff--;
      exchange.sendResponseHeaders(status, bytes.length + 100);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
      // Closes the connection before the body is whole.
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Pulls pulls() throws IOException {
    return new Pulls(folder, source());
  }

  private SourceDeclaration source() throws IOException {
    return CaseSource.of(
        folder,
        FORMAT,
        ("type: http\nurl: http://127.0.0.1:%d/cases\ntoken: {environment: AGENCY_TOKEN}\n"
                + "records: /data/items\npage: page\nsize: size\npage-size: 2\n")
            .formatted(server.getAddress().getPort()));
  }

  @Test
  void allPagesAreOneDelivery() throws IOException {
    assertThat(pulls().pull(TOKEN)).containsExactly("3 = 3 + 0 + 0");
    assertThat(asked).containsExactly("page=1&size=2", "page=2&size=2", "page=3&size=2");
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws IOException {
    failures = 2;

    assertThat(pulls().pull(TOKEN)).containsExactly("3 = 3 + 0 + 0");
    assertThat(asked).hasSize(5);
  }

  @Test
  void aPageThatIsCutOffIsAskedForAgain() throws IOException {
    cutOff = 1;

    assertThat(pulls().pull(TOKEN)).containsExactly("3 = 3 + 0 + 0");
    assertThat(asked).hasSize(4);
  }

  @Test
  void aServerThatKeepsCuttingOffIsNamedAndNothingIsLoaded() throws IOException {
    cutOff = Integer.MAX_VALUE;
    SourceDeclaration source = source();
    HttpConnector connector =
        new HttpConnector(
            source,
            (ConnectorDeclaration.Http) source.connector().orElseThrow(),
            TOKEN,
            Duration.ofMillis(1));

    assertThatThrownBy(
            () ->
                connector.pull(
                    Optional.empty(),
                    folder,
                    fetched -> {
                      throw new AssertionError("half a delivery was handed on");
                    }))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot reach http://127.0.0.1:" + server.getAddress().getPort())
        .hasMessageContaining("page=2")
        .hasMessageContaining("pull again later");
    assertThat(folder.resolve(CaseSource.ID + ".jsonl")).doesNotExist();
  }

  @Test
  void aRefusalEndsThePullAtOnceAndLoadsNothing() throws IOException {
    Pulls pulls = pulls();

    assertThatThrownBy(() -> pulls.pull(Map.of("AGENCY_TOKEN", "wrong")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("answered 401; nothing of this pull was loaded");
    assertThat(asked).hasSize(1);
    assertThat(pulls.store().rows("raw." + CaseSource.ID)).isEmpty();
  }
}
