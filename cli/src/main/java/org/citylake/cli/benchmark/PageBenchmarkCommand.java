package org.citylake.cli.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.benchmark.PageLoad.Seen;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.dashboard.server.DashboardServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark page}: a figure's document against a plain file of the same server. */
@Command(
    name = "page",
    description = {
      "Measure the page's server: the figure whose document is largest, asked for by many clients at"
          + " once, and in the same run a plain file of the same server.",
      "The clients are those of wrk where it is installed, else of the JDK's HTTP client in the same"
          + " process; their work counts too, that of wrk least."
    },
    footer = {
      "",
      "Needs a home with a release (./citylake demo --once).",
      "",
      "Examples:",
      "  ./citylake benchmark page",
      "  ./citylake benchmark page --seconds 10 --record benchmarks/results"
    })
final class PageBenchmarkCommand extends MeasuringCommand {
  private static final double AIM_P99_MS = 50;
  private static final double AIM_RATIO = 0.3;
  private static final Duration WARM = Duration.ofSeconds(3);
  private static final String FILE = "maps/shanghai.json";

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "200",
      description = "Clients at the same time (default 200).")
  private int clients;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long each is asked for (default 10).")
  private int seconds;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "10000",
      description = {
        "Connections to hold open afterwards (default 10000, 0 for none); the system must allow so",
        "many files (ulimit -n)."
      })
  private int connections;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run)
      throws IOException, InterruptedException {
    requireHome(settings);
    String code = LargestFigure.of(settings.home());
    try (DashboardServer server =
        DashboardServer.start(
            settings.home(), DeclarationReader.load(settings.declarationRoots()), 0)) {
      URI figure = server.uri().resolve("api/v1/indicator/" + code);
      URI file = server.uri().resolve(FILE);
      PageLoad load = new PageLoad();
      Duration time = Duration.ofSeconds(seconds);
      long figureBytes = load.measure("warm", figure, clients, WARM).bytes();
      long fileBytes = load.measure("warm", file, clients, WARM).bytes();
      Optional<WrkLoad> wrk = WrkLoad.find();
      Seen plain =
          wrk.map(w -> w.measure(FILE, file, clients, time, fileBytes))
              .orElseGet(() -> load.measure(FILE, file, clients, time));
      String name = "indicator/" + code;
      Seen cached =
          wrk.map(w -> w.measure(name, figure, clients, time, figureBytes))
              .orElseGet(() -> load.measure(name, figure, clients, time));
      output.say(plain.line());
      output.say(cached.line());
      double ratio = cached.perSecond() / plain.perSecond();
      output.say(
          String.format(
              Locale.ROOT,
              "%.2f of the plain file's throughput, aim %.1f, %s; p99 aim %.0f ms, %s",
              ratio,
              AIM_RATIO,
              met(ratio >= AIM_RATIO),
              AIM_P99_MS,
              met(cached.p99() <= AIM_P99_MS)));
      run.put("client", wrk.isPresent() ? "wrk, one thread" : "java.net.http in the same process");
      run.put("clients", clients);
      run.put("measurements", List.of(plain.object(), cached.object()));
      run.put("ratio_to_file", Measurement.round(ratio));
      run.put("aim_ratio", AIM_RATIO);
      run.put("aim_p99_ms", AIM_P99_MS);
      if (connections > 0) {
        OpenConnections open = OpenConnections.of(figure, connections);
        output.say(open.line());
        run.put("connections", open.object());
      }
    }
    return 0;
  }
}
