package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;

/**
 * What Prometheus reads of a home's stream.
 *
 * @param at when it was asked
 * @param values by name and labels as they are told, without the prefix
 */
record StreamScrape(Instant at, Map<String, Double> values) {
  private static final String PREFIX = "citylake_stream_";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Scrapes until all of these are told with these values. */
  static StreamScrape until(Home home, Map<String, Double> expected) throws Exception {
    StreamScrape scrape = until(home, told -> told.entrySet().containsAll(expected.entrySet()));
    assertThat(scrape.values).containsAllEntriesOf(expected);
    return scrape;
  }

  /** Scrapes until that name and labels are told. */
  static StreamScrape untilTold(Home home, String key) throws Exception {
    return until(home, told -> told.containsKey(key));
  }

  private static StreamScrape until(Home home, Predicate<Map<String, Double>> enough)
      throws Exception {
    StreamScrape scrape = of(home);
    for (int i = 0; i < 90 && !enough.test(scrape.values); i++) {
      Thread.sleep(1000);
      scrape = of(home);
    }
    return scrape;
  }

  private static StreamScrape of(Home home) throws IOException, InterruptedException {
    String text =
        CLIENT.send(HttpRequest.newBuilder(address(home)).build(), BodyHandlers.ofString()).body();
    Map<String, Double> values = new TreeMap<>();
    text.lines()
        .filter(line -> line.startsWith(PREFIX))
        .forEach(
            line -> {
              int end = line.lastIndexOf(' ');
              values.put(
                  line.substring(PREFIX.length(), end), Double.valueOf(line.substring(end + 1)));
            });
    return new StreamScrape(Instant.now(), values);
  }

  private static URI address(Home home) {
    return URI.create(
        JobFile.read(home.run().resolve("stream/running.json")).path("metrics").asText());
  }

  /** The value of that name and labels. */
  double value(String key) {
    assertThat(values).containsKey(key);
    return Objects.requireNonNull(values.get(key));
  }

  /** Seconds from then to the scrape. */
  double since(Instant then) {
    return (at.toEpochMilli() - then.toEpochMilli()) / 1000.0;
  }

  /** No other address of this machine answers on the port, of loopback's neither. */
  static void assertOnLoopbackAlone(Home home) throws IOException {
    int port = address(home).getPort();
    List<InetAddress> others = new ArrayList<>(List.of(InetAddress.getByName("127.0.0.2")));
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .forEach(others::add);
    others.remove(InetAddress.getByName("127.0.0.1"));
    for (InetAddress other : others) {
      assertThatThrownBy(() -> new Socket(other, port).close())
          .as("%s", other)
          .isInstanceOf(IOException.class);
    }
  }
}
