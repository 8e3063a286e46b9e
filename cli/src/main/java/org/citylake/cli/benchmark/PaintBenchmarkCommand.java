package org.citylake.cli.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
final class PaintBenchmarkCommand extends MeasuringCommand {
  private static final long AIM_MS = 1_500;
  private static final long AIM_BYTES = 600_000;

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

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run)
      throws IOException, InterruptedException {
    requireHome(settings);
    if (new PageStores(settings.home()).all().isEmpty()) {
      throw new CityLakeException(Kind.USER, "There is no release yet: run ./citylake demo --once");
    }
    List<PagePaint.Seen> all = new ArrayList<>();
    try (DashboardServer server =
        DashboardServer.start(
            settings.home(), DeclarationReader.load(settings.declarationRoots()), 0)) {
      URI address = server.uri().resolve(page == null ? "" : "?page=" + page);
      for (int i = 0; i < runs; i++) {
        PagePaint.Seen seen = PagePaint.OURS.look(address);
        output.say(seen.line("run " + (i + 1)));
        all.add(seen);
      }
    }
    PagePaint.Seen median = PagePaint.Seen.median(all);
    output.say(median.line("median"));
    boolean fast = median.interactive() <= AIM_MS;
    boolean small = median.bytes() <= AIM_BYTES;
    output.say(
        String.format(
            Locale.ROOT,
            "Aim: interactive in %,d ms, %s; at most %,d bytes, %s",
            AIM_MS,
            met(fast),
            AIM_BYTES,
            met(small)));
    run.put("page", page == null ? "first screen" : page);
    run.put("window", PagePaint.WINDOW);
    run.put("median", median);
    run.put("runs", all);
    run.put("aim_interactive_ms", AIM_MS);
    run.put("aim_bytes", AIM_BYTES);
    return 0;
  }
}
