package org.citylake.ingestion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ITDatabaseConnectors {
  private static final String FULL =
      "{type: csv, encoding: UTF-8, multiline: true, delivery: full}";
  private static final String INCREMENT =
      "{type: csv, encoding: UTF-8, multiline: true, delivery: increment}";
  private static final String TABLE =
      "CREATE TABLE cases (case_no BIGINT, title VARCHAR(200), amount DECIMAL(12,2),"
          + " reported_on DATE, changed_at TIMESTAMP NULL, flag CHAR(1), batch_no VARCHAR(20))";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb"})
  void aWholeTableIsComparedAndWhatIsGoneHasEnded(String kind) throws Exception {
    try (DatabaseServer server = DatabaseServer.start(kind)) {
      server.run(
          TABLE,
          insert(1, "井盖, \"破损\"\n二次上报", "12.50", "a", "1"),
          insert(2, "路灯", "0.10", "a", "1"));
      Pulls pulls = new Pulls(folder, source(server, FULL, "table: cases"));

      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).containsExactly("2 = 2 + 0 + 0");
      assertThat(pulls.store().rows("raw." + CaseSource.ID).get(0))
          .containsEntry("title", "井盖, \"破损\"\n二次上报")
          .containsEntry("amount", new java.math.BigDecimal("12.50"))
          .containsEntry("reported_on", java.time.LocalDate.of(2016, 12, 30));
      server.run("DELETE FROM cases WHERE case_no = 2");

      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).containsExactly("1 = 0 + 0 + 1");
      assertThat(pulls.store().rows("raw." + CaseSource.ID))
          .extracting(r -> r.get("source_key") + " " + r.get("operation"))
          .containsExactly("1 new", "2 new", "2 ended");
    }
  }

  @Test
  void aPullThatDiedAtAnyCommitEndsLikeOneThatDidNotThoughTheTableChanged() throws Exception {
    try (DatabaseServer server = DatabaseServer.start("postgresql")) {
      List<String> clean = List.of();
      for (String dies :
          List.of("", "raw." + CaseSource.ID, "audit.quarantine", "audit.load", PullLog.TABLE)) {
        server.run(
            "DROP TABLE IF EXISTS cases",
            TABLE,
            insert(1, "A", "1", "a", "1"),
            insert(2, "B", "1", "a", "1"),
            "INSERT INTO cases (title) VALUES ('no number')");
        Pulls pulls =
            new Pulls(
                Files.createDirectories(folder.resolve("dies" + dies)),
                source(server, FULL, "table: cases"));
        pulls.store().dieBeforeCommitTo(dies);
        if (dies.isEmpty()) {
          pulls.pull(DatabaseServer.ENVIRONMENT);
        } else {
          assertThatThrownBy(() -> pulls.pull(DatabaseServer.ENVIRONMENT))
              .hasMessage("died before the commit to " + dies);
        }
        server.run(
            "DELETE FROM cases WHERE case_no IS NULL OR case_no = 2",
            "UPDATE cases SET title = 'A2' WHERE case_no = 1");

        assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).containsExactly("1 = 1 + 0 + 0");

        clean = dies.isEmpty() ? pulls.contents() : clean;
        assertThat(pulls.contents()).as(dies).isEqualTo(clean).hasSize(4 + 1 + 2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb"})
  void fromTheWatermarkOnOnlyWhatIsNewComes(String kind) throws Exception {
    try (DatabaseServer server = DatabaseServer.start(kind)) {
      server.run(TABLE, insert(1, "A", "1", "a", "1"), insert(2, "B", "1", "a", "1"));
      Pulls pulls =
          new Pulls(folder, source(server, INCREMENT, "table: cases", "watermark: case_no"));
      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).containsExactly("2 = 2 + 0 + 0");
      server.run(insert(3, "C", "1", "a", "1"));

      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT))
          .describedAs("the row of the watermark again, and the new one")
          .containsExactly("2 = 1 + 0 + 1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb"})
  void aTimeAsWatermarkIsBoundAsATime(String kind) throws Exception {
    try (DatabaseServer server = DatabaseServer.start(kind)) {
      server.run(TABLE, insert(1, "A", "1", "a", "1"));
      Pulls pulls =
          new Pulls(folder, source(server, INCREMENT, "table: cases", "watermark: changed_at"));
      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).containsExactly("1 = 1 + 0 + 0");
      server.run(
          insert(2, "B", "1", "a", "1"),
          "UPDATE cases SET changed_at = TIMESTAMP '2016-12-31 09:00:00' WHERE case_no = 2");

      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).containsExactly("2 = 1 + 0 + 1");
      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).containsExactly("1 = 0 + 0 + 1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb"})
  void batchesOfAnExchangeSchemaAreTakenInOrderWithAReceipt(String kind) throws Exception {
    try (DatabaseServer server = DatabaseServer.start(kind)) {
      server.run(
          TABLE,
          "CREATE TABLE receipts (batch_no VARCHAR(20), row_count BIGINT, accepted BIGINT,"
              + " quarantined BIGINT, duplicate BIGINT, received_at TIMESTAMP)",
          insert(1, "A", "1", "0", "B2"),
          insert(2, "B", "1", "0", "B1"),
          insert(3, "C", "2", "0", "B1"),
          insert(9, "taken before", "1", "1", "B0"));
      Pulls pulls =
          new Pulls(
              folder,
              source(
                  server,
                  INCREMENT,
                  "table: cases",
                  "flag: flag",
                  "pending: '0'",
                  "done: '1'",
                  "batch: batch_no",
                  "receipt: receipts"));

      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT))
          .containsExactly("2 = 2 + 0 + 0", "1 = 1 + 0 + 0");
      assertThat(server.query("SELECT flag FROM cases")).isEqualTo("1,1,1,1");
      assertThat(
              server.query(
                  "SELECT CONCAT(batch_no, ' ', row_count, ' ', accepted) FROM receipts"
                      + " ORDER BY batch_no"))
          .isEqualTo("B1 2 2,B2 1 1");
      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb"})
  void aServerThatIsGoneOrRefusesIsNamedAndNothingIsLoaded(String kind) throws Exception {
    try (DatabaseServer server = DatabaseServer.start(kind)) {
      server.run(TABLE, insert(1, "A", "1", "a", "1"));
      Pulls pulls = new Pulls(folder, source(server, FULL, "table: cases"));
      assertThatThrownBy(() -> pulls.pull(Map.of("AGENCY_PASSWORD", "wrong")))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("Cannot connect to " + server.url())
          .hasMessageNotContaining("wrong\"");
      server.kill();
      assertThatThrownBy(() -> pulls.pull(DatabaseServer.ENVIRONMENT))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("see that the server runs");
      assertThat(pulls.store().rows("raw." + CaseSource.ID)).isEmpty();
    }
  }

  private static String insert(int number, String title, String amount, String flag, String batch) {
    return "INSERT INTO cases VALUES (%d, '%s', %s, DATE '2016-12-30', TIMESTAMP '2016-12-30 08:00:00', '%s', '%s')"
        .formatted(number, title, amount, flag, batch);
  }

  private SourceDeclaration source(DatabaseServer server, String format, String... keys)
      throws Exception {
    String type = String.join("\n", keys).contains("pending") ? "exchange" : "jdbc";
    return CaseSource.of(
        folder,
        format,
        "type: %s\nurl: %s\nuser: agency\npassword: {environment: AGENCY_PASSWORD}\n%s\n"
            .formatted(type, server.url(), String.join("\n", keys)));
  }
}
