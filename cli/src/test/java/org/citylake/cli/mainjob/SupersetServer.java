package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.citylake.access.user.Principal;
import org.citylake.cli.python.ProgramFolder;
import org.citylake.cli.state.Services;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.home.Home;
import org.citylake.superset.client.SupersetAccount;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.declared.SqlConnection;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Superset that {@code superset up} installed, over the SQL of a served home.
 *
 * @param home the served home
 * @param address of the Superset
 * @param started the processes to end
 */
record SupersetServer(Home home, URI address, List<Process> started) implements AutoCloseable {
  private static final String ENVIRONMENT = "CITYLAKE_SUPERSET_ENVIRONMENT";

  /** Another release than the newest is tried by this variable. */
  private static final String RELEASE = "CITYLAKE_SUPERSET_RELEASE";

  private static final Duration START = Duration.ofMinutes(15);

  /** Starts both; the home's SQL on a port that is named. */
  static SupersetServer start(Path logs) throws Exception {
    boolean wanted = System.getenv().containsKey(ENVIRONMENT) || "true".equals(System.getenv("CI"));
    Assumptions.assumeTrue(
        wanted, "downloads 1 GB: set " + ENVIRONMENT + " to a folder for Superset's Python");
    SqlJava.require();
    Home home = SharedHome.get().home();
    String environment =
        System.getenv()
            .getOrDefault(ENVIRONMENT, CommandRun.ROOT.resolve("target/superset").toString());
    int sqlPort = freePort();
    int port = freePort();
    Path serveLog = logs.resolve("serve.err");
    Path upLog = logs.resolve("up.err");
    List<String> up = new ArrayList<>(List.of("superset", "up", "--port", Integer.toString(port)));
    if (System.getenv().containsKey(RELEASE)) {
      up.addAll(List.of("--release", System.getenv(RELEASE)));
    }
    SupersetServer server =
        new SupersetServer(
            home,
            URI.create("http://127.0.0.1:" + port),
            List.of(
                CommandRun.start(
                    home, Map.of(), serveLog, "serve", "--sql-port", Integer.toString(sqlPort)),
                CommandRun.start(
                    home, Map.of(ENVIRONMENT, environment), upLog, up.toArray(new String[0]))));
    await(() -> Services.find(home).isPresent(), server.started.get(0), serveLog);
    await(server::healthy, server.started.get(1), upLog);
    assertThat(Services.find(home).orElseThrow().jdbc()).contains(":" + sqlPort + "/");
    return server;
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor();
    }
  }

  /** Runs {@code superset} with these arguments, {@code drift} for people, others as JSON. */
  CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("superset"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--url", address.toString()));
    if (!all.contains("--json") && !all.contains("drift")) {
      all.add("--json");
    }
    return CommandRun.of(home, all.toArray(new String[0]));
  }

  /** The administrator's client. */
  SupersetClient client() {
    return client(address);
  }

  /** The administrator's client, through a proxy. */
  SupersetClient client(URI at) {
    return client(at, "admin", secret("admin-password"));
  }

  SupersetClient client(URI at, String user, String password) {
    return new SupersetClient(new SupersetAccount(at, user, () -> password), Duration.ofMillis(1));
  }

  /** A secret that the home keeps for Superset. */
  String secret(String name) {
    try {
      return Files.readString(home.root().resolve("superset").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Superset signs in to SQL with. */
  String sqlToken() {
    return new ProgramFolder(home, "superset").sqlToken("superset");
  }

  /** The SQL that the home serves, on its port or another. */
  SqlConnection sql(int port) {
    return new SqlConnection(
        "127.0.0.1",
        port,
        new Principal("superset", List.of("analyst"), ""),
        home.root().resolve("trino/tls/certificate.pem"));
  }

  SqlConnection sql() {
    String jdbc = Services.find(home).orElseThrow().jdbc();
    return sql(URI.create(jdbc.substring("jdbc:".length())).getPort());
  }

  static DeclarationLibrary library() {
    return DeclarationReader.load(List.of(CommandRun.ROOT));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean healthy() {
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address.resolve("/health")).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void await(BooleanSupplier there, Process process, Path log) throws Exception {
    long end = System.nanoTime() + START.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(process.isAlive()).as("%s", Files.readString(log)).isTrue();
      assertThat(System.nanoTime()).as("%s", Files.readString(log)).isLessThan(end);
      Thread.sleep(500);
    }
  }
}
