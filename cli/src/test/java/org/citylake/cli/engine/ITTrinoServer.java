package org.citylake.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.cli.sql.KeptQueries;
import org.citylake.cli.sql.RowFormat;
import org.citylake.cli.sql.SqlLogin;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.cli.sql.Statements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Trino, asked by users of different groups; see {@link GrantedLake} for the rows. */
class ITTrinoServer {
  private static final String HEAVY =
      "SELECT count(*) FROM TABLE(sequence(1, 10000000)) a CROSS JOIN TABLE(sequence(1, 10000000)) b"
          + " WHERE a.sequential_number * b.sequential_number = 7";

  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final Path EXAMPLES = ROOT.resolve("cli/queries");
  private static final Path GUIDE = ROOT.resolve("docs/guides/sql.md");
  private static final Pattern GUIDE_BLOCK = Pattern.compile("(?s)```sql\n(.*?)```");

  private static GrantedLake lake;

  @BeforeAll
  static void start(@TempDir Path folder) {
    lake = new GrantedLake(folder);
  }

  @AfterAll
  static void end() {
    if (lake != null) {
      lake.close();
    }
  }

  @Test
  void theOwnerReadsEveryTableAndNobodyWrites() {
    assertThat(owner("SELECT 1 AS one, '黄浦' AS name")).isEqualTo("one,name\n1,黄浦\n");
    assertThat(owner("SELECT count(*) AS n FROM lake.raw.hotline_ticket")).isEqualTo("n\n3\n");
    assertThat(owner("SELECT device_name FROM raw.video_camera")).isEqualTo("device_name\n路口一号\n");
    for (String refused :
        List.of(
            "DROP TABLE lake.raw.hotline_ticket",
            "DELETE FROM lake.raw.hotline_ticket",
            "CREATE SCHEMA lake.mine",
            "CREATE TABLE lake.raw.mine AS SELECT 1 AS one",
            "CREATE VIEW lake.raw.mine AS SELECT 1 AS one",
            "ALTER TABLE lake.raw.hotline_ticket EXECUTE expire_snapshots",
            "CALL lake.system.rollback_to_snapshot('raw', 'hotline_ticket', 1)",
            "SET SESSION query_max_run_time = '1d'")) {
      assertThatThrownBy(() -> owner(refused)).as(refused).hasMessageContaining("Access Denied");
    }
    assertThatThrownBy(() -> owner("SELEC 1")).hasMessageContaining("mismatched input");
    assertThat(lake.trino().peakMemoryBytes()).isPositive();
  }

  @Test
  void anAnalystSeesEveryRowWithTokensAndMasks() {
    assertThat(by("analyst", "SELECT ticket_no, caller_name FROM raw.hotline_ticket ORDER BY 1"))
        .isEqualTo("ticket_no,caller_name\nT1,t1-T1\nT2,t1-T2\n");
    assertThat(by("analyst", "SELECT source_key, device_name, longitude FROM raw.video_camera"))
        .isEqualTo("source_key,device_name,longitude\nC1,***,\n");
    assertThat(
            by("analyst", "SELECT count(*) AS n FROM raw.video_camera WHERE device_name LIKE '路%'"))
        .as("conditions see the mask too")
        .isEqualTo("n\n0\n");
  }

  @Test
  void aDistrictsAnalystSeesHisDistrict() {
    assertThat(by("putuo", "SELECT ticket_no FROM raw.hotline_ticket"))
        .isEqualTo("ticket_no\nT1\n");
    assertThat(by("putuo", "SELECT ref_area, count(*) AS n FROM city.sensor_reading GROUP BY 1"))
        .isEqualTo("ref_area,n\n310107,1\n");
    assertThatThrownBy(() -> by("putuo", "SELECT count(*) FROM raw.video_camera"))
        .as("without a column of areas no row is known to be his")
        .hasMessageContaining("You have no grant on");
  }

  @Test
  void aVisitorSeesPublishedFiguresAlone() {
    assertThat(by("guest", "SHOW SCHEMAS"))
        .isEqualTo("Schema\ncity\ninformation_schema\nmetric\nviews\n");
    assertThatThrownBy(() -> by("guest", "SELECT * FROM raw.hotline_ticket"))
        .hasMessageContaining("You have no grant on published.raw.hotline_ticket");
    assertThatThrownBy(() -> by("guest", "SELECT * FROM city.sensor_reading"))
        .hasMessageContaining("You have no grant on");
    assertThat(
            by(
                "guest",
                "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables"
                    + " WHERE table_schema <> 'information_schema' ORDER BY 1"))
        .contains("\ncity.district\n", "\nmetric.indicator_value\n", "\nviews.figure\n")
        .doesNotContain("raw.", "sensor_reading", "case");
  }

