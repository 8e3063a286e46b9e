package org.citylake.cli.state;

import java.net.URI;
import java.util.Optional;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.server.CatalogServer;

/** The home's catalog: that of a running command, or one started for the time of this command. */
public final class Lake implements AutoCloseable {
  private final URI uri;
  private final String token;
  private final Optional<CatalogServer> server;
  private final Optional<Services> services;

  private Lake(URI uri, String token, Optional<CatalogServer> server, Optional<Services> services) {
    this.uri = uri;
    this.token = token;
    this.server = server;
    this.services = services;
  }

  /** Attaches to a running command, else starts a catalog. */
  public static Lake attachOrStart(Home home) {
    Optional<Services> running = Services.find(home).filter(s -> !s.catalog().isEmpty());
    if (running.isPresent()) {
      URI uri = URI.create(running.get().catalog());
      return new Lake(uri, CatalogToken.of(home), Optional.empty(), running);
    }
    return start(home, 0);
  }

  /**
   * Starts a catalog.
   *
   * @param port 0 takes a free one
   */
  public static Lake start(Home home, int port) {
    String token = CatalogToken.of(home);
    CatalogToken.readingFile(home);
    CatalogServer server = CatalogServer.start(home, token, port);
    return new Lake(server.uri(), token, Optional.of(server), Optional.empty());
  }

  /** The catalog's address. */
  public URI uri() {
    return uri;
  }

  /** The catalog's bearer token. */
  public String token() {
    return token;
  }

  /** The server where this command runs it. */
  public Optional<CatalogServer> server() {
    return server;
  }

  /** The running command that this one is attached to. */
  public Optional<Services> services() {
    return services;
  }

  /** A connection to one of the warehouses. */
  public LakeCatalog connect(String warehouse) {
    return LakeCatalog.connect(uri, token, warehouse);
  }

  @Override
  public void close() {
    server.ifPresent(CatalogServer::close);
  }
}
