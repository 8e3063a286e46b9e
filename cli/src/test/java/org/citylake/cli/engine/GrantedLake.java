package org.citylake.cli.engine;

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
            Stream.of("core", "lakehouse", "ingestion", "metrics", "dashboard")
                .map(ROOT::resolve)
                .toList());
    users = UserStore.of(home.access(), Clock.systemUTC());
    user("analyst", List.of("analyst"), "");
    user("putuo", List.of("district_analyst"), "310107");
    user("steward", List.of("data_steward"), "");
    user("guest", List.of("visitor"), "");
    user("locked", List.of("visitor"), "");
    lake = Lake.start(home, 0);
    try (LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      Map<String, Long> tables = new TreeMap<>();
      tables.put("city.sensor_reading", readings(live, library));
      tables.put("raw.hotline_ticket", tickets(live, library));
      tables.put("raw.video_camera", cameras(live, library));
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
            ROOT, home, library, SqlJava.require(), lake.uri(), lake.token(), text -> {});
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
