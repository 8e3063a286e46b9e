package org.citylake.lakehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.catalog.ViewCatalog;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.view.View;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.Lake;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.view.ReleasedView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCatalogServer {
  private static final String[] COLUMNS = {"7 code string!", "3 value decimal(38,10)"};

  static Release release(String id, Map<String, Long> tables) {
    return new Release(
        id,
        "final",
        OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC),
        "f",
        "1",
        "d",
        tables,
        Map.of(),
        Release.Occasion.NONE);
  }

  private static long append(Table table, String commit, String... codes) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String code : codes) {
      rows.add(Map.of("code", code));
    }
    return TableAppend.append(table, "main", commit, rows);
  }

  @Test
  void aReleaseStaysWhileTheLiveTableMovesOn(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      new TableApplier(lake.live()).apply(Lake.contract("city.other", COLUMNS));
      Table table = lake.live().load("city.thing");
      long first = append(table, "1", "a", "b");
      lake.server().publish(release("20260101-aaaaaaaa", Map.of("city.thing", first)));
      // the live table gets a column and a row
      new TableApplier(lake.live())
          .apply(
              Lake.contract("city.thing", "7 code string!", "3 value decimal(38,10)", "9 x int"));
      long second = append(lake.live().load("city.thing"), "2", "c");

      try (LakeCatalog published = lake.connect("published");
          LakeCatalog releases = lake.connect("release")) {
        assertThat(Lake.values(lake.live().load("city.thing"), "code"))
            .containsExactly("a", "b", "c");
        Table released = published.load("city.thing");
        assertThat(Lake.values(released, "code")).containsExactly("a", "b");
        assertThat(released.schema().findField("x")).isNull();
        assertThat(released.currentSnapshot().snapshotId()).isEqualTo(first);
        assertThat(published.tableNames()).containsExactly("city.thing");
        assertThat(releases.tableNames()).containsExactly("r20260101_aaaaaaaa__city.thing");
        assertThat(published.iceberg().listNamespaces(Namespace.empty()))
            .containsExactly(Namespace.of("city"));

        lake.server().publish(release("20260102-bbbbbbbb", Map.of("city.thing", second)));

        assertThat(Lake.values(published.load("city.thing"), "code"))
            .containsExactly("a", "b", "c");
        assertThat(Lake.values(releases.load("r20260101_aaaaaaaa__city.thing"), "code"))
            .containsExactly("a", "b");
        assertThat(Lake.values(releases.load("r20260102_bbbbbbbb__city.thing"), "code"))
            .containsExactly("a", "b", "c");
        assertThat(lake.server().publishedReleaseId()).contains("20260102-bbbbbbbb");
      }
    }
  }

  @Test
  void aReleaseListsNoViewsSoThatItsTablesCanBeListed(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      long first = append(lake.live().load("city.thing"), "1", "a");
      lake.server().publish(release("r1", Map.of("city.thing", first)));

      try (LakeCatalog published = lake.connect("published")) {
        ViewCatalog views = (ViewCatalog) published.iceberg();
        assertThat(views.listViews(Namespace.of("city"))).isEmpty();
      }
    }
  }

  @Test
  void aReleaseHasTheViewsOfItsTables(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      long first = append(lake.live().load("city.thing"), "1", "a");
      lake.server().publish(release("r1", Map.of("city.thing", first)));
      List<ReleasedView.Column> columns =
          List.of(new ReleasedView.Column("code", "string", "its code"));
      ViewFile.write(
          new Home(folder),
          List.of(
              new ReleasedView(
                  "things",
                  "Each row is one thing.",
                  columns,
                  "SELECT code FROM city.thing WHERE code <> 'a.city.thing_else'",
                  List.of("city.thing"),
                  List.of("city.thing")),
              new ReleasedView(
                  "others",
                  "Each row is another.",
                  columns,
                  "SELECT code FROM city.other",
                  List.of("city.other"),
                  List.of("city.other"))));

      try (LakeCatalog published = lake.connect("published");
          LakeCatalog releases = lake.connect("release")) {
        ViewCatalog views = (ViewCatalog) published.iceberg();
        assertThat(views.listViews(Namespace.of("views")))
            .as("a release without city.other has no view of it")
            .containsExactly(TableIdentifier.of("views", "things"));
        View things = views.loadView(TableIdentifier.of("views", "things"));
        assertThat(things.properties()).containsEntry("comment", "Each row is one thing.");
        assertThat(things.schema().findField("code").doc()).isEqualTo("its code");
        assertThat(things.currentVersion().defaultCatalog()).isEqualTo("published");
        assertThat(things.sqlFor("trino").sql())
            .isEqualTo("SELECT code FROM city.thing WHERE code <> 'a.city.thing_else'");
        View released =
            ((ViewCatalog) releases.iceberg()).loadView(TableIdentifier.of("rr1__views", "things"));
        assertThat(released.sqlFor("trino").sql())
            .isEqualTo("SELECT code FROM rr1__city.thing WHERE code <> 'a.city.thing_else'");
        assertThatThrownBy(() -> views.loadView(TableIdentifier.of("views", "others")))
            .isInstanceOf(NoSuchViewException.class)
            .hasMessageContaining("View does not exist in warehouse published: views.others");
        assertThat(published.iceberg().listNamespaces(Namespace.empty()))
            .containsExactly(Namespace.of("city"), Namespace.of("views"));
      }
    }
  }

  @Test
  void writesToAReleaseAreRefused(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      Table table = lake.live().load("city.thing");
      long first = append(table, "1", "a");
      lake.server().publish(release("r1", Map.of("city.thing", first)));

      try (LakeCatalog published = lake.connect("published")) {
        Table released = published.load("city.thing");
        assertThatThrownBy(() -> append(released, "2", "b"))
            .isInstanceOf(RESTException.class)
            .hasMessageContaining("Warehouse 'published' is read-only");
        assertThatThrownBy(
                () -> published.iceberg().dropTable(LakeCatalog.identifier("city.thing")))
            .isInstanceOf(RESTException.class)
            .hasMessageContaining("read-only");
        assertThatThrownBy(() -> published.iceberg().createNamespace(Namespace.of("other")))
            .isInstanceOf(RESTException.class)
            .hasMessageContaining("read-only");
      }
      assertThat(Lake.values(lake.live().load("city.thing"), "code")).containsExactly("a");
    }
  }

  @Test
  void publishingAgainChangesNothingAndOtherSnapshotsNeedAnotherId(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      long first = append(lake.live().load("city.thing"), "1", "a");
      lake.server().publish(release("r1", Map.of("city.thing", first)));
      lake.server().publish(release("r1", Map.of("city.thing", first)));
      long second = append(lake.live().load("city.thing"), "2", "b");

      assertThat(lake.server().publishedReleaseId()).contains("r1");
      assertThatThrownBy(() -> lake.server().publish(release("r1", Map.of("city.thing", second))))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("it is published already with other snapshots");
      assertThatThrownBy(() -> lake.server().publish(release("r2", Map.of("city.thing", 5L))))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("Cannot pin table 'city.thing' at snapshot 5");
      assertThat(lake.server().publishedReleaseId()).contains("r1");
    }
  }

  @Test
  void aRestartedServerServesTheSameReleases(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      long first = append(lake.live().load("city.thing"), "1", "a");
      lake.server().publish(release("r1", Map.of("city.thing", first)));
      append(lake.live().load("city.thing"), "2", "b");
    }
    try (Lake lake = Lake.open(folder);
        LakeCatalog published = lake.connect("published")) {
      assertThat(Lake.values(published.load("city.thing"), "code")).containsExactly("a");
      assertThat(Lake.values(lake.live().load("city.thing"), "code")).containsExactly("a", "b");
    }
  }

  @Test
  void theAnswerCarriesTheReleaseAsItsEtag(@TempDir Path folder) throws Exception {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      long first = append(lake.live().load("city.thing"), "1", "a");
      lake.server().publish(release("r1", Map.of("city.thing", first)));
      URI table = lake.server().uri().resolve("/v1/published/namespaces/city/tables/thing");
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(table).header("Authorization", "Bearer " + Lake.TOKEN);

      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> again =
          client.send(
              request.header("If-None-Match", "\"r1\"").build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("ETag")).contains("\"r1\"");
      assertThat(again.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void aWrongTokenIsRefused(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      assertThatThrownBy(() -> LakeCatalog.connect(lake.server().uri(), "guess", "live"))
          .isInstanceOf(NotAuthorizedException.class)
          .hasMessageContaining("The token is not this catalog's");
    }
  }

  @Test
  void theReadingTokenOpensReleasesAndNothingElse(@TempDir Path folder) throws Exception {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      Table table = lake.live().load("city.thing");
      lake.server()
          .publish(release("20260101-aaaaaaaa", Map.of("city.thing", append(table, "1", "a"))));
      URI server = lake.server().uri();
      String reading = CatalogServer.readingToken(Lake.TOKEN);

      try (LakeCatalog published = LakeCatalog.connect(server, reading, "published");
          LakeCatalog releases = LakeCatalog.connect(server, reading, "release")) {
        assertThat(Lake.values(published.load("city.thing"), "code")).containsExactly("a");
        assertThat(releases.tableNames()).containsExactly("r20260101_aaaaaaaa__city.thing");
        assertThatThrownBy(
                () -> published.iceberg().dropTable(TableIdentifier.of("city", "thing"), false))
            .hasMessageContaining("read-only");
      }
      assertThatThrownBy(() -> LakeCatalog.connect(server, reading, "live"))
          .hasMessageContaining("opens the warehouses published and release, not 'live'");
      for (String path :
          List.of(
              "/v1/config",
              "/v1/live/namespaces",
              "/v1/LIVE/namespaces",
              "/v1/%6Cive/namespaces")) {
        HttpResponse<String> answer =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Bearer " + reading)
                        .build(),
                    HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(403);
      }
    }
  }

  @Test
  void anUnknownWarehouseIsNamed(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      assertThatThrownBy(() -> lake.connect("lively"))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("Warehouse 'lively' does not exist");
    }
  }

  @Test
  void aTakenPortIsNamedWithTheWayOut(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder.resolve("a"))) {
      int port = lake.server().uri().getPort();
      assertThatThrownBy(() -> CatalogServer.start(new Home(folder.resolve("b")), Lake.TOKEN, port))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("another program has port " + port)
          .hasMessageContaining("take another port (0 is a free one)");
    }
  }

  @Test
  void twoHomesSideBySideShareNothing(@TempDir Path folder) {
    try (Lake one = Lake.open(folder.resolve("one"));
        Lake two = Lake.open(folder.resolve("two"))) {
      new TableApplier(one.live()).apply(Lake.contract("city.thing", COLUMNS));

      assertThat(one.live().tableNames()).containsExactly("city.thing");
      assertThat(two.live().tableNames()).isEmpty();
    }
  }

  @Test
  void fourWritersLoseNoRow(@TempDir Path folder) throws Exception {
    try (Lake lake = Lake.open(folder)) {
      new TableApplier(lake.live()).apply(Lake.contract("city.thing", COLUMNS));
      lake.live()
          .load("city.thing")
          .updateProperties()
          .set("commit.retry.num-retries", "50")
          .commit();
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        String name = "w" + writer + "-";
        Callable<Integer> work =
            () -> {
              Table table = lake.live().load("city.thing");
              for (int i = 0; i < 20; i++) {
                append(table, name + i, name + i);
              }
              return 20;
            };
        writers.add(threads.submit(work));
      }
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isEqualTo(20);
      }
      threads.shutdown();

      assertThat(Lake.values(lake.live().load("city.thing"), "code"))
          .hasSize(80)
          .doesNotHaveDuplicates();
    }
  }
}
