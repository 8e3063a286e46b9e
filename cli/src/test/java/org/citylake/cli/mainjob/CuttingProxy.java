package org.citylake.cli.mainjob;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before an HTTP server and is cut at one call: that one still arrives, its answer is lost,
 * and no later one arrives.
 */
final class CuttingProxy implements AutoCloseable {
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "http2-settings");

  private final HttpServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI target;
  private final AtomicInteger calls = new AtomicInteger();
  private final Set<Integer> writes = ConcurrentHashMap.newKeySet();
  private final int cutAt;

  CuttingProxy(URI target, int cutAt) throws IOException {
    this.target = target;
    this.cutAt = cutAt;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::forward);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many calls came. */
  int calls() {
    return calls.get();
  }

  /** Which of them wrote something; to sign in is no writing. */
  Set<Integer> writes() {
    return Set.copyOf(writes);
  }

  private void forward(HttpExchange exchange) throws IOException {
    int call = calls.incrementAndGet();
    if (!exchange.getRequestMethod().equals("GET")
        && !exchange.getRequestURI().getPath().endsWith("/login")) {
      writes.add(call);
    }
    if (call > cutAt) {
      exchange.close();
      return;
    }
    try {
      HttpResponse<byte[]> answer = http.send(request(exchange), BodyHandlers.ofByteArray());
      if (call < cutAt) {
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        cookies.forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
