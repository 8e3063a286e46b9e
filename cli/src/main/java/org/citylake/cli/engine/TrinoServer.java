package org.citylake.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.citylake.access.grant.GroupGrants;
import org.citylake.cli.sql.SqlLogin;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.core.process.JobFile;
import org.citylake.lakehouse.server.ViewFile;
import org.citylake.lakehouse.view.ReleasedViews;

/** A running Trino on loopback, in a child JVM, over the home's catalog. */
public final class TrinoServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration CACHE_LIMIT = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;

  /** Statements take what the page and the jobs beside leave of the processors. */
  private static final int NICENESS = 10;

  private final ChildProcess child;
  private final int port;
  private final ServerCertificate certificate;
  private final SqlLogin login;
  private final double seconds;
  private final StartUpCache cache;

  private TrinoServer(
      ChildProcess child,
      int port,
      ServerCertificate certificate,
      SqlLogin login,
      double seconds,
      StartUpCache cache) {
    this.child = child;
    this.port = port;
    this.certificate = certificate;
    this.login = login;
    this.seconds = seconds;
    this.cache = cache;
  }

  /**
   * Starts Trino and waits until it answers.
   *
   * @param root the repository
   * @param library with the groups and the contracts that their grants speak of
   * @param port that it takes
   * @param catalog address of the catalog server
   * @param token the catalog's token
   * @throws CityLakeException of kind EXTERNAL when it does not start; the message names its log
   */
  public static TrinoServer start(
      Path root,
      Home home,
      DeclarationLibrary library,
      JavaHome java,
      SqlPort port,
      URI catalog,
      String token,
      Consumer<String> progress) {
    TrinoInstallation installation = installation(root);
    StartUpCache cache = StartUpCache.of(installation, java);
    return start(installation, home, library, java, cache, port, catalog, token, progress);
  }

  /** The same without a start-up cache, to measure what one is worth. */
  public static TrinoServer startWithoutCache(
      Path root,
      Home home,
      DeclarationLibrary library,
      JavaHome java,
      URI catalog,
      String token,
      Consumer<String> progress) {
    return start(
        installation(root),
        home,
        library,
        java,
        StartUpCache.none(),
        SqlPort.any(),
        catalog,
        token,
        progress);
  }

  private static TrinoInstallation installation(Path root) {
    return new TrinoInstallation(root.resolve("trino-server"));
  }

  private static TrinoServer start(
      TrinoInstallation installation,
      Home home,
      DeclarationLibrary library,
      JavaHome java,
      StartUpCache cache,
      SqlPort wanted,
      URI catalog,
      String token,
      Consumer<String> progress) {
    Path log = home.logs().resolve("trino.log");
    SqlLogin owner = SqlLogin.owner(home);
    Map<String, GroupGrants> grants = GroupGrants.of(library);
    ViewFile.write(home, ReleasedViews.of(library));
    CityLakeException last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // Another program may take the port between now and Trino's start; then another is tried.
      int port = wanted.choose();
      new TrinoConfiguration(home).write(port, catalog, installation.plugins(), grants);
      rotate(log);
      try {
        return start(installation, home, owner, java, cache, port, token, log, progress);
      } catch (CityLakeException e) {
        last = e;
        if (wanted.firm() || !String.valueOf(e.getMessage()).contains("Address already in use")) {
          throw e;
        }
      }
    }
    throw new CityLakeException(
        Kind.EXTERNAL, "Trino found no free port in " + ATTEMPTS + " attempts", last);
  }

  private static TrinoServer start(
      TrinoInstallation installation,
      Home home,
      SqlLogin owner,
      JavaHome java,
      StartUpCache cache,
      int port,
      String token,
      Path log,
      Consumer<String> progress) {
    long began = System.nanoTime();
    TrinoConfiguration configuration = new TrinoConfiguration(home);
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx1g");
    arguments.addAll(cache.arguments());
    arguments.addAll(
        List.of(
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseG1GC",
            "-Djdk.attach.allowAttachSelf=true",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Dconfig=" + configuration.main(),
            "-Dlog.levels-file=" + configuration.logLevels(),
            "-cp",
            installation.classPath(),
            "org.citylake.trinoserver.TrinoLauncher",
            installation.version()));
    ChildProcess child =
        ChildProcess.start(
            new ChildSpec(
                "trino",
                java.path(),
                arguments,
                Map.of(
                    JobFile.CATALOG_TOKEN,
                    token,
                    TrinoConfiguration.SHARED_SECRET,
                    UUID.randomUUID().toString() + UUID.randomUUID()),
                log,
                Optional.of(configuration.folder()),
                NICENESS),
            progress);
    try {
      awaitAnswer(child, port, configuration.certificate());
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new TrinoServer(child, port, configuration.certificate(), owner, seconds, cache);
  }

  /** Its port on loopback. */
  public int port() {
    return port;
  }

  /** For JDBC clients, without user and password; the newest release is the default catalog. */
  public String jdbcAddress() {
    return "jdbc:trino://127.0.0.1:"
        + port
        + "/published?SSL=true&SSLTrustStorePath="
        + certificate.certificate();
  }

  /** The home's owner, who sees all that SQL shows. */
  public SqlLogin login() {
    return login;
  }

  /** Statements are run by it. */
  public SqlRunner runner() {
    return new SqlRunner(jdbcAddress(), login, Optional.empty());
  }

  /** How long the start took. */
  public double startSeconds() {
    return seconds;
  }

  /** The most memory it has held, in bytes. */
  public long peakMemoryBytes() {
    return child.peakMemoryBytes();
  }

  /** Waits for its end; whether it came without {@link #close}. */
  boolean endsByItself() throws InterruptedException {
    return child.endsByItself();
  }

  /** Ends Trino; where a start-up cache is to be kept, that takes some seconds. */
  @Override
  public void close() {
    if (cache.made().isEmpty()) {
      child.close();
      return;
    }
    child.endOrderly(CACHE_LIMIT);
    cache.keep();
  }

  private static void awaitAnswer(ChildProcess child, int port, ServerCertificate certificate) {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(certificate.trusting())
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/v1/info"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      if (!child.alive()) {
        throw child.failure("ended while starting");
      }
      if (answers(client, request)) {
        return;
      }
    }
    throw child.failure("did not answer within " + START_LIMIT.toSeconds() + " s");
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 200) {
        JsonNode info = Json.mapper().readTree(response.body());
        if (!info.path("starting").asBoolean(true)) {
          return true;
        }
      }
      Thread.sleep(100);
    } catch (IOException e) {
      // Nobody listens yet.
      pause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while Trino starts", e);
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while Trino starts", e);
    }
  }

  private static void rotate(Path log) {
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling("trino.previous.log"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot set aside " + log, e);
    }
  }
}
