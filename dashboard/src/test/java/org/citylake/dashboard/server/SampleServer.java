package org.citylake.dashboard.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.citylake.access.user.UserStore;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.GroupDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.dashboard.SampleCity;
import org.citylake.dashboard.compile.PageDocuments;
import org.citylake.dashboard.drill.Condition;
import org.citylake.dashboard.drill.LakeReading;
import org.citylake.dashboard.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/**
 * The sample behind a server with users, cases and warnings; its lake is in memory and its clock
 * stands until it is moved.
 */
public final class SampleServer implements AutoCloseable {
  public static final String PASSWORD = "a long password";
  private static final long SNAPSHOT = 7;

  /** A snapshot of every table before there was a row. */
  private static final long EARLIER = 3;

  /** Sources with refused records: with personal data, without, and of a high classification. */
  private static final List<SourceDeclaration> SOURCES =
      DeclarationReader.read(
              List.of(Path.of(System.getProperty("citylake.root", "..")).resolve("ingestion")))
          .library()
          .sources()
          .stream()
          .filter(
              s -> List.of("hotline_ticket", "emergency_event", "video_camera").contains(s.id()))
          .toList();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Home home;
  final DashboardServer server;
  final List<String> journal = new ArrayList<>();
  private final SteppedClock clock = new SteppedClock();

  /** A signed-in user: his cookie and what his changes carry. */
  record SignedIn(String cookie, String csrf) {}

  private static final class SteppedClock extends Clock {
    private Instant now = Instant.parse("2026-11-26T08:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private record Rows(Map<String, List<Map<String, Object>>> tables) implements LakeReading {
    @Override
    public OptionalLong newest(String table) {
      return tables.containsKey(table) ? OptionalLong.of(SNAPSHOT) : OptionalLong.empty();
    }

    @Override
    public void scan(
        String table,
        long snapshot,
        List<Condition> conditions,
        Consumer<Map<String, @Nullable Object>> row) {
      for (Map<String, Object> each : tables.getOrDefault(table, List.of())) {
        if (snapshot == SNAPSHOT
            && conditions.stream().allMatch(condition -> fits(each, condition))) {
          row.accept(new HashMap<>(each));
        }
      }
    }

    private static boolean fits(Map<String, Object> row, Condition condition) {
      String value = String.valueOf(row.get(condition.column()));
      return condition.kind() == Condition.Kind.EQUALS
          ? value.equals(condition.value())
          : value.startsWith(condition.value());
    }
  }

  SampleServer(Path folder) {
    this(folder, SampleCity.library(), SampleServer::store);
  }

  /**
   * The same users and lake behind other documents.
   *
   * @param store writes the release's documents
   */
  public SampleServer(Path folder, DeclarationLibrary library, Consumer<Home> store) {
    home = new Home(folder);
    home.create();
    store.accept(home);
    UserStore users = UserStore.of(home.root().resolve("access"), clock);
    users.add("leader", List.of("leader"), "", Optional.of(PASSWORD));
    users.add("jingan", List.of("district_leader"), "310106", Optional.of(PASSWORD));
    users.add("steward", List.of("data_steward"), "", Optional.of(PASSWORD));
    users.add("counter", List.of("counter"), "", Optional.of(PASSWORD));
    users.add("evaluator", List.of("evaluator"), "", Optional.of(PASSWORD));
    server =
        DashboardServer.start(
            home,
            withQuarantine(library),
            0,
            new PageServices(
                () -> Optional.of(SampleCity.RELEASE),
                Optional.of(
                    new PageServices.Lake(
                        new Rows(
                            Map.of(
                                "city.service_case", cases(),
                                "audit.run", runs(),
                                "audit.load", loads(),
                                "audit.check_result", checks(),
                                "live.alert", alerts(),
                                "audit.quarantine", refused())),
                        (actor, table, subject, records) ->
                            journal.add(actor + " " + table + " " + subject))),
                clock));
  }

