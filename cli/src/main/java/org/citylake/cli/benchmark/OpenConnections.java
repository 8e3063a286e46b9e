package org.citylake.cli.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many connections held open at once that ask for nothing.
 *
 * @param opened how many
 * @param held those that the server left open
 * @param refused those that were told 503
 * @param unclear those that were ended without a word
 * @param reader status for a reader who was there before
 * @param newcomer status for one who comes when all are open; 0 when there was no answer
 * @param after status when all are closed again
 */
record OpenConnections(
    int opened, int held, int refused, int unclear, int reader, int newcomer, int after) {
  private static final int PATIENCE = 100;

  /** The reader goes on reading: a connection that rests for half a minute is closed. */
  private static final int READS = 500;

  private static final String REFUSAL = "HTTP/1.1 503";

  /** Opens them, asks for the figure, and closes them. */
  static OpenConnections of(URI figure, int count) throws IOException, InterruptedException {
    HttpClient reader = client();
    ask(reader, figure);
    List<SocketChannel> open = new ArrayList<>();
    int[] seen = new int[3];
    int there;
    int newcomer;
    try {
      for (int i = 0; i < count; i++) {
        if (i % READS == 0) {
          ask(reader, figure);
        }
        open.add(SocketChannel.open(new InetSocketAddress(figure.getHost(), figure.getPort())));
      }
      there = ask(reader, figure);
      newcomer = ask(client(), figure);
      for (SocketChannel channel : open) {
        seen[state(channel)]++;
      }
    } finally {
      for (SocketChannel channel : open) {
        channel.close();
      }
    }
    int after = 0;
    for (int i = 0; i < PATIENCE && after != 200; i++) {
      after = ask(client(), figure);
    }
    return new OpenConnections(count, seen[0], seen[1], seen[2], there, newcomer, after);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static int ask(HttpClient client, URI figure) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(figure).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      // No answer is what is told.
      return 0;
    }
  }

  /** 0 where it is open, 1 where it was refused in words, 2 where it ended otherwise. */
  private static int state(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    ByteBuffer bytes = ByteBuffer.allocate(REFUSAL.length());
    int read = channel.read(bytes);
    if (read == 0) {
      return 0;
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    return text.equals(REFUSAL) ? 1 : 2;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%,d connections: %,d held, %,d refused with 503, %,d ended without a word; a reader who was"
            + " there %d, a newcomer %d, afterwards %d",
        opened,
        held,
        refused,
        unclear,
        reader,
        newcomer,
        after);
  }

  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("opened", opened);
    object.put("held", held);
    object.put("refused", refused);
    object.put("unclear", unclear);
    object.put("reader_status", reader);
    object.put("newcomer_status", newcomer);
    object.put("status_after", after);
    return object;
  }
}
