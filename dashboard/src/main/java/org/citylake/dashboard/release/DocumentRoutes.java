package org.citylake.dashboard.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.Asset;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.store.PageStore;

/**
 * The documents of a release as they were compiled at its publication. They are made for everybody
 * who may read all rows of the tables behind them.
 */
public final class DocumentRoutes {
  private static final int CACHED = 256;
  private static final String VALUES = "metric.indicator_value";

  /**
   * One document: its address, its file, what it tells, and the table whose readers may read it.
   */
  private record Listed(String name, String file, String schema, String summary, String table) {}

  private static final List<Listed> DOCUMENTS =
      List.of(
          new Listed(
              "districts", "districts", "Districts", "Districts and versions", "city.district"),
          new Listed("indicators", "indicators", "Indicators", "All indicators", VALUES),
          new Listed(
              "targets",
              "targets",
              "Targets",
              "Targets of plans with what was reached",
              "metric.indicator_target"),
          new Listed(
              "index",
              "index",
              "Indexes",
              "Editions of indexes with scores and ranks",
              "metric.index_score"),
          new Listed("case-figures", "cases", "CaseFigures", "Counts of cases", VALUES),
          new Listed("open-cases", "open_cases", "OpenCases", "Where cases are open", VALUES),
          new Listed(
              "series", "series", "SeriesList", "Measures of sensors", "city.air_quality_day"));

  private final ReleaseChoice releases;
  private final AssetCache cache = new AssetCache(CACHED);

  /** Documents of the chosen releases. */
  public DocumentRoutes(ReleaseChoice releases) {
    this.releases = releases;
  }

  /** The routes. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(
        Route.get("/health", "health", "Whether the server answers", "Health", this::health));
    routes.add(Route.get("/api/v1/releases", "releases", "All releases", "Releases", this::listed));
    routes.add(open("release", "release", "Release", "One release: why it was made and of what"));
    routes.add(open("loads", "loads", "Loads", "What each delivery brought"));
    routes.add(open("catalogue", "catalogue", "Document", "Sources and where they stand"));
    for (Listed document : DOCUMENTS) {
      routes.add(
          open(document.name(), document.file(), document.schema(), document.summary())
              .needs(Permission.wholeTable(document.table())));
    }
    routes.add(
        named("series", "series", "metric", "Series", "Days and years of one measure")
            .needs(Permission.wholeTable("city.air_quality_day")));
    routes.add(
        named("indicator", "indicators", "code", "Indicator", "One indicator with all values")
            .needs(Permission.wholeTable(VALUES)));
    routes.add(
        file(
                "case-figures",
                "area_cases",
                Parameter.path(
                    "area", new Parameter.Text("[0-9]{6}([0-9]{3})?"), "district or subdistrict"),
                "AreaCaseFigures",
                "Counts of one area's cases")
            .needs(Permission.wholeTable(VALUES)));
    routes.add(
        file(
                "figures",
                "figures",
                Parameter.path("area", new Parameter.Text("[0-9]{6}"), "district or city"),
                "Document",
                "The newest figures of one area")
            .needs(Permission.wholeTable(VALUES)));
    return routes;
  }

  private Route open(String name, String file, String schema, String summary) {
    return Route.get(
            "/api/v1/" + name,
            name.replace('-', '_'),
            summary,
            schema,
            call -> send(call, file + ".json"))
        .takes(ReleaseChoice.RELEASE);
  }

  private Route named(String name, String folder, String part, String schema, String summary) {
    return file(
        name,
        folder,
        Parameter.path(part, new Parameter.Text("[a-z][a-z0-9_]{0,127}"), "its code"),
        schema,
        summary);
  }

  private Route file(String name, String folder, Parameter part, String schema, String summary) {
    return Route.get(
            "/api/v1/" + name + "/{" + part.name() + "}",
            name.replace('-', '_') + "_by_" + part.name(),
            summary,
            schema,
            call -> send(call, folder + "/" + call.text(part) + ".json"))
        .takes(part, ReleaseChoice.RELEASE);
  }

  private void send(Call call, String path) {
    PageStore store = releases.of(call);
    Answer.send(
        call.context(),
        cache
            .find(
                store.folder() + "/" + path,
                () ->
                    store
                        .find(path)
                        .map(bytes -> Asset.of(store.release(), "application/json", bytes)))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "Release " + store.release() + " has no " + path.replace(".json", ""))));
  }

  private void health(Call call) {
    Answer.json(
        call.context(),
        200,
        Map.of("status", "ok", "release", releases.newest().map(PageStore::release).orElse("")));
  }

  private void listed(Call call) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("newest", releases.newest().map(PageStore::release).orElse(""));
    all.put("releases", releases.all());
    Answer.json(call.context(), 200, all);
  }
}