  @Test
  void viewsAnswerEachAudienceWithoutAJoin() {
    assertThat(
            by(
                "evaluator",
                "SELECT indicator_zh, area_zh, time_period, value, unit_en, target, target_due,"
                    + " synthetic FROM views.figure ORDER BY time_period"))
        .isEqualTo(
            "indicator_zh,area_zh,time_period,value,unit_en,target,target_due,synthetic\n"
                + "人口密度,普陀区,2014,23455.5000000000,persons per square kilometre,2015.0000000000,2015,false\n"
                + "人口密度,上海市,2016,23455.5000000000,persons per square kilometre,,,true\n");
    assertThat(by("evaluator", "SELECT numerator FROM views.evidence WHERE ref_area = '310107'"))
        .isEqualTo("numerator\n1.0000000000\n");
    assertThat(by("evaluator", "SELECT count(*) AS n FROM release.rone__views.figure"))
        .as("of a release that is named, too")
        .isEqualTo("n\n2\n");
    assertThat(by("guest", "SHOW TABLES FROM views"))
        .isEqualTo("Table\narea\nfigure\nindex_rank\nindicator\n");
    assertThat(by("guest", "DESCRIBE views.figure")).contains("never to be published as a fact");
    assertThat(
            by(
                "guest",
                "SELECT comment FROM system.metadata.table_comments WHERE catalog_name ="
                    + " 'published' AND schema_name = 'views' AND table_name = 'figure'"))
        .contains("Each row is one indicator's value");
  }

  @Test
  void everyViewAndEveryExampleIsAnswered() {
    List<String> views = owner("SHOW TABLES FROM views").lines().skip(1).toList();

    assertThat(views).contains("case_now", "evidence", "target_progress", "warning");
    for (String view : views) {
      assertThat(owner("SELECT * FROM views." + view)).as(view).isNotEmpty();
    }
    for (KeptQueries.Query example : new KeptQueries(List.of(EXAMPLES)).list()) {
      assertThat(owner(example.statement())).as(example.name()).isNotEmpty();
    }
  }

  @Test
  void theStatementsOfTheGuideAreAnswered() throws IOException {
    String snapshot =
        owner("SELECT max(snapshot_id) FROM metric.\"indicator_value$snapshots\"")
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();
    int statements = 0;
    Matcher block = GUIDE_BLOCK.matcher(Files.readString(GUIDE));
    while (block.find()) {
      String text =
          block
              .group(1)
              .replace("1234567890123456789", snapshot)
              .replace("r20261127_0123abcd__", "rone__")
              .replaceAll("TIMESTAMP '[^']+'", "current_timestamp - INTERVAL '1' SECOND");
      for (String statement : Statements.of(text).all()) {
        assertThat(owner(statement)).as(statement).isNotEmpty();
        statements++;
      }
    }
    assertThat(statements).isEqualTo(11);
  }

  @Test
  void aViewShowsNobodyMoreThanItsTables() {
    String cases = "SELECT ref_area, district_zh FROM views.case_now ORDER BY 1";

    assertThat(by("putuo", cases)).isEqualTo("ref_area,district_zh\n310107,普陀区\n");
    assertThat(by("analyst", cases)).isEqualTo("ref_area,district_zh\n310101,黄浦区\n310107,普陀区\n");
    for (String user : List.of("guest", "evaluator")) {
      assertThatThrownBy(() -> by(user, cases))
          .as(user)
          .hasMessageContaining("You have no grant on published.views.case_now");
    }
    assertThat(by("cameras", "SELECT * FROM views.camera"))
        .as("a masked value is masked in a view too")
        .isEqualTo("source_key,device\nC1,***\n");
    assertThat(by("cameras", "SELECT count(*) AS n FROM views.camera WHERE device LIKE '路%'"))
        .isEqualTo("n\n0\n");
    assertThatThrownBy(() -> owner("CREATE VIEW published.views.mine AS SELECT 1 AS one"))
        .hasMessageContaining("Access Denied");
  }

