package org.citylake.dashboard.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.dashboard.store.PageStore;
import org.citylake.dashboard.store.PageStores;

/**
 * The page and its API on loopback. Everything that a browser asks for comes from this jar and from
 * the stores of the home's releases; an engine or the catalog need not run.
 */
public final class DashboardServer implements AutoCloseable {
  private final Javalin server;

  private DashboardServer(Javalin server) {
    this.server = server;
  }

  /**
   * Serves the release whose store was made last.
   *
   * @param library the city's declarations, for the pages' layout
   * @param port a free one when 0
   * @throws CityLakeException of kind EXTERNAL when the port is taken
   */
  public static DashboardServer start(Home home, DeclarationLibrary library, int port) {
    PageStores stores = new PageStores(home);
    return start(
        home, library, port, () -> stores.all().stream().findFirst().map(PageStore::release));
  }

  /**
   * Serves the release that somebody else says is the published one, such as the catalog's pointer.
   *
   * @param published asked at the start of every request; empty when nothing is published yet
   */
  public static DashboardServer start(
      Home home, DeclarationLibrary library, int port, Supplier<Optional<String>> published) {
    Asset pages =
        Asset.of(
            "pages",
            "application/json",
            Json.line(PagesDocument.of(library.pages())).getBytes(StandardCharsets.UTF_8));
    Api api = new Api(new PageStores(home), published, pages);
    Javalin server = Javalin.create(config -> configure(config, api, port));
    try {
      server.start();
    } catch (JavalinBindException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot serve the page: port "
              + port
              + " of 127.0.0.1 is taken; end what uses it or choose another with --port",
          e);
    }
    return new DashboardServer(server);
  }

  private static void configure(JavalinConfig config, Api api, int port) {
    StaticAssets assets = new StaticAssets();
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = "127.0.0.1";
    config.jetty.port = port;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.routes.before(RequestGuard::check);
    ProblemDetails.register(config.routes);
    api.register(config.routes);
    config.routes.get("/", context -> file(context, assets, "index.html"));
    config.routes.get("/{file}", context -> file(context, assets, context.pathParam("file")));
    config.routes.get(
        "/{folder}/{file}",
        context ->
            file(context, assets, context.pathParam("folder") + "/" + context.pathParam("file")));
  }

  private static void file(Context context, StaticAssets assets, String path) {
    Answer.send(
        context,
        assets.find(path).orElseThrow(() -> ProblemException.notFound("There is no file " + path)));
  }

  /** Where the page is, {@code http://127.0.0.1:PORT/}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  /** Stops serving; answers under way are finished. */
  @Override
  public void close() {
    server.stop();
  }
}
