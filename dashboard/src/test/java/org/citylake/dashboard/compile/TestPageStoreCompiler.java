package org.citylake.dashboard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.core.home.Home;
import org.citylake.dashboard.SampleCity;
import org.citylake.dashboard.store.PageStores;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.server.CatalogServer;
import org.citylake.lakehouse.table.TableAppend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPageStoreCompiler {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));

  /** Shipped tables that the sample has whole rows for. */
  private static final List<String> TABLES =
      List.of(
          "city.district",
          "city.sensor",
          "metric.indicator_target",
          "metric.indicator_value",
          "metric.index_score");

  @Test
  void storeHoldsTheTablesAtTheirPinnedSnapshots(@TempDir Path folder) throws IOException {
    Home home = new Home(folder);
    home.create();
    DeclarationLibrary shipped = DeclarationReader.read(List.of(ROOT)).library();
    try (CatalogServer server = CatalogServer.start(home, "token", 0);
        LakeCatalog live = LakeCatalog.connect(server.uri(), "token", LakeCatalog.LIVE)) {
      Map<String, Long> snapshots = new TreeMap<>();
      for (String name : TABLES) {
        new TableApplier(live).apply(shipped.findTable(name).orElseThrow().contract());
        List<Map<String, Object>> rows = SampleCity.rows().tables().getOrDefault(name, List.of());
        snapshots.put(name, TableAppend.append(live.load(name), "main", "first", rows));
      }
      Release release = release(snapshots);

      Path store = PageStoreCompiler.compile(home, live, release, SampleCity.library());
      Map<String, String> first = files(store);
      Table values = live.load("metric.indicator_value");
      TableAppend.append(
          values,
          "main",
          "second",
          List.of(
              SampleCity.with(
                  SampleCity.rows()
                      .tables()
                      .getOrDefault("metric.indicator_value", List.of())
                      .get(0),
                  "time_period",
                  "2099")));
      PageStoreCompiler.compile(home, live, release, SampleCity.library());

      assertThat(store).isEqualTo(home.releases().resolve(release.releaseId()));
      assertThat(first).containsKeys("release.json", "indicators/population_density.json");
      assertThat(first.get("indicators/population_density.json"))
          .contains("\"value\":33170.5767350929")
          .doesNotContain("2099");
      assertThat(first.get("loads.json")).contains("\"loads\":[]");
      assertThat(files(store)).isEqualTo(first);
      assertThat(new PageStores(home).all()).hasSize(1);
    }
  }

  @Test
  void shippedOverviewIsReadFromItsFolder() {
    PageDeclaration overview =
        DeclarationReader.read(List.of(ROOT)).library().pages().stream()
            .filter(page -> page.name().equals("overview"))
            .findFirst()
            .orElseThrow();

    assertThat(overview.tiles())
        .extracting(Tile::type)
        .containsExactly(
            "district-map",
            "ranking",
            "event-map",
            "indicator-target",
            "index-score",
            "time-series");
    assertThat(overview.tiles().get(0).parameters())
        .containsEntry("indicator", "population_density")
        .containsEntry("selectable", true);
  }

  private static Release release(Map<String, Long> snapshots) {
    return new Release(
        SampleCity.RELEASE,
        "final",
        OffsetDateTime.parse("2026-11-21T02:00:00Z"),
        "fingerprint",
        "0.1.0",
        "hash",
        snapshots,
        Map.of(),
        Release.Occasion.NONE);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(path).toString(), Files.readString(path, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
