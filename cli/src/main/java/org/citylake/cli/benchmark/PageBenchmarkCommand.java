package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.cli.benchmark.PageLoad.Seen;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.json.Json;
import org.citylake.dashboard.server.DashboardServer;
import org.citylake.dashboard.store.PageStore;
import org.citylake.dashboard.store.PageStores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark page}: a figure's document against a plain file of the same server. */
@Command(
    name = "page",
    description = {
      "Measure the page's server: the figure whose document is largest, asked for by many clients at"
          + " once, and in the same run a plain file of the same server.",
      "The clients are of the JDK's HTTP client and run in the same process: their work counts too."
    },
    footer = {
      "",
      "Needs a home with a release (./citylake demo --once).",
      "",
      "Examples:",
      "  ./citylake benchmark page",
      "  ./citylake benchmark page --seconds 10 --record benchmarks/results"
    })
final class PageBenchmarkCommand extends CityLakeSubcommand {
  private static final double AIM_P99_MS = 50;
  private static final double AIM_RATIO = 0.3;
  private static final Duration WARM = Duration.ofSeconds(3);
  private static final String FILE = "maps/shanghai.json";

  private final Clock clock = Clock.systemUTC();

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
      names = "--record",
      paramLabel = "DIR",
      description = "Add the result to page-DATE.json in this folder.")
  private @Nullable Path record;

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    requireHome(settings);
    PageStore store =
        new PageStores(settings.home())
            .all().stream()
                .findFirst()
                .orElseThrow(
                    () ->
                        new CityLakeException(
                            Kind.USER, "There is no release yet: run ./citylake demo --once"));
    String code = largest(store);
    LocalDate date = LocalDate.now(clock);
    String machine = Machine.text();
    double loadBefore = Machine.load();
    output.say("Page benchmark, " + date + ", " + machine + ", load " + loadBefore);
    try (DashboardServer server =
        DashboardServer.start(
            settings.home(), DeclarationReader.load(settings.declarationRoots()), 0)) {
      URI figure = server.uri().resolve("api/v1/indicator/" + code);
      URI file = server.uri().resolve(FILE);
      PageLoad load = new PageLoad();
      load.measure("warm", figure, clients, WARM);
      load.measure("warm", file, clients, WARM);
      Seen plain = load.measure(FILE, file, clients, Duration.ofSeconds(seconds));
      Seen cached = load.measure("indicator/" + code, figure, clients, Duration.ofSeconds(seconds));
      output.say(plain.line());
      output.say(cached.line());
      double ratio = cached.perSecond() / plain.perSecond();
      output.say(
          String.format(
              Locale.ROOT,
              "%.2f of the plain file's throughput, aim %.1f, %s; p99 aim %.0f ms, %s",
              ratio,
              AIM_RATIO,
              ratio >= AIM_RATIO ? "met" : "MISSED",
              AIM_P99_MS,
              cached.p99() <= AIM_P99_MS ? "met" : "MISSED"));
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("benchmark", "page");
      run.put("client", "java.net.http in the same process");
      run.put("clients", clients);
      run.put("load_before", loadBefore);
      run.put("load_after", Machine.load());
      run.put("measurements", List.of(plain.object(), cached.object()));
      run.put("ratio_to_file", Measurement.round(ratio));
      run.put("aim_ratio", AIM_RATIO);
      run.put("aim_p99_ms", AIM_P99_MS);
      if (record != null) {
        output.say("Recorded: " + BenchmarkRecord.add(record, "page", date, machine, run));
      }
      output.result(run);
    }
    return 0;
  }

  private static String largest(PageStore store) throws IOException {
    JsonNode indicators =
        Json.mapper().readTree(store.find("indicators.json").orElseThrow()).path("indicators");
    return Stream.iterate(0, i -> i < indicators.size(), i -> i + 1)
        .map(i -> indicators.get(i).path("code").asText())
        .max(Comparator.comparing((String code) -> size(store, code)).thenComparing(code -> code))
        .orElseThrow();
  }

  private static long size(PageStore store, String code) {
    try {
      return Files.size(store.folder().resolve("indicators").resolve(code + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + store.folder(), e);
    }
  }
}
