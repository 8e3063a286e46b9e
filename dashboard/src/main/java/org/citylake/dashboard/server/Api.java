package org.citylake.dashboard.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.citylake.core.json.Json;
import org.citylake.dashboard.store.PageStore;
import org.citylake.dashboard.store.PageStores;

/**
 * {@code /api/v1}: the documents of one release. The release is resolved once, when the request
 * begins: {@code ?release=ID}, or the newest published one; so an answer never mixes two.
 */
final class Api {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,127}");
  private static final Pattern AREA = Pattern.compile("[0-9]{6}");
  private static final List<String> DOCUMENTS =
      List.of(
          "release",
          "districts",
          "indicators",
          "targets",
          "index",
          "loads",
          "catalogue",
          "warnings");
  private static final int CACHED = 256;

  private final PageStores stores;
  private final Supplier<Optional<String>> published;
  private final Asset pages;
  private final Map<String, Asset> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asset> eldest) {
          return size() > CACHED;
        }
      };

  Api(PageStores stores, Supplier<Optional<String>> published, Asset pages) {
    this.stores = stores;
    this.published = published;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    routes.get("/health", this::health);
    routes.get("/api/v1/pages", context -> Answer.send(context, pages));
    routes.get("/api/v1/releases", this::releases);
    for (String name : DOCUMENTS) {
      routes.get("/api/v1/" + name, context -> document(context, name + ".json"));
    }
    routes.get("/api/v1/case-figures", context -> document(context, "cases.json"));
    routes.get("/api/v1/series", context -> document(context, "series.json"));
    routes.get("/api/v1/series/{metric}", context -> named(context, "series", "metric"));
    routes.get("/api/v1/figures/{area}", this::figures);
    routes.get("/api/v1/indicator/{code}", context -> named(context, "indicators", "code"));
  }

  private void health(Context context) {
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", "ok");
    health.put("release", newest().map(PageStore::release).orElse(""));
    json(context, health);
  }

  private void releases(Context context) {
    Map<String, Object> releases = new LinkedHashMap<>();
    releases.put("newest", newest().map(PageStore::release).orElse(""));
    releases.put("releases", stores.all().stream().map(PageStore::release).toList());
    json(context, releases);
  }

  private static void json(Context context, Object value) {
    context
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(Json.line(value).getBytes(StandardCharsets.UTF_8));
  }

  private void named(Context context, String folder, String parameter) {
    String name = context.pathParam(parameter);
    if (!NAME.matcher(name).matches()) {
      throw ProblemException.badRequest(
          "A name here is lower-case letters, digits and underscores, such as population_density.");
    }
    document(context, folder + "/" + name + ".json");
  }

  private void figures(Context context) {
    String area = context.pathParam("area");
    if (!AREA.matcher(area).matches()) {
      throw ProblemException.badRequest("An area here is six digits, such as 310106.");
    }
    document(context, "figures/" + area + ".json");
  }

  private void document(Context context, String path) {
    PageStore store = resolve(context);
    Answer.send(
        context,
        load(store, path)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "Release " + store.release() + " has no " + path.replace(".json", ""))));
  }

  private PageStore resolve(Context context) {
    for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
      if (!parameter.getKey().equals("release") || parameter.getValue().size() != 1) {
        throw ProblemException.badRequest("The only parameter is release, given at most once.");
      }
    }
    String asked = context.queryParam("release");
    if (asked == null) {
      return newest()
          .orElseThrow(
              () ->
                  new ProblemException(
                      404,
                      "no-release",
                      "There is no release yet",
                      "Run ./citylake run to make the first one."));
    }
    if (!PageStores.isId(asked)) {
      throw ProblemException.badRequest("A release's id is letters, digits, hyphens, at most 64.");
    }
    return stores
        .find(asked)
        .orElseThrow(() -> ProblemException.notFound("There is no release " + asked));
  }

  private Optional<PageStore> newest() {
    return published.get().flatMap(stores::find);
  }

  private Optional<Asset> load(PageStore store, String path) {
    String key = store.folder() + "/" + path;
    synchronized (cache) {
      Asset known = cache.get(key);
      if (known != null) {
        return Optional.of(known);
      }
      Optional<Asset> read =
          store.find(path).map(bytes -> Asset.of(store.release(), "application/json", bytes));
      read.ifPresent(asset -> cache.put(key, asset));
      return read;
    }
  }
}
