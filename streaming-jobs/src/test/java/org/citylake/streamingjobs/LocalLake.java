package org.citylake.streamingjobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.contract.DataContract;
import org.citylake.core.json.ContentHash;
import org.citylake.lakehouse.schema.ContractSchema;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.delivery.LineInterpreter;
import org.citylake.streamingjobs.reading.SinkTables;
import org.citylake.streamingjobs.table.LakeTables;

/** A lakehouse of the shipped contracts in a folder, and loads into it as the command does them. */
final class LocalLake {
  static final String SOURCE = "air_quality_pm25";
  static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  static final DeclaredSource DECLARED =
      new DeclaredSource(List.of(declarations().toString()), SOURCE);

  private final Path folder;
  private final Catalog catalog;
  final LakeTables tables;

  LocalLake(Path folder) {
    this.folder = folder;
    CatalogLoader loader =
        CatalogLoader.hadoop(
            "lake",
            new Configuration(),
            Map.of("warehouse", folder.resolve("warehouse").toUri().toString()));
    this.catalog = loader.loadCatalog();
    this.tables = new LakeTables(loader);
    List<String> names = new ArrayList<>(SinkTables.ALL);
    names.add("audit.load");
    for (String namespace : List.of("city", "audit")) {
      ((SupportsNamespaces) catalog).createNamespace(Namespace.of(namespace));
    }
    names.forEach(this::create);
  }

  /** The declarations that a replay needs, alone, so that others' cannot stop its tests. */
  private static Path declarations() {
    try {
      Path folder = Files.createTempDirectory("declarations");
      copy(folder, "core/codelists");
      for (String table :
          List.of("district", "sensor", "sensor_reading", "air_quality_day", "air_quality_year")) {
        copy(folder, "lakehouse/tables/city/" + table);
      }
      copy(folder, "lakehouse/tables/audit");
      copy(folder, "ingestion/sources/environment/" + SOURCE);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path folder, String declared) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(declared))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(ROOT.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void create(String name) {
    DataContract contract = DECLARED.library().findTable(name).orElseThrow().contract();
    Schema schema = ContractSchema.schema(contract);
    catalog
        .createTable(
            TableIdentifier.parse(name),
            schema,
            ContractSchema.partitionSpec(contract, schema),
            Map.of("format-version", "2", "write.parquet.compression-codec", "zstd"))
        .newAppend()
        .commit();
  }

  SensorReadingConfig job(Path file, LocalDate snapshotDate, OffsetDateTime knownFrom) {
    String hash = ContentHash.of(file);
    String load = ContentHash.of(SOURCE + hash + snapshotDate).substring(0, 16);
    return new SensorReadingConfig(
        "sensor-readings",
        folder.toString(),
        "",
        DECLARED.roots(),
        "run",
        "test",
        folder.resolve("run").resolve(load).resolve("result.json").toString(),
        SOURCE,
        file.toString(),
        hash,
        file.getFileName().toString(),
        load,
        snapshotDate.toString(),
        knownFrom.toString(),
        null,
        null,
        null,
        null,
        null);
  }

  SensorReadingResult replay(SensorReadingConfig job) throws Exception {
    Files.createDirectories(Path.of(job.result()).getParent());
    return new SensorReadingReplay(job, tables, text -> {}).run();
  }

  SensorReadingResult replay(SensorReadingConfig job, LineInterpreter.Factory interpreter)
      throws Exception {
    Files.createDirectories(Path.of(job.result()).getParent());
    return new SensorReadingReplay(job, tables, text -> {}, Duration.ofMillis(200))
        .run(interpreter);
  }

  /** Replays and moves main, as the command does. */
  SensorReadingResult load(Path file, String snapshotDate, String knownFrom) throws Exception {
    SensorReadingConfig job =
        job(file, LocalDate.parse(snapshotDate), OffsetDateTime.parse(knownFrom));
    SensorReadingResult result = replay(job);
    publish(job, result);
    return result;
  }

  void publish(SensorReadingConfig job, SensorReadingResult result) {
    for (String name : SinkTables.ALL) {
      tables.load(name).manageSnapshots().fastForwardBranch("main", result.branch()).commit();
    }
    Map<String, Object> row = new TreeMap<>();
    row.put("load_id", job.loadId());
    row.put("source_id", SOURCE);
    row.put("contract_version", "1.0.0");
    row.put("contract_hash", "");
    row.put("delivery", job.deliverySha256());
    row.put("file", job.file());
    row.put("bytes", 0L);
    row.put("snapshot_date", LocalDate.parse(job.snapshotDate()));
    row.put("arrived", result.arrived());
    row.put("accepted", result.accepted());
    row.put("quarantined", result.quarantined());
    row.put("duplicate", result.duplicate());
    row.put("missing", result.missing());
    row.put("ended", 0L);
    row.put("reasons", result.reasons());
    row.put("status", "done");
    row.put("arrived_at", OffsetDateTime.parse(job.knownFrom()));
    Table loads = tables.load("audit.load");
    TableAppend.append(loads, "main", "load " + job.loadId() + job.knownFrom(), List.of(row));
  }

  /** Rows of main as text, sorted. */
  List<String> rows(String table, String... columns) {
    return rows(table, tables.load(table).currentSnapshot().snapshotId(), columns);
  }

  /** Rows of a snapshot as text, sorted. */
  List<String> rows(String table, long snapshotId, String... columns) {
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(tables.load(table)).useSnapshot(snapshotId).build()) {
      for (Record record : records) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
          cells.add(String.valueOf(record.getField(column)));
        }
        rows.add(String.join(" ", cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.sort(null);
    return rows;
  }

  /** The rows of the highest revision of each key, without revision and load, sorted. */
  TreeSet<String> current(String table, int keyColumns, String... columns) {
    Map<String, Map.Entry<Integer, String>> newest = new TreeMap<>();
    String[] all = new String[columns.length + 1];
    System.arraycopy(columns, 0, all, 0, columns.length);
    all[columns.length] = "revision";
    for (String row : rows(table, all)) {
      List<String> cells = List.of(row.split(" "));
      String key = String.join(" ", cells.subList(0, keyColumns));
      int revision = Integer.parseInt(cells.get(columns.length));
      String content = String.join(" ", cells.subList(0, columns.length));
      newest.merge(key, Map.entry(revision, content), (a, b) -> a.getKey() > b.getKey() ? a : b);
    }
    TreeSet<String> current = new TreeSet<>();
    newest.values().forEach(entry -> current.add(entry.getValue()));
    return current;
  }
}