  /** The same with sources that have refused records, and a group that is shown counts alone. */
  private static DeclarationLibrary withQuarantine(DeclarationLibrary base) {
    List<GroupDeclaration> groups = new ArrayList<>(base.groups());
    groups.add(
        new GroupDeclaration(
            "counter",
            "隔离计数",
            "Counter of refusals",
            List.of(
                new GroupDeclaration.Grant(
                    List.of("audit.quarantine"), GroupDeclaration.Rows.ALL, "general-1", false)),
            List.of(),
            List.of("quarantine"),
            false,
            new GroupDeclaration.Limits(1, 1, 10),
            Path.of("/counter"),
            "h"));
    return new DeclarationLibrary(
        base.roots(),
        SOURCES,
        base.tables(),
        base.indicators(),
        base.editions(),
        base.exports(),
        base.pages(),
        base.maps(),
        groups,
        base.codelists(),
        base.systems(),
        base.warnings(),
        base.views(),
        base.alerts(),
        base.creditModels(),
        base.overridden());
  }

  /** Where the page is. */
  public URI uri() {
    return server.uri();
  }

  private static void store(Home home) {
    Map<String, Object> release = new HashMap<>(SampleCity.release());
    release.put("tables", Map.of("city.service_case", SNAPSHOT, "audit.run", EARLIER));
    Map<String, Object> documents =
        new HashMap<>(PageDocuments.compile(release, SampleCity.rows(), SampleCity.library()));
    documents.put(
        "warnings.json",
        Map.of("warnings", List.of(warning("310106"), warning("310113"), warning("310113"))));
    documents.put(
        "cases.json",
        Map.of("by_category", List.of(), "funnel", List.of(), "by_subdistrict", List.of()));
    documents.put("catalogue.json", Map.of());
    documents.put("figures/310106.json", Map.of());
    StoreWriter.write(home, SampleCity.RELEASE, documents);
  }

  void passes(java.time.Duration time) {
    clock.now = clock.now.plus(time);
  }

