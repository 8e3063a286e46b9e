package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.citylake.cli.state.Services;
import org.citylake.core.CityLakeException;
import org.citylake.core.json.Json;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.MailSchedule;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.RowRule;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;
import org.citylake.superset.client.SupersetRole;
import org.citylake.superset.client.TaggedThing;
import org.citylake.superset.declared.DeclaredAccess;
import org.citylake.superset.declared.DeclaredAssets;
import org.citylake.superset.declared.DeclaredReport;
import org.citylake.superset.declared.DeclaredRole;
import org.citylake.superset.declared.DeclaredRule;
import org.citylake.superset.declared.MeasuredAssets;
import org.citylake.superset.provision.SupersetProvisioning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Superset over the SQL of a served home: what is declared is made, mended and removed, who
 * sees what, and what goes wrong is told.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ITSuperset {
  private static final String DASHBOARD = "/api/v1/dashboard/";

  @TempDir private static Path folder = Path.of("unset");

  private static @Nullable SupersetServer started;

  @BeforeAll
  static void start() throws Exception {
    started = SupersetServer.start(folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (started != null) {
      started.close();
    }
  }

  private static SupersetServer server() {
    return Objects.requireNonNull(started);
  }

  /**
   * Also the call that Superset carried out and whose answer was lost. What a cut leaves behind is
   * what the last write before it made, so the second apply is done after each write. It comes
   * first because every apply lists all that Superset has.
   */
  @Test
  @Order(0)
  void cutOffAtAnyCallASecondApplyConverges() throws Exception {
    AssetUuid uuids = new AssetUuid("cut");
    DeclaredAssets few = few(uuids);
    Set<Integer> writes;
    try (CuttingProxy counting = new CuttingProxy(server().address(), Integer.MAX_VALUE)) {
      provisioning(counting.address(), uuids, few).apply();
      writes = counting.writes();
    }
    assertThat(writes).as("assets, role, what it opens, rule, tag, report").hasSize(6);
    for (int cutAt = 1; cutAt <= Collections.max(writes); cutAt++) {
      provisioning(server().address(), uuids, DeclaredAssets.none()).prune();
      cut(cutAt, uuids, few);
      if (writes.contains(cutAt)) {
        // It reads again what it wrote, and fails where that is not as declared.
        provisioning(server().address(), uuids, few).apply();
      }
    }
    int reads;
    try (CuttingProxy counting = new CuttingProxy(server().address(), Integer.MAX_VALUE)) {
      provisioning(counting.address(), uuids, few).apply();
      assertThat(counting.writes()).isEmpty();
      reads = counting.calls();
    }
    for (int cutAt = 1; cutAt <= reads; cutAt++) {
      cut(cutAt, uuids, few);
    }
    assertThat(provisioning(server().address(), uuids, few).plan().asDeclared()).isTrue();
    provisioning(server().address(), uuids, DeclaredAssets.none()).prune();
    assertThat(provisioning(server().address(), uuids, DeclaredAssets.none()).plan().changes())
        .isEmpty();
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
    assertThat(first.path("notes")).as("%s", first.path("notes")).isEmpty();
    assertThat(superset("drift").expect(0).out()).contains("Superset is as declared");
    Set<TaggedThing> tagged = client().tags().tagged("citylake");
    assertThat(tagged).extracting(TaggedThing::kind).contains(ResourceKind.DASHBOARD);
    assertThat(tagged.stream().filter(t -> t.kind() == ResourceKind.CHART))
        .hasSameSizeAs(client().list(ResourceKind.CHART));
  }

  @Test
  @Order(2)
  void everyChartsQueryRunsAndFiguresHaveRows() {
    ThreadLocal<SupersetClient> superset = ThreadLocal.withInitial(ITSuperset::client);
    List<SupersetResource> charts = superset.get().list(ResourceKind.CHART);
    List<JsonNode> answers =
        charts.parallelStream().map(chart -> superset.get().chartData(chart.id())).toList();

    assertThat(answers)
        .hasSizeGreaterThan(20)
        .allSatisfy(a -> assertThat(a.path("status").asText()).as("%s", a).isEqualTo("success"));
    assertThat(answers.stream().filter(a -> a.path("rowcount").asInt() > 0).count())
        .isGreaterThan(5);
  }

  @Test
  @Order(3)
  void whatSomebodyChangedByHandIsNamedAndMended() {
    SupersetResource chart = find(ResourceKind.CHART, "PM2.5");
    client().update(ResourceKind.CHART, chart.id(), Map.of("slice_name", "Mine"));
    client().delete(ResourceKind.DATASET, find(ResourceKind.DATASET, "warning").id());
    client().roles().permit(role("citylake:visitor"), List.of());
    client()
        .rowRules()
        .list()
        .forEach(
            (id, rule) -> {
              if (rule.name().equals("citylake:310107:ref_area")) {
                client().rowRules().update(id, opened(rule));
              }
            });

    CommandRun drift = superset("drift").expect(1);
    assertThat(drift.out())
        .contains(
            "~ role citylake:visitor",
            "permissions.datasource_access figure: absent -> true",
            "~ row-level rule citylake:310107:ref_area",
            "clause: 1 = 1 -> starts_with(ref_area, '310107')");
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
        report: {cron: "0 8 * * 1", zone: Asia/Shanghai, recipients: [office@example.org]}
        tiles:
          - type: warnings
            title-zh: 预警
            title-en: Warnings
            width: full
            parameters: {}
        """);
    String city = folder.resolve("city").toString();
    superset("apply", "--city", city).expect(0);
    assertThat(superset("apply", "--city", city).expect(0).json().path("update").asInt()).isZero();
    assertThat(client().schedules().list()).containsValue("citylake:today");

    JsonNode would = superset("prune", "--dry-run", "--city", city).expect(0).json();
    JsonNode removed = superset("prune", "--city", city).expect(0).json();

    assertThat(removed.path("removed")).isEqualTo(would.path("removed"));
    assertThat(removed.path("removed").findValuesAsText("kind")).containsOnly("chart");
    assertThat(removed.path("removed").size()).isGreaterThan(20);
    assertThat(client().list(ResourceKind.CHART)).extracting(SupersetResource::id).contains(own);
    assertThat(superset("prune", "--city", city).expect(0).json().path("removed")).isEmpty();
    superset("apply").expect(0);
    // The city's page is declared no more: its report goes, and the chart that it alone has.
    assertThat(superset("prune").expect(0).json().path("removed").findValuesAsText("name"))
        .containsExactly("citylake:today", "预警 Warnings");
    assertThat(client().schedules().list()).isEmpty();
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

  private static void cut(int cutAt, AssetUuid uuids, DeclaredAssets declared) throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(server().address(), cutAt)) {
      SupersetProvisioning cut = provisioning(proxy.address(), uuids, declared);
      assertThatThrownBy(cut::apply).isInstanceOf(CityLakeException.class);
    }
  }

  @Test
  @Order(7)
  void wrongUseAndAStoppedSupersetAreToldClearly() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong"), "wrong\n");
    assertThat(superset("plan", "--password-file", wrong.toString(), "--json").expect(1).error())
        .contains("does not know the user admin with this password");
    assertThat(
            CommandRun.of(
                    server().home(),
                    "superset",
                    "plan",
                    "--url",
                    "http://127.0.0.1:" + SupersetServer.freePort())
                .expect(1)
                .err())
        .contains("does not answer to POST /api/v1/security/login", "./citylake superset up");
    assertThat(superset("plan", "--site", "Not so").expect(2).err()).contains("--site 'Not so'");
    assertThat(CommandRun.of(SharedHome.fresh("unserved"), "superset", "plan").expect(2).err())
        .contains("run ./citylake demo first");
  }

  @Test
  @Order(8)
  void aDistrictsUserSeesHisDistrictAndNobodyMoreThanSqlShowsHim() {
    SupersetClient superset = server().client();
    int cases = find(ResourceKind.DATASET, "case_now").id();
    SupersetClient putuo = user("putuo", "citylake:district_analyst", "citylake:310107");
    SupersetClient nowhere = user("nowhere", "citylake:district_analyst");
    SupersetClient visitor = user("visitor", "citylake:visitor");

    assertThat(sqlOf(superset, cases)).doesNotContain("starts_with", "1 = 0");
    assertThat(sqlOf(putuo, cases)).contains("starts_with(ref_area, '310107')");
    assertThat(sqlOf(nowhere, cases)).contains("1 = 0").doesNotContain("starts_with");
    assertThatThrownBy(() -> sqlOf(visitor, cases))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("answered 403");
    assertThat(rows(visitor, find(ResourceKind.DATASET, "figure").id()).path("rowcount").asInt())
        .isPositive();
  }

  @Test
  @Order(9)
  void aFilterByAreaShowsThatAreaAlone() throws Exception {
    int figures = find(ResourceKind.DATASET, "figure").id();
    int dashboard = find(ResourceKind.DASHBOARD, "总览").id();

    JsonNode filters =
        Json.mapper()
            .readTree(
                client().load(ResourceKind.DASHBOARD, dashboard).path("json_metadata").asText())
            .path("native_filter_configuration");
    Map<String, Object> query =
        Map.of(
            "columns",
            List.of("area_zh"),
            "metrics",
            List.of("population_density"),
            "filters",
            List.of(Map.of("col", "area_zh", "op", "IN", "val", List.of("普陀区"))));
    JsonNode data = client().chartData(context(figures, query, "full"));

    assertThat(filters.findValuesAsText("name")).contains("地区 Area", "时期 Period");
    assertThat(filters.at("/0/targets/0/datasetId").asInt()).isEqualTo(figures);
    assertThat(data.path("data").findValuesAsText("area_zh")).containsExactly("普陀区");
  }

  @Test
  @Order(10)
  void anEmbeddedDashboardOpensByAGuestTokenAndToNobodyElse() throws Exception {
    assertThat(superset("guest-token", "overview").expect(2).error())
        .contains("'overview' is not embedded: ./citylake superset embed overview");
    assertThat(superset("embed", "overview", "--domain", "www.example.org").expect(2).error())
        .contains("must be an origin");
    assertThat(superset("embed", "nothing", "--any-domain").expect(2).error())
        .contains("No page 'nothing'");

    JsonNode first =
        superset("embed", "overview", "--domain", "https://www.example.org").expect(0).json();
    JsonNode again =
        superset(
                "embed",
                "overview",
                "--domain",
                "https://a.example",
                "--domain",
                "http://b.example")
            .expect(0)
            .json();
    String token =
        superset("guest-token", "overview", "--district", "310107")
            .expect(0)
            .json()
            .path("token")
            .asText();

    assertThat(again.path("uuid")).isEqualTo(first.path("uuid"));
    assertThat(again.path("allowed_domains").size()).isEqualTo(2);
    int embedded = find(ResourceKind.DASHBOARD, "总览").id();
    assertThat(guestStatus(embedded, token)).isEqualTo(200);
    assertThat(guestStatus(find(ResourceKind.DASHBOARD, "今日").id(), token)).isNotEqualTo(200);
    assertThat(guestStatus(embedded, "none")).isNotEqualTo(200);
    superset("embed", "overview", "--remove").expect(0);
    assertThat(client().embedding().find(embedded)).isEmpty();
  }

  @Test
  @Order(11)
  void anAlertAndABaseRuleAreKeptAsTheyWereGiven() {
    SupersetClient superset = client();
    MailSchedule alert =
        new MailSchedule(
            "too much",
            "more than a hundred",
            "*/5 * * * *",
            "Asia/Shanghai",
            false,
            OptionalInt.of(find(ResourceKind.DASHBOARD, "总览").id()),
            List.of("a@example.org", "b@example.org"),
            Optional.of(
                new MailSchedule.Condition(
                    find(ResourceKind.DATABASE, "CityLake").id(), "SELECT 1", ">", 100)));
    RowRule base =
        new RowRule(
            "mine",
            null,
            RowRule.Kind.BASE,
            "",
            "1 = 1",
            List.of(find(ResourceKind.DATASET, "figure").id()),
            List.of(role("Admin")));

    int id = superset.schedules().create(alert);
    int rule = superset.rowRules().create(base);

    assertThat(superset.schedules().load(id)).isEqualTo(alert);
    assertThat(superset.rowRules().list()).containsEntry(rule, base);
    assertThat(superset("prune").expect(0).json().path("removed")).isEmpty();
    superset.schedules().delete(id);
    superset.rowRules().delete(rule);
    assertThat(superset.rowRules().list()).doesNotContainKey(rule);
  }

  @Test
  @Order(12)
  void aDatabaseThatSupersetCannotReachIsTold() throws IOException {
    AssetUuid uuids = new AssetUuid("refused");
    DeclaredAssets nowhere =
        MeasuredAssets.of(
            SupersetServer.library(), uuids, server().sql(SupersetServer.freePort()), 1, 1, 1);

    assertThatThrownBy(() -> provisioning(server().address(), uuids, nowhere).apply())
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("answered")
        .hasMessageContaining("/api/v1/assets/import/");
    assertThat(provisioning(server().address(), uuids, DeclaredAssets.none()).plan().changes())
        .isEmpty();
  }

  @Test
  @Order(13)
  void anotherServerIsNotTakenForASuperset() {
    String page = Services.find(server().home()).orElseThrow().page();

    assertThat(
            CommandRun.of(server().home(), "superset", "plan", "--url", page, "--json")
                .expect(1)
                .error())
        .contains(page.replaceAll("/$", ""));
  }

  @Test
  @Order(14)
  void aNameThatSomebodyElseHasIsNamed() {
    // On SQLite a dataset's name is taken once.
    AssetUuid uuids = new AssetUuid("second");
    DeclaredAssets same = DeclaredAssets.of(SupersetServer.library(), uuids, server().sql());

    assertThatThrownBy(() -> provisioning(server().address(), uuids, same).apply())
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("made by somebody else")
        .hasMessageContaining("figure");
  }

  @Test
  @Order(15)
  void theSameNumberIsInSqlSupersetAndThePage() {
    JsonNode run =
        CommandRun.of(
                server().home(),
                "benchmark",
                "superset",
                "--url",
                server().address().toString(),
                "--runs",
                "0",
                "--cells",
                "20",
                "--json")
            .expect(0)
            .json();

    assertThat(run.path("cells").asInt()).isEqualTo(20);
    assertThat(run.path("differences")).isEmpty();
    assertThat(run.at("/apply/second_written").asInt()).isZero();
  }

  /** A connection, a dataset, charts, a dashboard, who sees them, and a report of it. */
  private static DeclaredAssets few(AssetUuid uuids) {
    DeclaredAssets assets =
        MeasuredAssets.of(SupersetServer.library(), uuids, server().sql(), 1, 2, 1);
    Asset dataset = only(assets, ResourceKind.DATASET);
    Asset dashboard = only(assets, ResourceKind.DASHBOARD);
    String group = uuids.named("group");
    return new DeclaredAssets(
        assets.assets(),
        new DeclaredAccess(
            List.of(new DeclaredRole(group, Set.of(dataset.uuid()))),
            List.of(
                new DeclaredRule(
                    uuids.named("none"),
                    "没有 none",
                    uuids.named("key"),
                    "1 = 0",
                    Set.of(dataset.uuid()),
                    Set.of(group)))),
        List.of(
            new DeclaredReport(
                uuids.named("weekly"),
                "每周 weekly",
                "0 8 * * 1",
                "Asia/Shanghai",
                List.of("office@example.org"),
                dashboard.uuid())),
        List.of());
  }

  private static Asset only(DeclaredAssets assets, ResourceKind kind) {
    return assets.assets().stream().filter(a -> a.kind() == kind).findFirst().orElseThrow();
  }

  private static SupersetProvisioning provisioning(
      URI at, AssetUuid uuids, DeclaredAssets declared) {
    UUID database = uuids.of(ResourceKind.DATABASE, "published");
    return new SupersetProvisioning(
        server().client(at), uuids, declared, () -> Map.of(database, server().sqlToken()));
  }

  /** A user of Superset's own with the role Gamma and these. */
  private static SupersetClient user(String name, String... roles) {
    List<Integer> numbers = new ArrayList<>(List.of(role("Gamma")));
    Arrays.stream(roles).map(ITSuperset::role).forEach(numbers::add);
    client().users().create(name, name + "@example.org", "a password of " + name, numbers);
    return server().client(server().address(), name, "a password of " + name);
  }

  private static int role(String name) {
    return client().roles().list().stream()
        .filter(role -> role.name().equals(name))
        .map(SupersetRole::id)
        .findFirst()
        .orElseThrow();
  }

  private static RowRule opened(RowRule rule) {
    return new RowRule(
        rule.name(), null, rule.kind(), rule.groupKey(), "1 = 1", rule.tables(), rule.roles());
  }

  private static String sqlOf(SupersetClient superset, int dataset) {
    Map<String, Object> query = Map.of("columns", List.of("case_id"), "row_limit", 1);
    return superset.chartData(context(dataset, query, "query")).path("query").asText();
  }

  private static JsonNode rows(SupersetClient superset, int dataset) {
    Map<String, Object> query = Map.of("columns", List.of("indicator_code"), "row_limit", 1);
    return superset.chartData(context(dataset, query, "full"));
  }

  private static Map<String, Object> context(
      int dataset, Map<String, Object> query, String result) {
    return Map.of(
        "datasource",
        Map.of("id", dataset, "type", "table"),
        "queries",
        List.of(query),
        "result_format",
        "json",
        "result_type",
        result);
  }

  private static int guestStatus(int dashboard, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server().address().resolve(DASHBOARD + dashboard))
                .header("X-GuestToken", token)
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static SupersetClient client() {
    return server().client();
  }

  private static SupersetResource find(ResourceKind kind, String name) {
    return client().list(kind).stream()
        .filter(r -> r.name().contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static CommandRun superset(String... arguments) {
    return server().run(arguments);
  }
}
