package org.citylake.batchjobs.lake;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.BatchJob;
import org.citylake.batchjobs.airquality.AirQualityDays;
import org.citylake.batchjobs.airquality.AirQualityYears;
import org.citylake.batchjobs.compute.ComputeJob;
import org.citylake.batchjobs.compute.ComputeResult;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.rebuild.RebuildJob;
import org.citylake.batchjobs.rebuild.RebuildResult;
import org.citylake.batchjobs.spark.LocalSpark;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.Snapshots;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.Origin;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.mapping.RowMapper;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.jspecify.annotations.Nullable;

/** A lakehouse in a folder with all shipped deliveries, and the jobs run over it. */
final class ShippedLake {
  static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final Instant ARRIVED = Instant.parse("2026-11-21T00:00:00Z");
  private static final List<String> STREAMED =
      List.of(AirQualityDays.READINGS, AirQualityDays.TABLE, AirQualityYears.TABLE);

  final SparkSession session;
  final DeclarationLibrary library;
  final FolderStore store;
  private final Home home;

  ShippedLake(Path folder) {
    Path warehouse = folder.resolve("warehouse");
    this.session = LocalSpark.over(warehouse);
    this.library = read(List.of(ROOT));
    this.home = new Home(folder.resolve("home"));
    home.create();
    this.store =
        new FolderStore(new HadoopCatalog(new Configuration(), warehouse.toUri().toString()));
    library.tables().forEach(t -> store.apply(t.contract()));
    loadBatches();
    loadReadings(library.findSource("air_quality_pm25").orElseThrow());
  }

  static DeclarationLibrary read(List<Path> roots) {
    return DeclarationReader.load(roots);
  }

  private void loadBatches() {
    Loader loader =
        new Loader(
            store,
            home,
            library,
            VaultKeyFile.of(home, Map.of(), Clock.systemUTC()),
            Clock.fixed(ARRIVED, ZoneOffset.UTC));
    for (SourceDeclaration source : library.sources()) {
      if (!source.replayed() && source.origin().isPresent()) {
        Origin.ShippedDelivery delivery = delivery(source);
        loader.load(source, source.folder().resolve(delivery.file()), delivery.snapshotDate());
      }
    }
  }

  /** Readings as the stream writes them, and its days and years with their first revision. */
  private void loadReadings(SourceDeclaration source) {
    RowMapper mapper = new RowMapper(source, library);
    RecordParser parser = new RecordParser(source);
    List<Map<String, @Nullable Object>> readings = new ArrayList<>();
    Path file = source.folder().resolve(delivery(source).file());
    try (RecordReader reader = RecordReader.open(file, source.format())) {
      parser.checkHeader(reader.next(), file.toString());
      while (reader.hasNext()) {
        RecordLine line = reader.next();
        parser
            .parse(line)
            .records()
            .forEach(
                record -> {
                  Map<String, @Nullable Object> row = new TreeMap<>(mapper.map(record.values()));
                  row.put("revision", 1);
                  row.put("load_id", "load");
                  row.put("delivery", "delivery");
                  row.put("line", line.line());
                  row.put("known_from", OffsetDateTime.ofInstant(ARRIVED, ZoneOffset.UTC));
                  readings.add(row);
                });
      }
    }
    store.append(AirQualityDays.READINGS, "load/1", readings);
    append(new AirQualityDays(table(AirQualityDays.TABLE), library));
    append(new AirQualityYears(table(AirQualityYears.TABLE), library));
  }

  private void append(TableProducer producer) {
    Relations relations = new Relations(session, library);
    producer.inputs().forEach(name -> relations.put(name, current(name), 1));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Row row : producer.rows(relations).collectAsList()) {
      Map<String, @Nullable Object> map = new TreeMap<>(RowCodec.map(row));
      map.put("revision", 1);
      map.put("load_id", "load");
      rows.add(map);
    }
    store.append(producer.table().fullName(), "load/2", rows);
  }

  private Dataset<Row> current(String name) {
    return Snapshots.read(session, name, store.snapshot(name));
  }

  private TableDeclaration table(String name) {
    return library.findTable(name).orElseThrow();
  }

  private static Origin.ShippedDelivery delivery(SourceDeclaration source) {
    return source.origin().orElseThrow().deliveries().get(0);
  }

  ComputeResult compute(String run, DeclarationLibrary declarations) {
    return new ComputeJob(job("compute", run, Map.of()), declarations, session).run();
  }

  RebuildResult rebuild(Map<String, Long> release, String codeVersion) {
    return new RebuildJob(job("rebuild", codeVersion, release), library, session).run();
  }

  /** Every computed and streamed table at its newest snapshot, as a release pins them. */
  Map<String, Long> pin() {
    Map<String, Long> release = new TreeMap<>();
    for (TableDeclaration table : library.tables()) {
      release.put(table.fullName(), store.snapshot(table.fullName()));
    }
    return release;
  }

  private BatchJob job(String job, String run, Map<String, Long> release) {
    Map<String, Long> inputs = new TreeMap<>();
    for (SourceDeclaration source : library.sources()) {
      if (!source.replayed() && source.origin().isPresent()) {
        inputs.put("raw." + source.id(), store.snapshot("raw." + source.id()));
      }
    }
    STREAMED.forEach(name -> inputs.put(name, release.getOrDefault(name, store.snapshot(name))));
    return new BatchJob(
        job,
        home,
        URI.create("http://127.0.0.1:0"),
        List.of(ROOT),
        run,
        job.equals("rebuild") ? run : "code-1",
        home.run().resolve("result.json"),
        false,
        inputs,
        "r1",
        release,
        List.of());
  }
}
