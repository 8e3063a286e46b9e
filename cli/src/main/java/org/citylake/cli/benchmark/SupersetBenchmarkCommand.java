package org.citylake.cli.benchmark;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.sql.SqlLogin;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import org.citylake.cli.superset.SupersetOptions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;
import org.citylake.superset.declared.DeclaredAssets;
import org.citylake.superset.provision.ChangeAction;
import org.citylake.superset.provision.ProvisionPlan;
import org.citylake.superset.provision.SupersetProvisioning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmark superset}: a Superset's apply, its dashboard beside our page, its numbers. */
@Command(
    name = "superset",
    description = {
      "Measure a Superset: an apply of 10 datasets, 50 charts and 5 dashboards, and a second one;"
          + " a dashboard beside our page of the same name, both cold in Chromium; and whether"
          + " random cells are the same number in Superset, SQL and the page's API."
    },
    footer = {
      "",
      "Needs a home that ./citylake serve serves, a Superset that ./citylake superset apply was"
          + " done on, and for the dashboard Chromium with its chromedriver.",
      "",
      "Examples:",
      "  ./citylake benchmark superset",
      "  ./citylake benchmark superset --page today --record benchmarks/results"
    })
final class SupersetBenchmarkCommand extends MeasuringCommand {
  private static final double AIM_SECONDS = 15;
  private static final double AIM_RATIO = 5;

  /** Charts off the screen are not asked for; those on it show a spinner until they are drawn. */
  private static final String CHARTS_ARE_DRAWN =
      "document.querySelector('.dashboard-component-chart-holder')"
          + " && document.querySelector('[data-test=\"slice-container\"], .slice_container')"
          + " && !document.querySelector('.loading, [data-test=\"loading-indicator\"]')";

  @Mixin private final SupersetOptions options = new SupersetOptions();

  @Option(
      names = "--page",
      paramLabel = "NAME",
      defaultValue = "today",
      description = "Page whose dashboard is measured (default ${DEFAULT-VALUE}).")
  private String page = "";

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How often each is opened, each time in a fresh browser; 0 for not at all (default 5).")
  private int runs;

  @Option(
      names = "--cells",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many cells are compared (default 200).")
  private int cells;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run)
      throws IOException, InterruptedException, SQLException {
    requireHome(settings);
    DeclaredAssets declared = options.declared(settings);
    Services services = Services.find(settings.home()).orElseThrow();
    SupersetClient client = options.client(settings);
    run.put("superset", client.version());
    run.put("apply", applies(settings, output));
    if (runs > 0) {
      run.put("dashboard", dashboards(settings, services, output));
    }
    SameFigures.Outcome same =
        new SameFigures(
                new SqlRunner(services.jdbc(), SqlLogin.owner(settings.home()), Optional.empty()),
                client,
                figures(client, declared),
                URI.create(services.page()))
            .compare(cells, 6);
    same.differences().forEach(output::say);
    output.say(
        same.cells()
            + " random cells in SQL, of Superset's metric and of the page: "
            + same.differences().size()
            + " differences, aim 0");
    run.put("cells", same.cells());
    run.put("differences", same.differences());
    return same.differences().isEmpty() ? 0 : 1;
  }

  private Map<String, Object> applies(Settings settings, Output output) {
    AssetUuid uuids = new AssetUuid("benchmark");
    DeclaredAssets measured = options.measured(settings, uuids, 10, 50, 5);
    SupersetProvisioning nothing = options.provisioning(settings, uuids, DeclaredAssets.none());
    nothing.prune();
    SupersetProvisioning superset = options.provisioning(settings, uuids, measured);
    output.progress("Applying " + measured.assets().size() + " assets");
    try {
      Stopwatch watch = Stopwatch.start();
      superset.apply();
      double first = watch.seconds();
      Stopwatch again = Stopwatch.start();
      ProvisionPlan second = superset.apply();
      double unchanged = again.seconds();
      int written = second.of(ChangeAction.CREATE).size() + second.of(ChangeAction.UPDATE).size();
      output.say(
          String.format(
              Locale.ROOT,
              "apply of 10 datasets, 50 charts, 5 dashboards: %.1f s, aim %.0f s, %s;"
                  + " a second one %.1f s, %d written",
              first,
              AIM_SECONDS,
              met(first <= AIM_SECONDS),
              unchanged,
              written));
      return Map.of(
          "datasets", 10,
          "charts", 50,
          "dashboards", 5,
          "seconds", first,
          "aim_seconds", AIM_SECONDS,
          "second_seconds", unchanged,
          "second_written", written);
    } finally {
      nothing.prune();
    }
  }

  private Map<String, Object> dashboards(Settings settings, Services services, Output output)
      throws IOException, InterruptedException {
    PagePaint drawn =
        new PagePaint(CHARTS_ARE_DRAWN, SupersetLogin.cookies(options.account(settings)));
    URI theirs =
        options
            .account(settings)
            .address()
            .resolve(
                "/superset/dashboard/"
                    + options.uuids().site()
                    + "-"
                    + page.replace('_', '-')
                    + "/");
    PagePaint.Seen superset = median("Superset", drawn, theirs, output);
    PagePaint.Seen ours =
        median(
            "CityLake",
            PagePaint.OURS,
            URI.create(services.page()).resolve("?page=" + page),
            output);
    double ratio = (double) superset.interactive() / ours.interactive();
    output.say(
        String.format(
            Locale.ROOT,
            "'%s' interactive: Superset %,d ms, ours %,d ms, %.1f times, aim %.0f, %s",
            page,
            superset.interactive(),
            ours.interactive(),
            ratio,
            AIM_RATIO,
            met(ratio >= AIM_RATIO)));
    return Map.of(
        "page", page,
        "window", PagePaint.WINDOW,
        "runs", runs,
        "superset_median", superset,
        "ours_median", ours,
        "ratio", Math.round(ratio * 100) / 100.0,
        "aim_ratio", AIM_RATIO);
  }

  private PagePaint.Seen median(String who, PagePaint paint, URI address, Output output)
      throws IOException, InterruptedException {
    List<PagePaint.Seen> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      PagePaint.Seen seen = paint.look(address);
      output.say(seen.line(who + " " + (i + 1)));
      all.add(seen);
    }
    return PagePaint.Seen.median(all);
  }

  /** The number of the dataset of figures. */
  private static int figures(SupersetClient client, DeclaredAssets declared) {
    Asset figures =
        declared.assets().stream()
            .filter(a -> a.kind() == ResourceKind.DATASET && a.name().equals("figure"))
            .findFirst()
            .orElseThrow();
    return client.list(ResourceKind.DATASET).stream()
        .filter(resource -> resource.uuid().equals(figures.uuid()))
        .map(SupersetResource::id)
        .findFirst()
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.USER, "The declared datasets are not there: ./citylake superset apply"));
  }
}
