package org.citylake.cli.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.citylake.access.user.UserStore;
import org.citylake.cli.mainjob.SqlJava;
import org.citylake.cli.state.Lake;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.schema.RawTableContract;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableAppend;

/**
 * A home with a few rows of the shipped contracts, released, users of several groups, and Trino.
 */
final class GrantedLake implements AutoCloseable {
  static final String PASSWORD = "a password of theirs";

  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2016-05-01T00:00:00Z");

  private final Home home;
  private final Lake lake;
  private final TrinoServer trino;
  private final UserStore users;

  GrantedLake(Path folder) {
    home = new Home(folder.resolve("home"));
    DeclarationLibrary library =
        DeclarationReader.load(
            Stream.concat(
                    Stream.of("core", "lakehouse", "ingestion", "metrics", "dashboard")
                        .map(ROOT::resolve),
                    Stream.of(city(folder.resolve("city"))))
                .toList());
    users = UserStore.of(home.access(), Clock.systemUTC());
    user("analyst", List.of("analyst"), "");
    user("putuo", List.of("district_analyst"), "310107");
    user("steward", List.of("data_steward"), "");
    user("guest", List.of("visitor"), "");
    user("evaluator", List.of("evaluator"), "");
    user("cameras", List.of("camera_reader"), "");
    user("counter", List.of("refusal_counter"), "");
    user("locked", List.of("visitor"), "");
    lake = Lake.start(home, 0);
    try (LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      Map<String, Long> tables = new TreeMap<>();
      tables.put("city.sensor_reading", readings(live, library));
      figures(live, library, tables);
      tables.put("raw.hotline_ticket", tickets(live, library));
      tables.put("raw.video_camera", cameras(live, library));
      tables.put("audit.quarantine", refused(live, library));
      live.iceberg().createNamespace(Namespace.of("vault"));
      live.iceberg()
          .createTable(
              TableIdentifier.of("vault", "hotline_ticket"),
              new Schema(Types.NestedField.optional(1, "caller_name", Types.StringType.get())));
      lake.server()
          .orElseThrow()
          .publish(
              new Release(
                  "one",
                  Release.PRELIMINARY,
                  NOW,
                  "f",
                  "c",
                  "d",
                  tables,
                  Map.of(),
                  Release.Occasion.NONE));
      // Not released: seen in the catalog lake alone.
      append(live, "raw.hotline_ticket", List.of(ticket("T3", "310107012", "住房")));
    }
    trino =
        TrinoServer.start(
            ROOT,
            home,
            library,
            SqlJava.require(),
            SqlPort.any(),
            lake.uri(),
            lake.token(),
            text -> {});
  }

  Home home() {
    return home;
  }

  TrinoServer trino() {
    return trino;
  }

  UserStore users() {
    return users;
  }

  private void user(String name, List<String> groups, String area) {
    users.add(name, groups, area, Optional.of(PASSWORD));
  }

  /** A city's own view over a table whose columns are masked, and a group that is shown it. */
  private static Path city(Path folder) {
    write(
        folder.resolve("views/camera/view.yaml"),
        """
        id: camera
        name-zh: 摄像头
        name-en: Cameras
        description: Each row is one camera.
        columns:
          - {name: source_key, type: string, description: 'its key'}
          - {name: device, type: string, description: 'its name'}
        """);
    write(
        folder.resolve("views/camera/query.sql"),
        """
        -- inputs: raw.video_camera
        SELECT source_key, device_name AS device FROM raw.video_camera
        """);
    write(
        folder.resolve("access/camera_reader/group.yaml"),
        """
        id: camera_reader
        name-zh: 摄像头
        name-en: Cameras
        grants:
          - {tables: [raw.video_camera], rows: all, level: general-1}
        views: [camera]
        limits: {running: 1, queued: 1, memory-percent: 10}
        """);
    write(
        folder.resolve("access/camera_reader/tests/member/sees.csv"),
        "table,column,rows,sees\nraw.video_camera,device_name,all,masked\n");
    write(
        folder.resolve("access/refusal_counter/group.yaml"),
        """
        id: refusal_counter
        name-zh: 隔离计数
        name-en: Counter of refusals
        grants:
          - {tables: [audit.quarantine], rows: all, level: general-1}
        limits: {running: 1, queued: 1, memory-percent: 10}
        """);
    write(
        folder.resolve("access/refusal_counter/tests/member/sees.csv"),
        "table,column,rows,sees\naudit.quarantine,reasons,all,clear\n");
    return folder;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the views of figures and cases read. */
  private static void figures(
      LakeCatalog live, DeclarationLibrary library, Map<String, Long> tables) {
    Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    rows.put("city.district", List.of(district("310107", "普陀区"), district("310101", "黄浦区")));
    for (String empty :
        List.of(
            "city.air_quality_day",
            "city.subdistrict",
            "metric.index_robustness",
            "metric.index_score",
            "metric.target_outlook",
            "metric.warning")) {
      rows.put(empty, List.of());
    }
    rows.put("city.service_case", List.of(serviceCase("310107"), serviceCase("310101")));
    rows.put(
        "metric.indicator_value",
        List.of(figure("310107", "2014", "computed"), figure("310000", "2016", "synthetic")));
    rows.put("metric.indicator_target", List.of(target("2015"), target("2020")));
    rows.forEach(
        (table, some) -> {
          new TableApplier(live).apply(library.findTable(table).orElseThrow().contract());
          tables.put(
              table,
              some.isEmpty()
                  ? live.load(table).currentSnapshot().snapshotId()
                  : append(live, table, some));
        });
  }

  private static Map<String, Object> district(String code, String name) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("valid_from", NOW.toLocalDate());
    row.put("valid_from_known", true);
    row.put("name_zh", name);
    row.put("predecessors", List.of());
    row.put("basis", "b");
    return row;
  }

