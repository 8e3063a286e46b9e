package org.citylake.dashboard.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.citylake.core.json.Json;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses connections beyond a number at once with a 503, so that those that are served have memory
 * and file handles. A refused one is closed as soon as it was told.
 */
final class ConnectionBound implements Connection.Listener {
  private static final byte[] REFUSAL = refusal();

  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  ConnectionBound(int most) {
    this.most = most;
  }

  @Override
  public void onOpened(Connection connection) {
    if (open.incrementAndGet() > most) {
      connection.getEndPoint().write(Callback.from(connection::close), ByteBuffer.wrap(REFUSAL));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.decrementAndGet();
  }

  private static byte[] refusal() {
    String body =
        Json.line(
            java.util.Map.of(
                "type", "urn:citylake:problem:busy",
                "title", "The server is busy",
                "status", 503,
                "detail", "Too many connections are open: close some and try again."));
    return ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\n"
            + "Retry-After: 5\r\nConnection: close\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