  /** Every way that is known to lead round filters and masks of a table. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM lake.raw.hotline_ticket",
        "SELECT * FROM lake.vault.hotline_ticket",
        "SELECT * FROM raw.\"hotline_ticket$files\"",
        "SELECT * FROM raw.\"hotline_ticket$partitions\"",
        "SELECT * FROM raw.\"hotline_ticket$snapshots\"",
        "SELECT * FROM release.rone__raw.\"hotline_ticket$history\"",
        "SELECT \"$path\" FROM raw.hotline_ticket",
        "SELECT * FROM TABLE(published.system.table_changes('raw', 'hotline_ticket', 1, 2))",
        "SELECT * FROM system.runtime.queries",
        "SELECT * FROM system.runtime.nodes",
        "SHOW CREATE TABLE raw.hotline_ticket",
        "SHOW STATS FOR raw.video_camera",
      })
  void noWayLeadsRoundTheGrants(String statement) {
    assertThatThrownBy(() -> by("putuo", statement)).hasMessageContaining("Access Denied");
  }

  @Test
  void timeTravelAndOlderReleasesAreFilteredLikeTheTable() {
    String snapshot =
        owner(
                "SELECT snapshot_id FROM raw.\"hotline_ticket$snapshots\""
                    + " ORDER BY committed_at DESC LIMIT 1")
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();

    for (String table :
        List.of(
            "raw.hotline_ticket FOR VERSION AS OF " + snapshot,
            "release.rone__raw.hotline_ticket",
            "(SELECT * FROM raw.hotline_ticket)")) {
      assertThat(by("putuo", "SELECT DISTINCT substr(street_code, 1, 6) AS d FROM " + table))
          .as(table)
          .isEqualTo("d\n310107\n");
    }
  }

  @Test
  void theVaultIsShownToNobody() {
    for (String user : List.of("steward", "analyst", "putuo", "guest")) {
      assertThatThrownBy(() -> by(user, "SELECT * FROM lake.vault.hotline_ticket"))
          .as(user)
          .hasMessageContaining("Access Denied");
    }
    assertThatThrownBy(() -> owner("SELECT * FROM lake.vault.hotline_ticket"))
        .hasMessageContaining("You have no grant on lake.vault.hotline_ticket");
    assertThat(owner("SHOW SCHEMAS FROM lake")).doesNotContain("vault");
    assertThat(by("steward", "SELECT count(*) AS n FROM lake.raw.hotline_ticket"))
        .isEqualTo("n\n3\n");
  }

  @Test
  void refusedRecordsAreShownByTheGrantOnTheirSource() {
    String refused =
        "SELECT source_id, reasons[1] AS reason, from_utf8(bytes) AS record, file, line"
            + " FROM audit.quarantine ORDER BY 1";

    assertThat(by("steward", refused))
        .as("cameras have columns above the steward's level")
        .isEqualTo(
            "source_id,reason,record,file,line\n"
                + "emergency_event,invalid-date: 2016-02-30,E1,emergency_event.csv,3\n"
                + "video_camera,invalid-date: 2016-02-30,,video_camera.csv,3\n");
    assertThat(by("counter", refused))
        .isEqualTo(
            "source_id,reason,record,file,line\n"
                + "emergency_event,invalid-date: 2016-02-30,,***,\n"
                + "video_camera,invalid-date: 2016-02-30,,***,\n");
    assertThat(by("counter", "SELECT count(*) AS n FROM audit.quarantine WHERE bytes IS NOT NULL"))
        .as("conditions see the mask too")
        .isEqualTo("n\n0\n");
    assertThatThrownBy(() -> by("steward", "SELECT * FROM audit.\"quarantine$files\""))
        .as("it holds bounds of the bytes")
        .hasMessageContaining("Access Denied");
  }

  @Test
  void tablesAndColumnsCarryTheContractsDescriptions() {
    assertThat(by("analyst", "DESCRIBE city.sensor_reading")).contains("GB/T 2260");
    assertThat(
            by(
                "analyst",
                "SELECT comment FROM system.metadata.table_comments WHERE catalog_name ="
                    + " 'published' AND schema_name = 'city'"))
        .contains("Each row is");
  }

  @Test
  void whoCannotSignInIsToldSo() {
    assertThatThrownBy(() -> run(new SqlLogin("putuo", "wrong"), "SELECT 1"))
        .hasMessageContaining("Authentication failed")
        .hasMessageContaining("no such user, or a wrong password");
    assertThatThrownBy(() -> run(new SqlLogin("nobody", "wrong"), "SELECT 1"))
        .hasMessageContaining("no such user, or a wrong password");
    for (int i = 0; i < 5; i++) {
      lake.users().verify("locked", "wrong " + i);
    }
    assertThatThrownBy(() -> by("locked", "SELECT 1"))
        .hasMessageContaining("The user 'locked' is locked until");
  }

  @Test
  void aChangeOfUsersHoldsAtOnce() {
    lake.users().add("newcomer", List.of("analyst"), "", Optional.of(GrantedLake.PASSWORD));
    assertThat(by("newcomer", "SELECT 1 AS one")).isEqualTo("one\n1\n");

    lake.users().remove("newcomer");

    assertThatThrownBy(() -> by("newcomer", "SELECT 1")).hasMessageContaining("no such user");
  }

  @Test
  void aTokenSignsInLikeAPasswordAndAsAnAccessToken() throws Exception {
    String token =
        lake.users().addToken("putuo", Optional.of(Instant.now().plus(Duration.ofHours(8))));
    String ended = lake.users().addToken("putuo", Optional.of(Instant.now()));
    String forged = token.substring(0, token.length() - 2) + "xx";

    assertThat(run(new SqlLogin("putuo", token), "SELECT current_user AS who"))
        .isEqualTo("who\nputuo\n");
    assertThat(whoHas(token, "")).isEqualTo("putuo");
    assertThat(whoHas(token, "putuo")).isEqualTo("putuo");
    assertThatThrownBy(() -> whoHas(token, "analyst"))
        .as("another user's name beside it")
        .hasMessageContaining("Nobody may act as the user 'analyst' but himself");
    assertThatThrownBy(() -> run(new SqlLogin("analyst", token), "SELECT 1"))
        .hasMessageContaining("no such user, or a wrong password");
    for (String refused : List.of(ended, forged, "no-token-at-all")) {
      assertThatThrownBy(() -> whoHas(refused, ""))
          .hasMessageContaining("the access token is nobody's, or has ended");
    }

    lake.users().removeTokens("putuo");

    assertThatThrownBy(() -> whoHas(token, "")).hasMessageContaining("Authentication failed");
  }

  private static String whoHas(String token, String user) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("accessToken", token);
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    try (Connection connection =
            DriverManager.getConnection(lake.trino().jdbcAddress(), properties);
        Statement sql = connection.createStatement();
        ResultSet who = sql.executeQuery("SELECT current_user")) {
      who.next();
      return who.getString(1);
    }
  }

  @Test
  void nothingIsAnsweredWithoutTlsNorUnderAnotherName() throws Exception {
    String address = lake.trino().jdbcAddress();
    String plain = address.replaceAll("[?].*", "");

    assertThatThrownBy(
            () ->
                DriverManager.getConnection(plain, "putuo", GrantedLake.PASSWORD).createStatement())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("TLS/SSL");
    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(
                                URI.create(
                                    plain
                                        .replace("jdbc:trino", "http")
                                        .replace("/published", "/v1/info")))
                            .build(),
                        HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
    try (Connection as =
            DriverManager.getConnection(
                address + "&sessionUser=analyst", "putuo", GrantedLake.PASSWORD);
        Statement sql = as.createStatement()) {
      assertThatThrownBy(() -> sql.execute("SELECT 1")).hasMessageContaining("Access Denied");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(lake.home().root().resolve("trino/tls/server.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void oneUsersHeavyStatementsWaitAndAreRefusedWhileOthersAreAnswered() throws Exception {
    int many = 8;
    List<Statement> open = new ArrayList<>();
    List<CompletableFuture<String>> ends = new ArrayList<>();
    CountDownLatch refused = new CountDownLatch(1);
    try (Connection guest =
        DriverManager.getConnection(lake.trino().jdbcAddress(), "guest", GrantedLake.PASSWORD)) {
      for (int i = 0; i < many; i++) {
        Statement statement = guest.createStatement();
        open.add(statement);
        ends.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    statement.execute(HEAVY);
                    return "";
                  } catch (SQLException e) {
                    if (String.valueOf(e.getMessage()).contains("Too many queued")) {
                      refused.countDown();
                    }
                    return String.valueOf(e.getMessage());
                  }
                },
                task -> new Thread(task, "guest").start()));
      }
      assertThat(refused.await(60, TimeUnit.SECONDS)).as("one statement is refused").isTrue();

      assertThat(by("putuo", "SELECT count(*) AS n FROM raw.hotline_ticket")).isEqualTo("n\n1\n");

      for (Statement statement : open) {
        statement.cancel();
      }
    }
    CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0])).get(60, TimeUnit.SECONDS);
  }

  private static String owner(String statement) {
    return run(lake.trino().login(), statement);
  }

  private static String by(String user, String statement) {
    return run(new SqlLogin(user, GrantedLake.PASSWORD), statement);
  }

  private static String run(SqlLogin login, String statement) {
    StringWriter text = new StringWriter();
    new SqlRunner(lake.trino().jdbcAddress(), login, Optional.empty())
        .run(statement, RowFormat.CSV, new PrintWriter(text));
    return text.toString();
  }
}