  private static Map<String, Object> serviceCase(String area) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("case_id", "hotline_ticket/" + area);
    row.put("case_kind", "hotline");
    row.put("source_id", "hotline_ticket");
    row.put("source_key", area);
    row.put("ref_area", area);
    row.put("received_at", NOW);
    row.put("received_on", NOW.toLocalDate());
    row.put("status", "open");
    row.put("synthetic", false);
    row.put("delivery", "d");
    row.put("line", 1L);
    row.put("load_id", "l");
    row.put("state_on", NOW.toLocalDate());
    return row;
  }

  private static Map<String, Object> figure(String area, String period, String status) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("indicator_code", "population_density");
    row.put("ref_area", area);
    row.put("time_period", period);
    row.put("value", new java.math.BigDecimal("23455.5000000000"));
    row.put("numerator", new java.math.BigDecimal("1.0000000000"));
    row.put("denominator", new java.math.BigDecimal("1.0000000000"));
    row.put("unit_measure", "persons_per_km2");
    row.put("obs_status", "A");
    row.put("value_status", status);
    row.put("quality", "ok");
    row.put("evidence", List.of("e"));
    row.put("definition_hash", "h");
    row.put("input_snapshots", Map.of());
    row.put("code_version", "1");
    return row;
  }

  private static Map<String, Object> target(String due) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source_key", "I" + due);
    row.put("source_id", "s");
    row.put("indicator_code", "population_density");
    row.put("name_zh", "人口密度");
    row.put("name_en", "Density");
    row.put("ref_area", "310107");
    row.put("time_period", due);
    row.put("target", new java.math.BigDecimal(due + ".0000000000"));
    row.put("comparison", "<=");
    row.put("unit_measure", "persons_per_km2");
    row.put("direction", "lower");
    row.put("evidence", List.of("e"));
    return row;
  }

  private static long readings(LakeCatalog live, DeclarationLibrary library) {
    new TableApplier(live).apply(library.findTable("city.sensor_reading").orElseThrow().contract());
    return append(
        live,
        "city.sensor_reading",
        List.of(reading("310107"), reading("310101"), reading("310101")));
  }

  private static Map<String, Object> reading(String area) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("sensor_id", "pm_" + area);
    row.put("metric", "pm25");
    row.put("observed_at", NOW);
    row.put("revision", 1);
    row.put("observed_date", NOW.toLocalDate());
    row.put("value", new java.math.BigDecimal("35.0000000000"));
    row.put("unit_measure", "ug_per_m3");
    row.put("official", true);
    row.put("ref_area", area);
    row.put("load_id", "l");
    row.put("delivery", "d");
    row.put("line", 1L);
    row.put("known_from", NOW);
    return row;
  }

  private static long tickets(LakeCatalog live, DeclarationLibrary library) {
    new TableApplier(live)
        .apply(RawTableContract.of(library.findSource("hotline_ticket").orElseThrow()));
    return append(
        live,
        "raw.hotline_ticket",
        List.of(ticket("T1", "310107011", "噪声"), ticket("T2", "310101013", "停车")));
  }

  private static Map<String, Object> ticket(String number, String street, String category) {
    Map<String, Object> row = platform(number);
    row.put("ticket_no", number);
    row.put("caller_name", "t1-" + number);
    row.put("category", category);
    row.put("street_code", street);
    return row;
  }

  private static long cameras(LakeCatalog live, DeclarationLibrary library) {
    new TableApplier(live)
        .apply(RawTableContract.of(library.findSource("video_camera").orElseThrow()));
    Map<String, Object> row = platform("C1");
    row.put("device_code", "C1");
    row.put("device_name", "路口一号");
    row.put("longitude", new java.math.BigDecimal("121.40"));
    return append(live, "raw.video_camera", List.of(row));
  }

  private static long refused(LakeCatalog live, DeclarationLibrary library) {
    new TableApplier(live).apply(library.findTable("audit.quarantine").orElseThrow().contract());
    return append(
        live,
        "audit.quarantine",
        List.of(refused("emergency_event", "E1"), refused("video_camera", "C1")));
  }

  private static Map<String, Object> refused(String source, String record) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("quarantine_id", "q-" + source);
    row.put("state_at", NOW);
    row.put("status", "open");
    row.put("source_id", source);
    row.put("load_id", "l");
    row.put("delivery", "d");
    row.put("file", source + ".csv");
    row.put("line", 3L);
    row.put("bytes", record.getBytes(StandardCharsets.UTF_8));
    row.put("reasons", List.of("invalid-date: 2016-02-30"));
    row.put("contract_version", "1.0.0");
    return row;
  }

  private static Map<String, Object> platform(String key) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source_key", key);
    row.put("revision", 1);
    row.put("load_id", "l");
    row.put("delivery", "d");
    row.put("occurrence", 1);
    row.put("operation", "new");
    row.put("snapshot_date", NOW.toLocalDate());
    row.put("known_from", NOW);
    row.put("content_hash", "h" + key);
    return row;
  }

  private static long append(LakeCatalog live, String table, List<Map<String, Object>> rows) {
    return TableAppend.append(live.load(table), "main", table + rows.hashCode(), rows);
  }

  @Override
  public void close() {
    trino.close();
    lake.close();
  }
}
