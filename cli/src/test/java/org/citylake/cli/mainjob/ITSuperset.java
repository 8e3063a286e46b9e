package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.citylake.cli.state.Services;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.home.Home;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetAccount;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;
import org.citylake.superset.declared.DeclaredAssets;
import org.citylake.superset.declared.SqlConnection;
import org.citylake.superset.provision.ProvisionPlan;
import org.citylake.superset.provision.SupersetProvisioning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real Superset that {@code superset up} installs, over the SQL of a served home. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ITSuperset {
  private static final String ENVIRONMENT = "CITYLAKE_SUPERSET_ENVIRONMENT";
  private static final Duration START = Duration.ofMinutes(15);

  @TempDir private static Path folder = Path.of("unset");

  private static final List<Process> STARTED = new ArrayList<>();
  private static Home home = new Home(Path.of("unset"));
  private static URI address = URI.create("http://unset");

  @BeforeAll
  static void start() throws Exception {
    boolean wanted = System.getenv().containsKey(ENVIRONMENT) || "true".equals(System.getenv("CI"));
    Assumptions.assumeTrue(
        wanted, "downloads 1 GB: set " + ENVIRONMENT + " to a folder for Superset's Python");
    SqlJava.require();
    home = SharedHome.get().home();
    Map<String, String> variables =
        Map.of(
            ENVIRONMENT,
            System.getenv()
                .getOrDefault(ENVIRONMENT, CommandRun.ROOT.resolve("target/superset").toString()));
    Path serveLog = folder.resolve("serve.err");
    STARTED.add(CommandRun.start(home, Map.of(), serveLog, "serve"));
    int port = freePort();
    address = URI.create("http://127.0.0.1:" + port);
    Path upLog = folder.resolve("up.err");
    STARTED.add(
        CommandRun.start(
            home, variables, upLog, "superset", "up", "--port", Integer.toString(port)));
    await(() -> Services.find(home).isPresent(), STARTED.get(0), serveLog);
    await(ITSuperset::healthy, STARTED.get(1), upLog);
  }

  @AfterAll
  static void end() throws Exception {
    for (Process process : STARTED) {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  @Order(1)
  void whatIsDeclaredIsMadeAndASecondApplyWritesNothing() {
    JsonNode first = superset("apply").expect(0).json();
    JsonNode second = superset("apply").expect(0).json();

    assertThat(first.path("create").asInt()).isGreaterThan(100);
    assertThat(second.path("create").asInt()).isZero();
    assertThat(second.path("update").asInt()).isZero();
    assertThat(second.path("keep").asInt()).isEqualTo(first.path("create").asInt());
    assertThat(superset("drift").expect(0).out()).contains("Superset is as declared");
  }

  @Test
  @Order(2)
  void everyChartsQueryRunsAndFiguresHaveRows() {
    SupersetClient superset = client();
    List<SupersetResource> charts = superset.list(ResourceKind.CHART);
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (SupersetResource chart : charts) {
      answers.put(chart.name(), superset.chartData(chart.id()));
    }

    assertThat(answers.values())
        .hasSizeGreaterThan(20)
        .allSatisfy(a -> assertThat(a.path("status").asText()).as("%s", a).isEqualTo("success"));
    assertThat(answers.values().stream().filter(a -> a.path("rowcount").asInt() > 0).count())
        .isGreaterThan(5);
  }

  @Test
  @Order(3)
  void whatSomebodyChangedByHandIsNamedAndMended() {
    SupersetResource chart = find(ResourceKind.CHART, "PM2.5");
    client().update(ResourceKind.CHART, chart.id(), Map.of("slice_name", "Mine"));
    client().delete(ResourceKind.DATASET, find(ResourceKind.DATASET, "warning").id());

    CommandRun drift = superset("drift").expect(1);
    assertThat(drift.out()).contains("slice_name: \"Mine\" -> \"" + chart.name());
    assertThat(drift.out()).contains("+ dataset warning");
    superset("apply").expect(0);
    superset("drift").expect(0);
  }

  @Test
  @Order(4)
  void pruneRemovesWhatIsDeclaredNoMoreAndNothingElse() throws IOException {
    int dataset = find(ResourceKind.DATASET, "figure").id();
    int own =
        client()
            .create(
                ResourceKind.CHART,
                Map.of(
                    "slice_name", "Somebody's own",
                    "viz_type", "table",
                    "datasource_id", dataset,
                    "datasource_type", "table",
                    "params", "{}"));
    Path page = Files.createDirectories(folder.resolve("city/dashboard/pages/today"));
    Files.writeString(
        page.resolve("page.yaml"),
        """
        name: today
        title-zh: 今日
        title-en: Today
        order: 0
        tiles:
          - type: warnings
            title-zh: 预警
            title-en: Warnings
            width: full
            parameters: {}
        """);
    String city = folder.resolve("city").toString();
    superset("apply", "--city", city).expect(0);

    JsonNode would = superset("prune", "--dry-run", "--city", city).expect(0).json();
    JsonNode removed = superset("prune", "--city", city).expect(0).json();

    assertThat(removed.path("removed")).isEqualTo(would.path("removed"));
    assertThat(removed.path("removed").findValuesAsText("kind")).containsOnly("chart");
    assertThat(removed.path("removed").size()).isGreaterThan(20);
    assertThat(client().list(ResourceKind.CHART)).extracting(SupersetResource::id).contains(own);
    assertThat(superset("prune", "--city", city).expect(0).json().path("removed")).isEmpty();
    superset("apply").expect(0);
  }

  @Test
  @Order(5)
  void twoAppliesAtOnceEndAsDeclared() {
    SupersetResource chart = find(ResourceKind.CHART, "PM2.5");
    client().update(ResourceKind.CHART, chart.id(), Map.of("slice_name", "Mine"));

    CompletableFuture<CommandRun> other = CompletableFuture.supplyAsync(() -> superset("apply"));
    CommandRun one = superset("apply");

    assertThat(List.of(one.code(), other.join().code())).contains(0);
    superset("apply").expect(0);
    superset("drift").expect(0);
  }

  /** Also the call that Superset carried out and whose answer was lost. */
  @Test
  @Order(6)
  void cutOffAtAnyCallASecondApplyConverges() throws Exception {
    List<Asset> few = few();
    UUID database = few.get(0).uuid();
    Map<UUID, String> token =
        Map.of(database, Files.readString(home.root().resolve("superset/sql-token")).strip());
    int calls = Integer.MAX_VALUE;
    for (int cutAt = 1; cutAt <= calls; cutAt++) {
      try (CuttingProxy proxy = new CuttingProxy(address, cutAt)) {
        SupersetProvisioning cut = provisioning(proxy.address(), few);
        if (cutAt == 1) {
          calls = callsOfAnApply(few, token);
          provisioning(address, List.of()).prune();
        }
        assertThatThrownBy(() -> cut.apply(token)).isInstanceOf(CityLakeException.class);
      }
      SupersetProvisioning again = provisioning(address, few);
      again.apply(token);
      ProvisionPlan plan = again.plan();
      assertThat(plan.asDeclared()).as("after a cut at call %s", cutAt).isTrue();
      provisioning(address, List.of()).prune();
    }
    assertThat(calls).isGreaterThan(10);
  }

  @Test
  @Order(7)
  void wrongUseAndAStoppedSupersetAreToldClearly() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong"), "wrong\n");
    assertThat(superset("plan", "--password-file", wrong.toString(), "--json").expect(1).error())
        .contains("does not know the user admin with this password");
    assertThat(
            CommandRun.of(home, "superset", "plan", "--url", "http://127.0.0.1:" + freePort())
                .expect(1)
                .err())
        .contains("does not answer to POST /api/v1/security/login", "./citylake superset up");
    assertThat(superset("plan", "--site", "Not so").expect(2).err()).contains("--site 'Not so'");
    assertThat(CommandRun.of(SharedHome.fresh("unserved"), "superset", "plan").expect(2).err())
        .contains("run ./citylake demo first");
  }

  private static int callsOfAnApply(List<Asset> few, Map<UUID, String> token) throws IOException {
    try (CuttingProxy counting = new CuttingProxy(address, Integer.MAX_VALUE)) {
      provisioning(counting.address(), few).apply(token);
      return counting.calls();
    }
  }

  /** One connection, dataset, chart and dashboard of a site of their own. */
  private static List<Asset> few() {
    DeclarationLibrary library = DeclarationReader.load(List.of(CommandRun.ROOT));
    URI sql = URI.create(Services.find(home).orElseThrow().jdbc().substring("jdbc:".length()));
    List<Asset> all =
        DeclaredAssets.of(
                library,
                new AssetUuid("cut"),
                new SqlConnection(
                    sql.getHost(),
                    sql.getPort(),
                    "superset",
                    home.root().resolve("trino/tls/certificate.pem")))
            .assets();
    Asset database = all.get(0);
    Asset scores = only(all, ResourceKind.DATASET, "index_rank");
    // On SQLite a name is taken once.
    ((ObjectNode) scores.content()).put("table_name", "cut_rank");
    Asset dashboard =
        all.stream()
            .filter(a -> a.kind() == ResourceKind.DASHBOARD)
            .filter(a -> a.content().path("slug").asText().endsWith("-index"))
            .findFirst()
            .orElseThrow();
    List<String> shown = dashboard.content().path("position").findValuesAsText("uuid");
    Stream<Asset> charts = all.stream().filter(a -> shown.contains(a.uuid().toString()));
    return Stream.of(Stream.of(database, scores), charts, Stream.of(dashboard))
        .flatMap(s -> s)
        .toList();
  }

  private static Asset only(List<Asset> all, ResourceKind kind, String name) {
    return all.stream()
        .filter(a -> a.kind() == kind && a.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SupersetProvisioning provisioning(URI at, List<Asset> declared) {
    return new SupersetProvisioning(client(at), new AssetUuid("cut"), declared);
  }

  private static SupersetClient client() {
    return client(address);
  }

  private static SupersetClient client(URI at) {
    return new SupersetClient(
        new SupersetAccount(at, "admin", ITSuperset::password), Duration.ofMillis(1));
  }

  private static String password() {
    try {
      return Files.readString(home.root().resolve("superset/admin-password")).strip();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static SupersetResource find(ResourceKind kind, String name) {
    return client().list(kind).stream()
        .filter(r -> r.name().contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static CommandRun superset(String... arguments) {
    List<String> all = new ArrayList<>(List.of("superset"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--url", address.toString()));
    if (!all.contains("--json") && !all.contains("drift")) {
      all.add("--json");
    }
    return CommandRun.of(home, all.toArray(new String[0]));
  }

  private static boolean healthy() {
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

  private static void await(java.util.function.BooleanSupplier there, Process process, Path log)
      throws Exception {
    long end = System.nanoTime() + START.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(process.isAlive()).as("%s", Files.readString(log)).isTrue();
      assertThat(System.nanoTime()).as("%s", Files.readString(log)).isLessThan(end);
      Thread.sleep(500);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
