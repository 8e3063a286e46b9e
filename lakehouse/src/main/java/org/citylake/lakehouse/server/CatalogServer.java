package org.citylake.lakehouse.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.BindException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleasePointer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog server of a home: Iceberg's REST catalog protocol on loopback, each request with the
 * bearer token. It answers the warehouses {@code live} (read and write), {@code published} (the
 * newest release) and {@code release} (every release), the last two read-only and to the {@link
 * #readingToken} too.
 *
 * <p>The tables' pointers stand in SQLite in the home, or in the database that {@code
 * CITYLAKE_CATALOG_JDBC_URL}, {@code _USER} and {@code _PASSWORD} name.
 */
public final class CatalogServer implements ReleasePointer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogServer.class);
  private static final String LOOPBACK = "127.0.0.1";

  private final JdbcCatalog catalog;
  private final ReleaseStore releases;
  private final PinnedTables pinned;
  private final FileIO io;
  private final CatalogAccess access;
  private final Javalin web;

  private CatalogServer(Home home, String token, CatalogDatabase database) {
    String location = home.warehouse().toUri().toString().replaceAll("/+$", "");
    this.catalog = database.openCatalog(location);
    this.releases = new ReleaseStore(database);
    this.io =
        CatalogUtil.loadFileIO(
            "org.apache.iceberg.io.ResolvingFileIO", Map.of(), new Configuration());
    this.pinned = new PinnedTables(catalog, io, location);
    this.access = new CatalogAccess(token);
    CatalogRoutes routes =
        new CatalogRoutes(
            Map.of(
                LakeCatalog.LIVE, new LiveWarehouse(catalog),
                LakeCatalog.PUBLISHED,
                    ReleaseWarehouse.published(releases, pinned, () -> ViewFile.read(home)),
                LakeCatalog.RELEASE,
                    ReleaseWarehouse.release(releases, pinned, () -> ViewFile.read(home))));
    this.web = createWeb(routes);
  }

  /**
   * Starts the server.
   *
   * @param token that every request has to carry
   * @param port 0 takes a free one
   * @throws CityLakeException of kind EXTERNAL when the port is taken
   */
  public static CatalogServer start(Home home, String token, int port) {
    return start(home, token, port, System.getenv());
  }

  static CatalogServer start(Home home, String token, int port, Map<String, String> environment) {
    if (token.isBlank()) {
      throw new IllegalArgumentException("the catalog's token is empty");
    }
    home.create();
    CatalogServer server = new CatalogServer(home, token, CatalogDatabase.of(home, environment));
    try {
      server.web.start(LOOPBACK, port);
    } catch (RuntimeException e) {
      server.close();
      throw startFailure(port, e);
    }
    LOG.info("Catalog of {} answers at {}", home.root(), server.uri());
    return server;
  }

  /** The token that opens the warehouses of releases alone, of a server with this token. */
  public static String readingToken(String token) {
    return CatalogAccess.readingToken(token);
  }

  /** The server's address, without a path. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + web.port());
  }

  /**
   * Makes the release the published one. Its tables' metadata are written first, then one
   * transaction flips the pointer. Publishing it again changes nothing.
   *
   * @throws CityLakeException of kind DATA when a pinned snapshot is gone, or when the id is taken
   *     by a release that pins other snapshots
   */
  @Override
  public void publish(Release release) {
    ServedRelease served = new ServedRelease(release.releaseId(), release.tables());
    Optional<ServedRelease> known = releases.find(served.releaseId());
    if (known.isPresent() && !known.get().equals(served)) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot publish release "
              + served.releaseId()
              + ": it is published already with other snapshots; a changed release has another id");
    }
    if (known.isEmpty()) {
      pinned.write(served);
    }
    releases.publish(served);
    LOG.info("Published release {} with {} tables", served.releaseId(), served.tables().size());
  }

  /** The id of the published release; empty before the first. */
  public Optional<String> publishedReleaseId() {
    return releases.findPublished().map(ServedRelease::releaseId);
  }

  @Override
  public void close() {
    web.stop();
    catalog.close();
    io.close();
  }

  private Javalin createWeb(CatalogRoutes routes) {
    return Javalin.create(
        config -> {
          QueuedThreadPool threads = new QueuedThreadPool(64, 8);
          threads.setName("catalog");
          threads.setDaemon(true);
          config.jetty.threadPool = threads;
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          // A commit carries the metadata of all its snapshots.
          config.http.maxRequestSize = 256L << 20;
          config.routes.before(access::require);
          routes.register(config.routes);
          config.routes.exception(
              HttpResponseException.class,
              (e, context) ->
                  answer(
                      context,
                      RestErrors.response(
                          e.getStatus(), "RESTException", String.valueOf(e.getMessage()))));
          config.routes.exception(Exception.class, CatalogServer::answerFailure);
        });
  }

  private static void answerFailure(Exception e, Context context) {
    ErrorResponse response = RestErrors.response(e);
    if (response.code() == 500) {
      LOG.warn("{} {} failed", context.method(), context.path(), e);
    }
    answer(context, response);
  }

  private static void answer(Context context, ErrorResponse response) {
    context.status(response.code());
    CatalogRoutes.answer(context, response);
  }

  private static CityLakeException startFailure(int port, RuntimeException e) {
    boolean taken = false;
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      taken |= cause instanceof BindException;
    }
    String reason =
        taken || String.valueOf(e.getMessage()).contains("already in use")
            ? "another program has port "
                + port
                + "; end it, or take another port (0 is a free one)"
            : String.valueOf(e.getMessage());
    return new CityLakeException(
        Kind.EXTERNAL, "Cannot start the catalog on " + LOOPBACK + ":" + port + ": " + reason, e);
  }
}
