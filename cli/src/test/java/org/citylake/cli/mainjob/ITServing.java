package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.state.Services;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITServing {
  private final Home home = SharedHome.get().home();
  private final Path folder;

  ITServing(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void servesPageAndSqlUntilItIsToldToEndAndLeavesNoProcess() throws Exception {
    SqlJava.require();
    Path err = folder.resolve("serve.err");
    Process serve = CommandRun.start(home, Map.of(), err, "serve");
    Services services = await(serve, err);
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(services.page())).build(),
                HttpResponse.BodyHandlers.ofString());
    CommandRun sql = CommandRun.of(home, "sql", "--format", "csv", "SELECT 1 AS one");
    CommandRun status = CommandRun.of(home, "status", "--json");
    CommandRun schedules = CommandRun.of(home, "schedule", "run", "--once", "--json");
    ProcessHandle trino = trino(serve);
    trino.destroyForcibly();
    trino.onExit().get(20, TimeUnit.SECONDS);
    CommandRun again = awaitSql();
    List<ProcessHandle> children = serve.descendants().toList();

    serve.destroy();

    assertThat(serve.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<html");
    assertThat(sql.expect(0).out()).isEqualTo("one\n1\n");
    assertThat(sql.err()).doesNotContain("Starting Trino");
    assertThat(again.out()).isEqualTo("one\n1\n");
    assertThat(Files.readString(err)).contains("Trino has ended", "Trino is there again");
    assertThat(status.json().path("pid").asLong()).isEqualTo(serve.pid());
    assertThat(schedules.expect(1).error()).contains("process " + serve.pid() + " runs them");
    assertThat(children).isNotEmpty();
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }
    assertThat(Services.find(home)).isEmpty();
  }

  @Test
  void aTakenPortIsToldBeforeAnythingStarts() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      for (String command : List.of("serve", "demo", "catalog")) {
        CommandRun run = CommandRun.of(home, command, "--port", port, "--json").expect(1);

        assertThat(run.error()).contains("port " + port + " is taken", "--port");
        assertThat(run.err()).doesNotContain("Start Trino");
      }
      for (String command : List.of("serve", "demo")) {
        CommandRun run = CommandRun.of(home, command, "--sql-port", port, "--json").expect(1);

        assertThat(run.error()).contains("port " + port + " is taken", "--sql-port");
        assertThat(run.err()).doesNotContain("Start Trino");
      }
    }
  }

  @Test
  void outlinesWithoutApprovalNumberAreNotServedToOthers() throws IOException {
    CommandRun run =
        CommandRun.of(home, "serve", "--public-name", "city.example", "--json").expect(2);

    assertThat(run.error()).contains("city.example", "the map 'shanghai'", "审图号", "--city");
    assertThat(run.err()).doesNotContain("Start Trino");
  }

  @Test
  void firstScreenIsMeasuredInABrowser() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromedriver")), "needs chromium-driver");

    JsonNode median =
        CommandRun.of(home, "benchmark", "paint", "--runs", "1", "--json")
            .expect(0)
            .json()
            .path("median");

    assertThat(median.path("first").asLong()).isPositive();
    assertThat(median.path("interactive").asLong())
        .isGreaterThanOrEqualTo(median.path("ready").asLong())
        .isGreaterThan(median.path("first").asLong());
    assertThat(median.path("bytes").asLong()).isBetween(50_000L, 600_000L);
  }

  private static ProcessHandle trino(Process serve) {
    String java = JavaHome.findForTrino(System.getenv()).orElseThrow().path().toString();
    return serve
        .descendants()
        .filter(child -> child.info().command().orElse("").startsWith(java))
        .findFirst()
        .orElseThrow();
  }

  /** SQL at the address that was told at first. */
  private CommandRun awaitSql() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    CommandRun run;
    do {
      Thread.sleep(1000);
      run = CommandRun.of(home, "sql", "--format", "csv", "SELECT 1 AS one");
    } while (run.code() != 0 && System.nanoTime() < end);
    return run;
  }

  private Services await(Process serve, Path err) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < end) {
      Optional<Services> found = Services.find(home);
      if (found.isPresent()) {
        return found.get();
      }
      assertThat(serve.isAlive()).as("%s", Files.readString(err)).isTrue();
      Thread.sleep(100);
    }
    throw new AssertionError("nothing is served: " + Files.readString(err));
  }
}