  SignedIn signIn(String user) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send("POST", "api/v1/session", json(Map.of("user", user, "password", PASSWORD)));
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    return new SignedIn(cookie, tree(answer).path("csrf").asText());
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, "", headers);
  }

  HttpResponse<String> get(SignedIn user, String path) throws IOException, InterruptedException {
    return get(path, "Cookie", user.cookie());
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  static JsonNode tree(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }

  static String json(Object value) {
    return Json.line(value);
  }

  private static Map<String, Object> warning(String area) {
    Map<String, Object> warning = new HashMap<>();
    for (String text : List.of("rule", "indicator_code", "name_zh", "name_en")) {
      warning.put(text, "pm25");
    }
    warning.put("level", "red");
    warning.put("ref_area", area);
    warning.put("district", area);
    warning.put("time_period", "2016-01-02");
    warning.put("value", 151.5);
    warning.put("threshold", 150);
    warning.put("message_zh", "<img src=x onerror=alert(1)>");
    warning.put("message_en", "<script>alert(1)</script>");
    warning.put("synthetic", true);
    return warning;
  }

  private static List<Map<String, Object>> cases() {
    List<Map<String, Object>> cases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Map<String, Object> row = new HashMap<>();
      row.put("case_id", "hotline_ticket/T-" + i);
      row.put("source_id", "hotline_ticket");
      row.put("source_key", "T-" + i);
      row.put("case_kind", i % 2 == 0 ? "hotline" : "grid");
      row.put("category", i == 0 ? "<script>alert(1)</script>" : "噪音");
      row.put("ref_area", i < 3 ? "310106" : "310113");
      row.put("received_at", OffsetDateTime.parse("2016-05-0" + (i + 1) + "T10:00:00Z"));
      row.put("closed_at", OffsetDateTime.parse("2016-06-01T10:00:00Z"));
      row.put("status", "closed");
      row.put("synthetic", true);
      row.put("delivery", "d".repeat(64));
      row.put("line", 12L + i);
      row.put("load_id", "load");
      cases.add(row);
    }
    return cases;
  }

  private static List<Map<String, Object>> runs() {
    return List.of(
        Map.of(
            "run_id", "r1",
            "step", "load",
            "status", "complete",
            "started_at", OffsetDateTime.parse("2026-11-20T10:00:00Z"),
            "seconds", 1.5,
            "details", "{\"secret\":1}"));
  }

  /** One that got worse, one that ended when it was told of last, one as somebody hostile made. */
  private static List<Map<String, Object>> alerts() {
    return List.of(
        alert("pm25_heavy", "jingan", "01:00", "01:00", "raised", "yellow", "116"),
        alert("pm25_heavy", "jingan", "01:00", "03:00", "worsened", "red", "251.50"),
        alert("pm25_heavy", "jingan", "01:00", "02:00", "escalated", "yellow", "120"),
        alert("pm25_heavy", "xuhui", "00:00", "04:00", "escalated", "orange", "151"),
        alert("pm25_heavy", "xuhui", "00:00", "04:00", "recovered", "orange", "80"),
        alert("crowd", "<script>alert(1)</script>", "02:00", "02:00", "raised", "blue", "3"));
  }

  private static Map<String, Object> alert(
      String rule,
      String series,
      String opened,
      String happened,
      String kind,
      String level,
      String measure) {
    Map<String, Object> row = new HashMap<>();
    row.put("rule", rule);
    row.put("source_id", "air_quality_pm25");
    row.put("series", series);
    row.put("opened_at", OffsetDateTime.parse("2026-11-26T" + opened + ":00Z"));
    row.put("happened_at", OffsetDateTime.parse("2026-11-26T" + happened + ":00Z"));
    row.put("kind", kind);
    row.put("who", kind.equals("escalated") ? "区生态环境局值班" : "");
    row.put("level", level);
    row.put("measure", new BigDecimal(measure).setScale(10));
    return row;
  }

  private static List<Map<String, Object>> loads() {
    return List.of(
        Map.of(
            "source_id", "hotline_ticket",
            "arrived_at", OffsetDateTime.parse("2026-11-20T10:00:00Z"),
            "arrived", 5L,
            "accepted", 4L,
            "quarantined", 1L));
  }

  private static List<Map<String, Object>> checks() {
    return List.of(
        Map.of(
            "run_id", "r1",
            "table_name", "city.service_case",
            "check_name", "closed_after_received",
            "blocking", true,
            "violations", 2L,
            "sample", "310101199001011234",
            "snapshot_id", SNAPSHOT));
  }

  /** One whose record stands in the vault, and two with theirs. */
  private static List<Map<String, Object>> refused() {
    return List.of(
        refused("0123456789abcdef", "hotline_ticket", "tickets.csv", ""),
        refused("1123456789abcdef", "emergency_event", "events.csv", "E1,\u4e00,2016-02-30\n"),
        refused("2123456789abcdef", "video_camera", "cameras.csv", "C1,secret,2016-02-30\n"));
  }

  private static Map<String, Object> refused(String id, String source, String file, String record) {
    Map<String, Object> row = new HashMap<>();
    row.put("quarantine_id", id);
    row.put("state_at", OffsetDateTime.parse("2026-11-20T10:00:00Z"));
    row.put("status", "open");
    row.put("source_id", source);
    row.put("file", file);
    row.put("delivery", "d".repeat(64));
    row.put("line", 3L);
    row.put("reasons", List.of("invalid-date: 2016-02-30"));
    if (!record.isEmpty()) {
      Charset charset =
          SOURCES.stream()
              .filter(declared -> declared.id().equals(source))
              .findFirst()
              .orElseThrow()
              .format()
              .charset();
      row.put("bytes", record.getBytes(charset));
    }
    return row;
  }

  @Override
  public void close() {
    server.close();
  }
}
