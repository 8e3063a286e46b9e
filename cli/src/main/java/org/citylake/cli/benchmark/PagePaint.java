package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How a page comes up in Chromium without a window and with nothing cached: when something is seen,
 * when the largest part is, when everything on the screen has its data and stays so for a second,
 * and when besides no long task runs.
 *
 * @param ready JavaScript that tells whether everything on the screen has its data
 * @param cookies of whoever has signed in
 */
record PagePaint(String ready, List<HttpCookie> cookies) {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 1000;

  /** The browser's window. */
  static final String WINDOW = WIDTH + "x" + HEIGHT;

  /** Our page, as a visitor sees it. */
  static final PagePaint OURS =
      new PagePaint(
          "document.querySelector('main[data-ready]') && !document.querySelector('[aria-busy]')",
          List.of());

  PagePaint {
    cookies = List.copyOf(cookies);
  }

  /** Notes when the largest part is painted, when tasks are long, and since when it is ready. */
  private static final String WATCH =
      """
      (() => {
        const seen = { largest: 0, busy: 0, ready: 0 };
        window.citylakePaint = seen;
        const see = (type, note) =>
          new PerformanceObserver((list) => list.getEntries().forEach(note))
            .observe({ type, buffered: true });
        see('largest-contentful-paint', (e) => { seen.largest = e.startTime; });
        see('longtask', (e) => { seen.busy = e.startTime + e.duration; });
        const look = () => {
          if (!(READY)) seen.ready = 0;
          else if (!seen.ready) seen.ready = performance.now();
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      })();
      """;

  /** When it was ready for a second. */
  private static final String TELL =
      """
      const done = arguments[arguments.length - 1];
      const seen = window.citylakePaint;
      const wait = () => seen.ready && performance.now() - seen.ready >= 1000
        ? done({
            first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
            largest: seen.largest, ready: seen.ready, interactive: Math.max(seen.ready, seen.busy)})
        : setTimeout(wait, 20);
      wait();
      """;

  /**
   * What one run saw: milliseconds since the navigation began, and what came over the wire.
   *
   * @param first when something was painted
   * @param largest when the largest part was
   * @param ready when everything had its data
   * @param interactive when besides no long task ran
   * @param bytes over the wire, as DevTools counts them
   * @param requests how many
   */
  record Seen(long first, long largest, long ready, long interactive, long bytes, long requests) {
    /** The median of each part. */
    static Seen median(List<Seen> all) {
      return new Seen(
          middle(all, Seen::first),
          middle(all, Seen::largest),
          middle(all, Seen::ready),
          middle(all, Seen::interactive),
          middle(all, Seen::bytes),
          middle(all, Seen::requests));
    }

    private static long middle(List<Seen> all, ToLongFunction<Seen> part) {
      return all.stream().mapToLong(part).sorted().skip((all.size() - 1) / 2).findFirst().orElse(0);
    }

    /** As a person reads it. */
    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%-8s first %,d ms, largest %,d ms, every tile %,d ms, interactive %,d ms,"
              + " %,d bytes in %d requests",
          name,
          first,
          largest,
          ready,
          interactive,
          bytes,
          requests);
    }
  }

  /** Opens the page in a fresh browser. */
  Seen look(URI address) throws IOException, InterruptedException {
    try (ChromeSession chrome = ChromeSession.open(WIDTH, HEIGHT)) {
      for (HttpCookie cookie : cookies) {
        chrome.cookie(address, cookie.getName(), cookie.getValue());
      }
      chrome.before(WATCH.replace("READY", ready));
      chrome.open(address);
      JsonNode told = chrome.await(TELL);
      long bytes = 0;
      long requests = 0;
      for (JsonNode event : chrome.network()) {
        String method = event.path("method").asText();
        if (method.equals("Network.loadingFinished")) {
          bytes += event.at("/params/encodedDataLength").asLong();
        }
        if (method.equals("Network.requestWillBeSent")) {
          requests++;
        }
      }
      return new Seen(
          Math.round(told.path("first").asDouble()),
          Math.round(told.path("largest").asDouble()),
          Math.round(told.path("ready").asDouble()),
          Math.round(told.path("interactive").asDouble()),
          bytes,
          requests);
    }
  }
}
