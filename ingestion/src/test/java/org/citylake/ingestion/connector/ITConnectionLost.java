package org.citylake.ingestion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that freeze, or are killed, while their rows are read. */
class ITConnectionLost {
  private static final int ROWS = 6000;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb"})
  void databaseThatFallsSilentOrGoesAwayIsNamedAndPulledWholeWhenItIsBack(String kind)
      throws Exception {
    try (DatabaseServer server = DatabaseServer.start(kind)) {
      server.run(rows(kind));
      SourceDeclaration source = source(server);
      Pulls clean = new Pulls(Files.createDirectory(folder.resolve("clean")), source);
      assertThat(clean.pull(DatabaseServer.ENVIRONMENT))
          .containsExactly(ROWS + " = " + ROWS + " + 0 + 0");

      Pulls pulls = new Pulls(Files.createDirectory(folder.resolve("broken")), source);
      loadsNothing(pulls, server, "the server said nothing for 2 seconds", server::freeze);
      server.thaw();
      loadsNothing(pulls, server, "", server::kill);
      server.restart();
      assertThat(pulls.pull(DatabaseServer.ENVIRONMENT))
          .containsExactly(ROWS + " = " + ROWS + " + 0 + 0");
      assertThat(pulls.contents()).isEqualTo(clean.contents());
    }
  }

  private void loadsNothing(Pulls pulls, DatabaseServer server, String reason, Blow blow)
      throws Exception {
    Path work = folder.resolve("broken/work");
    CompletableFuture<Void> done = onceRowsCome(work, blow);
    assertThatThrownBy(() -> pulls.pull(DatabaseServer.ENVIRONMENT))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot read slow_cases of " + server.url())
        .hasMessageContaining(reason)
        .hasMessageContaining("nothing of this pull was loaded, pull again");
    done.get();
    assertThat(pulls.store().rows("raw." + CaseSource.ID)).isEmpty();
    assertThat(filesUnder(work)).isEmpty();
  }

  /** What befalls a server. */
  private interface Blow {
    void strike() throws Exception;
  }

  /** Strikes when the first rows stand in the file that the pull writes. */
  private static CompletableFuture<Void> onceRowsCome(Path work, Blow blow) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            while (sizeUnder(work) == 0) {
              Thread.sleep(5);
            }
            blow.strike();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<Path> filesUnder(Path work) throws IOException {
    if (!Files.isDirectory(work)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(work)) {
      return files.toList();
    }
  }

  private static long sizeUnder(Path work) throws IOException {
    long size = 0;
    for (Path file : filesUnder(work)) {
      size += Files.exists(file) ? Files.size(file) : 0;
    }
    return size;
  }

  /** A table, and a view of it that takes half a millisecond a row. */
  private static String[] rows(String kind) {
    boolean maria = kind.equals("mariadb");
    String numbers =
        maria ? "(SELECT seq AS n FROM seq_1_to_%d) s" : "generate_series(1, %d) AS s(n)";
    return new String[] {
      "CREATE TABLE cases (case_no BIGINT, title VARCHAR(300), amount DECIMAL(12,2),"
          + " reported_on DATE, changed_at TIMESTAMP NULL)",
      "INSERT INTO cases SELECT n, REPEAT('x', 200), 0.10, DATE '2016-12-30', TIMESTAMP"
          + " '2016-12-30 08:00:00' FROM "
          + numbers.formatted(ROWS),
      "CREATE VIEW slow_cases AS SELECT case_no, CONCAT(title, "
          + (maria ? "IF(SLEEP(0.0005) = 0, '', '')" : "CAST(pg_sleep(0.0005) AS TEXT)")
          + ") AS title, amount, reported_on, changed_at FROM cases"
    };
  }

  private SourceDeclaration source(DatabaseServer server) throws IOException {
    return CaseSource.of(
        folder,
        "{type: csv, encoding: UTF-8, multiline: true, delivery: full}",
        "type: jdbc\nurl: %s\nuser: agency\npassword: {environment: AGENCY_PASSWORD}\ntable: slow_cases\nsilence-seconds: 2\n"
            .formatted(server.url()));
  }
}
