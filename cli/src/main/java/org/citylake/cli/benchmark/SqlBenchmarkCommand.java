package org.citylake.cli.benchmark;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.citylake.cli.benchmark.PageLoad.Seen;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.engine.SqlPort;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.home.Home;
import org.citylake.dashboard.server.DashboardServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark sql}: Trino's start with and without its cache, and the page beside it. */
@Command(
    name = "sql",
    description = {
      "Measure how long Trino takes from its start to the first answers, without and with the"
          + " start-up cache, and the page alone and beside a heavy statement of an analyst."
    },
    footer = {
      "",
      "Needs a home with a release (./citylake demo --once) and a JDK 25.",
      "",
      "Examples:",
      "  ./citylake benchmark sql",
      "  ./citylake benchmark sql --starts 5 --record benchmarks/results"
    })
final class SqlBenchmarkCommand extends MeasuringCommand {
  private static final double AIM_SECONDS = 8;
  private static final double AIM_TIMES = 2;
  private static final Duration WARM = Duration.ofSeconds(3);

  private final Clock clock = Clock.systemUTC();

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "3",
      description = "Starts of each kind (default 3).")
  private int starts;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "200",
      description = "Clients of the page at the same time (default 200).")
  private int clients;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long the page is asked (default 10).")
  private int seconds;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run)
      throws IOException, SQLException {
    requireHome(settings);
    String code = LargestFigure.of(settings.home());
    JavaHome java =
        JavaHome.findForTrino(settings.environment())
            .orElseThrow(() -> new CityLakeException(Kind.EXTERNAL, JavaHome.INSTALL_25));
    run.put("trino_java", java.version());
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    try (Lake lake = Lake.attachOrStart(settings.home())) {
      Supplier<TrinoServer> cold =
          () ->
              TrinoServer.startWithoutCache(
                  settings.root(),
                  settings.home(),
                  library,
                  java,
                  lake.uri(),
                  lake.token(),
                  output::progress);
      Supplier<TrinoServer> cached =
          () ->
              TrinoServer.start(
                  settings.root(),
                  settings.home(),
                  library,
                  java,
                  SqlPort.any(),
                  lake.uri(),
                  lake.token(),
                  output::progress);
      List<SqlStart> without = starts("without cache", cold, output);
      // The first one may have to write the cache.
      output.say(SqlStart.of(cached).line("not counted"));
      List<SqlStart> with = starts("with cache", cached, output);
      double first = SqlStart.median(with).first();
      output.say(
          String.format(
              Locale.ROOT,
              "First answer %.1f s with the cache (median), aim %.0f s, %s",
              first,
              AIM_SECONDS,
              met(first <= AIM_SECONDS)));
      run.put("without_cache", without.stream().map(SqlStart::object).toList());
      run.put("with_cache", with.stream().map(SqlStart::object).toList());
      run.put("aim_select_1_seconds", AIM_SECONDS);
      try (DashboardServer page = DashboardServer.start(settings.home(), library, 0);
          TrinoServer trino = cached.get()) {
        beside(settings.home(), page.uri().resolve("api/v1/indicator/" + code), trino, run, output);
      }
    }
    return 0;
  }

  private List<SqlStart> starts(String what, Supplier<TrinoServer> start, Output output) {
    List<SqlStart> all = new ArrayList<>();
    for (int i = 0; i < starts; i++) {
      SqlStart one = SqlStart.of(start);
      output.say(one.line(what));
      all.add(one);
    }
    return all;
  }

  /** The page alone, then while Trino works for an analyst as hard as his limits allow. */
  private void beside(
      Home home, URI figure, TrinoServer trino, Map<String, Object> run, Output output)
      throws SQLException {
    PageLoad load = new PageLoad();
    load.measure("warm", figure, clients, WARM);
    Seen alone = load.measure("page alone", figure, clients, Duration.ofSeconds(seconds));
    output.say(alone.line());
    Seen beside;
    try (BenchmarkAnalyst analyst = BenchmarkAnalyst.add(home, clock);
        HeavyStatement heavy =
            HeavyStatement.start(
                new SqlRunner(trino.jdbcAddress(), analyst.login(), Optional.empty()))) {
      load.measure("settle", figure, clients, WARM);
      beside =
          load.measure(
              "beside an analyst's statement", figure, clients, Duration.ofSeconds(seconds));
      heavy.requireRunning();
    }
    output.say(beside.line());
    double times = beside.p99() / alone.p99();
    output.say(
        String.format(
            Locale.ROOT,
            "p99 beside the statement %.2f times that alone, aim %.0f, %s",
            times,
            AIM_TIMES,
            met(times <= AIM_TIMES)));
    run.put("statement_of", "analyst");
    run.put("clients", clients);
    run.put("page", List.of(alone.object(), beside.object()));
    run.put("p99_times", Measurement.round(times));
    run.put("aim_p99_times", AIM_TIMES);
  }
}
