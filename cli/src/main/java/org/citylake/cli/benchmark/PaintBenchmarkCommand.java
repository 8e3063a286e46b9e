package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.dashboard.server.DashboardServer;
import org.citylake.dashboard.store.PageStores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark paint}: how long a reader waits for the first screen. */
@Command(
    name = "paint",
    description = {
      "Measure the page's first screen in Chromium without a window: when something is seen, when"
          + " the largest part is, when every tile has its data and the page answers, and how much"
          + " is transferred. Each run begins with a fresh profile: nothing is cached.",
      "Browser and server share this machine's cores."
    },
    footer = {
      "",
      "Needs a home with a release (./citylake demo --once), Chromium and its chromedriver.",
      "",
      "Examples:",
      "  ./citylake benchmark paint",
      "  ./citylake benchmark paint --page overview --record benchmarks/results"
    })
final class PaintBenchmarkCommand extends CityLakeSubcommand {
  private static final long AIM_MS = 1_500;
  private static final long AIM_BYTES = 600_000;
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 1000;

  /** Notes when the largest part is painted, when tasks are long, and when no tile is busy. */
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
          if (document.querySelector('main[data-ready]') && !document.querySelector('[aria-busy]'))
            seen.ready = performance.now();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      })();
      """;

  /** A second after every tile has its data. */
  private static final String TELL =
      """
      const done = arguments[arguments.length - 1];
      const seen = window.citylakePaint;
      const tell = () => done({
        first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        largest: seen.largest, ready: seen.ready, interactive: Math.max(seen.ready, seen.busy)});
      const wait = () => seen.ready ? setTimeout(tell, 1000) : setTimeout(wait, 20);
      wait();
      """;

  private final Clock clock = Clock.systemUTC();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often, each time with a fresh browser (default 5).")
  private int runs;

  @Option(
      names = "--page",
      paramLabel = "NAME",
      description = "Which page; the first screen when not given.")
  private @Nullable String page;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description = "Add the result to paint-DATE.json in this folder.")
  private @Nullable Path record;

  /** What one run saw: milliseconds since the navigation began, and what came over the wire. */
  private record Seen(
      long first, long largest, long ready, long interactive, long bytes, long requests) {}

  @Override
  protected int run(Settings settings, Output output) throws IOException, InterruptedException {
    requireHome(settings);
    if (new PageStores(settings.home()).all().isEmpty()) {
      throw new CityLakeException(Kind.USER, "There is no release yet: run ./citylake demo --once");
    }
    LocalDate date = LocalDate.now(clock);
    String machine = Machine.text();
    double loadBefore = Machine.load();
    output.say("Paint benchmark, " + date + ", " + machine + ", load " + loadBefore);
    List<Seen> all = new ArrayList<>();
    try (DashboardServer server =
        DashboardServer.start(
            settings.home(), DeclarationReader.load(settings.declarationRoots()), 0)) {
      URI address = server.uri().resolve(page == null ? "" : "?page=" + page);
      for (int i = 0; i < runs; i++) {
        Seen seen = look(address);
        output.say(line("run " + (i + 1), seen));
        all.add(seen);
      }
    }
    Seen median = median(all);
    output.say(line("median", median));
    boolean fast = median.interactive() <= AIM_MS;
    boolean small = median.bytes() <= AIM_BYTES;
    output.say(
        String.format(
            Locale.ROOT,
            "Aim: interactive in %,d ms, %s; at most %,d bytes, %s",
            AIM_MS,
            fast ? "met" : "MISSED",
            AIM_BYTES,
            small ? "met" : "MISSED"));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("benchmark", "paint");
    run.put("page", page == null ? "first screen" : page);
    run.put("window", WIDTH + "x" + HEIGHT);
    run.put("load_before", loadBefore);
    run.put("load_after", Machine.load());
    run.put("median", median);
    run.put("runs", all);
    run.put("aim_interactive_ms", AIM_MS);
    run.put("aim_bytes", AIM_BYTES);
    if (record != null) {
      output.say("Recorded: " + BenchmarkRecord.add(record, "paint", date, machine, run));
    }
    output.result(run);
    return 0;
  }

  private static Seen look(URI address) throws IOException, InterruptedException {
    try (ChromeSession chrome = ChromeSession.open(WIDTH, HEIGHT)) {
      chrome.before(WATCH);
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

  private static Seen median(List<Seen> all) {
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

  private static String line(String name, Seen seen) {
    return String.format(
        Locale.ROOT,
        "%-8s first %,d ms, largest %,d ms, every tile %,d ms, interactive %,d ms,"
            + " %,d bytes in %d requests",
        name,
        seen.first(),
        seen.largest(),
        seen.ready(),
        seen.interactive(),
        seen.bytes(),
        seen.requests());
  }
}
