package org.citylake.cli.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;

/**
 * Trino's files in {@code trino/etc} of the home, written anew at every start: a free port on
 * loopback, one catalog per warehouse, and reading only, because whoever reaches the port may call
 * himself any user. The catalog's token stands in none of them.
 */
final class TrinoConfiguration {
  /** Trino's catalog to the warehouse of our catalog server. */
  private static final Map<String, String> WAREHOUSES =
      Map.of("published", "published", "release", "release", "lake", "live");

  private final Path etc;

  TrinoConfiguration(Home home) {
    this.etc = home.root().resolve("trino").resolve("etc");
  }

  Path main() {
    return etc.resolve("config.properties");
  }

  Path logLevels() {
    return etc.resolve("log.properties");
  }

  void write(int port, URI catalog, Path plugins) {
    Path catalogs = etc.resolve("catalog");
    Path accessControl = etc.resolve("access-control.properties");
    lines(
        main(),
        List.of(
            "node.environment=citylake",
            "node.id=citylake",
            "node.bind-ip=127.0.0.1",
            "node.internal-address=127.0.0.1",
            "coordinator=true",
            "node-scheduler.include-coordinator=true",
            "http-server.http.enabled=true",
            "http-server.http.port=" + port,
            "discovery.uri=http://127.0.0.1:" + port,
            "web-ui.enabled=false",
            "plugin.dir=" + plugins,
            "catalog.config-dir=" + catalogs,
            "access-control.config-files=" + accessControl));
    lines(accessControl, List.of("access-control.name=read-only"));
    lines(logLevels(), List.of("io.trino=INFO", "io.airlift=WARN", "org.apache.iceberg=WARN"));
    WAREHOUSES.forEach(
        (name, warehouse) ->
            lines(
                catalogs.resolve(name + ".properties"),
                List.of(
                    "connector.name=iceberg",
                    "iceberg.catalog.type=rest",
                    "iceberg.rest-catalog.uri=" + catalog,
                    "iceberg.rest-catalog.warehouse=" + warehouse,
                    "iceberg.rest-catalog.security=OAUTH2",
                    "iceberg.rest-catalog.oauth2.token=${ENV:" + JobFile.CATALOG_TOKEN + "}",
                    "iceberg.rest-catalog.oauth2.token-exchange-enabled=false",
                    "iceberg.rest-catalog.oauth2.token-refresh-enabled=false",
                    "fs.local.enabled=true",
                    "local.location=/")));
  }

  private static void lines(Path file, List<String> lines) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
