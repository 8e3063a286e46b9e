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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citylake.cli.sql.RowFormat;
import org.citylake.cli.sql.SqlLogin;
import org.citylake.cli.sql.SqlRunner;
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
    assertThat(by("guest", "SHOW SCHEMAS")).isEqualTo("Schema\ncity\ninformation_schema\n");
    assertThatThrownBy(() -> by("guest", "SELECT * FROM raw.hotline_ticket"))
        .hasMessageContaining("You have no grant on published.raw.hotline_ticket");
    assertThatThrownBy(() -> by("guest", "SELECT * FROM city.sensor_reading"))
        .hasMessageContaining("You have no grant on");
    assertThat(
            by(
                "guest",
                "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema <> 'information_schema'"))
        .isEqualTo("table_name\n");
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
  void aTokenSignsInLikeAPassword() {
    SqlLogin token = new SqlLogin("putuo", lake.users().addToken("putuo"));

    assertThat(run(token, "SELECT current_user AS who")).isEqualTo("who\nputuo\n");
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
