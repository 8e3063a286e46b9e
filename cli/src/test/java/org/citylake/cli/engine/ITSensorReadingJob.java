package org.citylake.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.server.CatalogServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Flink job in a JVM of its own, through the catalog server of this one. */
class ITSensorReadingJob {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final List<Path> DECLARING =
      List.of("core", "lakehouse", "ingestion", "metrics", "dashboard").stream()
          .map(ROOT::resolve)
          .toList();
  private static final String TOKEN = "token-of-the-test";
  private static final String SOURCE = "air_quality_pm25";
  private static final Path DELIVERY =
      ROOT.resolve("ingestion/sources/environment/air_quality_pm25/data")
          .resolve("ShanghaiPM20100101_20151231.csv");

  @TempDir private Path folder = Path.of("");
  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private CatalogServer server;
  private LakeCatalog live;

  @BeforeEach
  void startCatalog() {
    server = CatalogServer.start(new Home(folder.resolve("home")), TOKEN, 0);
    live = LakeCatalog.connect(server.uri(), TOKEN, LakeCatalog.LIVE);
    DeclarationLibrary library = DeclarationReader.load(DECLARING);
    TableApplier applier = new TableApplier(live);
    for (String table :
        List.of(
            "city.sensor_reading",
            "city.air_quality_day",
            "city.air_quality_year",
            "audit.quarantine",
            "audit.load")) {
      applier.apply(library.findTable(table).orElseThrow().contract());
    }
  }

  @AfterEach
  void stopCatalog() {
    live.close();
    server.close();
  }

  @Test
  void itReplaysOntoABranchAndLeavesMainAsItWas() throws Exception {
    Table before = live.load("city.sensor_reading");

    JsonNode result = job(TOKEN).run(keys(delivery(30_000, 31_000)), progress::add).result();

    assertThat(result.path("arrived").asLong()).isPositive();
    assertThat(result.path("accepted")).isEqualTo(result.path("arrived"));
    assertThat(result.path("duplicate").asLong() + result.path("quarantined").asLong()).isZero();
    Table after = live.load("city.sensor_reading");
    assertThat(after.currentSnapshot()).isEqualTo(before.currentSnapshot());
    Snapshot branch = after.snapshot("load_it");
    assertThat(branch.snapshotId())
        .isEqualTo(result.path("tables").path("city.sensor_reading").asLong());
    assertThat(branch.summary())
        .containsEntry("citylake.load-id", "it")
        .containsEntry("total-records", result.path("accepted").asText());
    assertThat(progress).first().asString().startsWith("replaying ");
    assertThat(progress)
        .last()
        .asString()
        .isEqualTo(
            result.path("arrived").asText()
                + " records, "
                + result.path("accepted").asText()
                + " accepted");
    try (Stream<Path> files = Files.walk(folder.resolve("job"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(TOKEN));
    }
  }

  @Test
  void aWrongTokenEndsItWithTheWayToItsLog() throws Exception {
    EngineJob job = job("another-token");

    assertThatThrownBy(() -> job.run(keys(delivery(30_000, 30_010)), progress::add))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("flink ended with exit code")
        .hasMessageContaining("flink.log");
    assertThat(job.resultFile()).doesNotExist();
  }

  private EngineJob job(String token) {
    return new EngineJob(
        "flink",
        EngineModule.sensorReadings(ROOT),
        folder.resolve("job"),
        folder.resolve("job/flink.log"),
        token);
  }

  private Map<String, Object> keys(Path delivery) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("job", "sensor-readings");
    keys.put("home", folder.resolve("home").toString());
    keys.put("catalog_uri", server.uri().toString());
    keys.put("declaration_roots", DECLARING.stream().map(Path::toString).toList());
    keys.put("run_id", "run");
    keys.put("code_version", "test");
    keys.put("source", SOURCE);
    keys.put("delivery", delivery.toString());
    keys.put("delivery_sha256", ContentHash.of(delivery));
    keys.put("file", delivery.getFileName().toString());
    keys.put("load_id", "it");
    keys.put("snapshot_date", "2016-01-01");
    keys.put("known_from", "2026-11-21T00:00:00Z");
    keys.put("branch", "load_it");
    return keys;
  }

  private Path delivery(int from, int to) throws Exception {
    List<String> all = Files.readAllLines(DELIVERY, StandardCharsets.UTF_8);
    List<String> some = new ArrayList<>();
    some.add(all.get(0));
    some.addAll(all.subList(from, to));
    return Files.write(folder.resolve("delivery.csv"), some, StandardCharsets.UTF_8);
  }
}
