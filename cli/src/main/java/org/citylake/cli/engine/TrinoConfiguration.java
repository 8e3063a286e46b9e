package org.citylake.cli.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.access.grant.GrantsFile;
import org.citylake.access.grant.GroupGrants;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;

/**
 * Trino's files in {@code trino/etc} of the home, written anew at every start: a free port on
 * loopback that speaks TLS alone and asks for a password or token, one catalog per warehouse, and
 * our plugin for users, grants and limits. Secrets stand in none of them.
 */
final class TrinoConfiguration {
  /** Trino's catalog to the warehouse of our catalog server. */
  private static final Map<String, String> WAREHOUSES =
      Map.of("published", "published", "release", "release", "lake", "live");

  /** Environment variable with the secret by which Trino knows itself. */
  static final String SHARED_SECRET = "CITYLAKE_TRINO_SECRET";

  private static final String PLUGIN = "citylake";

  private final Home home;
  private final Path etc;

  TrinoConfiguration(Home home) {
    this.home = home;
    this.etc = folder().resolve("etc");
  }

  /** Where Trino works: it looks for some of its files in {@code etc} below. */
  Path folder() {
    return home.root().resolve("trino");
  }

  /** The certificate of the server. */
  ServerCertificate certificate() {
    return new ServerCertificate(folder().resolve("tls"), Clock.systemUTC());
  }

  Path main() {
    return etc.resolve("config.properties");
  }

  Path logLevels() {
    return etc.resolve("log.properties");
  }

  void write(int port, URI catalog, Path plugins, Map<String, GroupGrants> grants) {
    Path catalogs = etc.resolve("catalog");
    Path passwords = etc.resolve("password-authenticator.properties");
    Path tokens = etc.resolve("header-authenticator.properties");
    Path grantsFile = etc.resolve("grants.tsv");
    GrantsFile.write(grantsFile, grants);
    certificate().ensure();
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
            "http-server.http.enabled=false",
            "http-server.https.enabled=true",
            "http-server.https.port=" + port,
            "http-server.https.keystore.path=" + certificate().keyStore(),
            "http-server.authentication.type=PASSWORD,HEADER",
            "password-authenticator.config-files=" + passwords,
            "header-authenticator.config-files=" + tokens,
            "internal-communication.https.required=true",
            "internal-communication.https.truststore.path=" + certificate().certificate(),
            "internal-communication.shared-secret=${ENV:" + SHARED_SECRET + "}",
            "discovery.uri=https://127.0.0.1:" + port,
            "query.max-execution-time=30m",
            "web-ui.enabled=false",
            "plugin.dir=" + plugins,
            "catalog.config-dir=" + catalogs,
            "access-control.config-files=" + accessControl));
    List<String> plugin =
        List.of("citylake.users=" + home.access(), "citylake.grants=" + grantsFile);
    part(passwords, "password-authenticator.name", plugin);
    part(tokens, "header-authenticator.name", plugin);
    part(accessControl, "access-control.name", plugin);
    part(
        etc.resolve("resource-groups.properties"), "resource-groups.configuration-manager", plugin);
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

  private static void part(Path file, String key, List<String> settings) {
    List<String> lines = new ArrayList<>(settings);
    lines.add(key + "=" + PLUGIN);
    lines(file, lines);
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
