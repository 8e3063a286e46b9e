package org.citylake.dashboard.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.plugin.bundled.RateLimitPlugin;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.MapDeclaration;
import org.citylake.core.home.Home;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.ProblemDetails;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.RouteTable;
import org.citylake.dashboard.store.PageStore;
import org.citylake.dashboard.store.PageStores;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The page and its API on loopback. Everything that a browser asks for comes from this jar and from
 * the stores of the home's releases; an engine or the catalog need not run.
 */
public final class DashboardServer implements AutoCloseable {
  private static final int CONNECTIONS = 2_000;

  /** So many may wait to be let in; with few, a rush of them waits for seconds. */
  private static final int ACCEPT_QUEUE = 1_000;

  private static final long REQUEST_BYTES = 16 * 1024;
  private static final int HEADER_BYTES = 8 * 1024;

  private final Javalin server;
  private final ApiRoutes api;

  private DashboardServer(Javalin server, ApiRoutes api) {
    this.server = server;
    this.api = api;
  }

  /**
   * Serves the release whose store was made last.
   *
   * @param library the city's declarations, for the pages' layout and the groups
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
    return start(
        home, library, port, new PageServices(published, Optional.empty(), Clock.systemUTC()));
  }

  /**
   * Serves with all that the services offer.
   *
   * @throws CityLakeException of kind USER when it has a public name and a map that may not leave
   *     the house
   */
  public static DashboardServer start(
      Home home, DeclarationLibrary library, int port, PageServices services) {
    services.publicName().ifPresent(name -> requirePublishable(name, library));
    ApiRoutes api = ApiRoutes.of(home, library, services);
    StaticAssets assets = new StaticAssets(library.maps());
    RequestGuard guard = new RequestGuard(services.publicName());
    Javalin server = Javalin.create(config -> configure(config, api, assets, guard, port));
    try {
      server.start();
    } catch (JavalinBindException e) {
      api.close();
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot serve the page: port "
              + port
              + " of 127.0.0.1 is taken; end what uses it or choose another with --port",
          e);
    }
    return new DashboardServer(server, api);
  }

  /**
   * Refuses to show others a map that may not leave the house.
   *
   * @param name the public name
   * @throws CityLakeException of kind USER that names the map and what to do
   */
  public static void requirePublishable(String name, DeclarationLibrary library) {
    for (MapDeclaration map : library.maps()) {
      if (!map.mayBePublished()) {
        throw new CityLakeException(
            Kind.USER,
            "Cannot show the page as "
                + name
                + ": the map '"
                + map.id()
                + "' has outlines without an approval number (审图号). Write approval-number into "
                + map.folder().resolve("map.yaml")
                + ", or replace the map by one without outlines (--city): tiles need none");
      }
    }
  }

  private static void configure(
      JavalinConfig config, ApiRoutes api, StaticAssets assets, RequestGuard guard, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.addConnector((server, http) -> connector(server, http, port));
    // Keys of cases may hold what is ambiguous in a path; no route makes a file name of one.
    config.jetty.modifyServletContextHandler(DashboardServer::decodeKeys);
    config.jetty.modifyServer(server -> server.setErrorHandler(new RefusedRequest()));
    config.registerPlugin(
        new RateLimitPlugin(limits -> limits.setKeyFunction(RouteTable::countedFor)));
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = REQUEST_BYTES;
    config.http.prefer405over404 = true;
    config.routes.before(guard::check);
    ProblemDetails.register(config.routes);
    api.register(config.routes);
    config.routes.get("/", context -> file(context, assets, "index.html"));
    config.routes.get("/{file}", context -> file(context, assets, context.pathParam("file")));
    config.routes.get(
        "/{folder}/{file}",
        context ->
            file(context, assets, context.pathParam("folder") + "/" + context.pathParam("file")));
  }

  private static Connector connector(Server server, HttpConfiguration http, int port) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "keys in paths",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.addBean(new ConnectionBound(CONNECTIONS));
    return connector;
  }

  private static void decodeKeys(ServletContextHandler handler) {
    handler.getServletHandler().setDecodeAmbiguousURIs(true);
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
    api.close();
    server.stop();
  }
}
