package org.citylake.streamingjobs.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.streamingjobs.airquality.DayFigures;
import org.citylake.streamingjobs.airquality.YearFigures;
import org.citylake.streamingjobs.delivery.DeliveryExtent;
import org.citylake.streamingjobs.delivery.DeliveryLine;
import org.citylake.streamingjobs.quarantine.QuarantineRow;
import org.citylake.streamingjobs.quarantine.StoredRefusal;
import org.citylake.streamingjobs.table.LakeTables;
import org.citylake.streamingjobs.table.TableStreams;
import org.citylake.streamingjobs.tally.Tally;
import org.citylake.streamingjobs.tally.WriteTallies;

/**
 * Wires the pipeline to the lakehouse: makes the branches anew from main, reads what main holds,
 * appends to the branches, and afterwards counts what is really there.
 */
public final class SensorReadingJob {
  private final LakeTables tables;
  private final String branch;
  private final Map<String, Long> before = new LinkedHashMap<>();

  /** A replay onto a branch of each table. */
  public SensorReadingJob(LakeTables tables, String branch) {
    this.tables = tables;
    this.branch = branch;
  }

  /** Makes the branches anew. Call before {@link #wire}. */
  public void branch() {
    tables.load(SinkTables.READING, ReadingRow.COLUMNS);
    tables.load(SinkTables.DAY, DayFigures.COLUMNS);
    tables.load(SinkTables.YEAR, YearFigures.COLUMNS);
    tables.load(SinkTables.QUARANTINE, QuarantineRow.COLUMNS);
    for (String table : SinkTables.ALL) {
      before.put(table, tables.branchFromMain(table, branch));
    }
  }

  /** Types of the tables' rows. */
  public SensorReadingPipeline.RowTypes types() {
    return new SensorReadingPipeline.RowTypes(
        TableStreams.type(tables.load(SinkTables.READING)),
        TableStreams.type(tables.load(SinkTables.DAY)),
        TableStreams.type(tables.load(SinkTables.YEAR)),
        TableStreams.type(tables.load(SinkTables.QUARANTINE)));
  }

  /**
   * Adds the whole graph to the environment.
   *
   * @param extent what the delivery tells of; asked only when there are readings already
   * @param counts file that the sums of the counts are written to
   */
  public void wire(
      StreamExecutionEnvironment environment,
      SensorReadingPipeline pipeline,
      DataStream<DeliveryLine> lines,
      Supplier<DeliveryExtent> extent,
      String counts) {
    TableStreams streams = new TableStreams(environment, tables);
    Map<String, Long> snapshotDays = snapshotDays();
    snapshotDays.put(pipeline.delivery().loadId(), pipeline.delivery().snapshotDay());
    String source = pipeline.delivery().source();
    boolean first = tables.rows(SinkTables.READING, main(SinkTables.READING)) == 0;
    StoredScope scope =
        new StoredScope(
            first ? DeliveryExtent.NOTHING : extent.get(), pipeline.assessment().zone());
    DataStream<StoredReading> readings =
        streams
            .read(SinkTables.READING, main(SinkTables.READING), List.of(scope.readings()))
            .filter(row -> scope.containsDay(row, ReadingRow.DAY))
            .uid("readings-in-scope")
            .map(row -> ReadingRow.read(row, snapshotDays))
            .returns(StoredReading.TYPE)
            .uid("stored-readings");
    DataStream<DayFigures> days =
        streams
            .read(SinkTables.DAY, main(SinkTables.DAY), List.of(scope.days()))
            .filter(row -> scope.containsDay(row, DayFigures.DAY))
            .uid("days-in-scope")
            .map(DayFigures::of)
            .returns(DayFigures.TYPE)
            .uid("stored-days");
    DataStream<YearFigures> years =
        streams
            .read(SinkTables.YEAR, main(SinkTables.YEAR), List.of(scope.years()))
            .filter(row -> scope.containsYear(row, YearFigures.YEAR))
            .uid("years-in-scope")
            .map(YearFigures::of)
            .returns(YearFigures.TYPE)
            .uid("stored-years");
    DataStream<StoredRefusal> refusals =
        streams
            .read(
                SinkTables.QUARANTINE,
                main(SinkTables.QUARANTINE),
                List.of(Expressions.equal("source_id", source)))
            .filter(row -> row.getString(3).toString().equals(source))
            .uid("refusals-of-source")
            .map(QuarantineRow::read)
            .returns(StoredRefusal.TYPE)
            .uid("stored-refusals");
    SensorReadingPipeline.Output output =
        pipeline.build(new SensorReadingPipeline.Input(lines, readings, days, years, refusals));
    String load = pipeline.delivery().loadId();
    streams.append(output.readings(), SinkTables.READING, branch, load);
    streams.append(output.days(), SinkTables.DAY, branch, load);
    streams.append(output.years(), SinkTables.YEAR, branch, load);
    streams.append(output.quarantine(), SinkTables.QUARANTINE, branch, load);
    output
        .tallies()
        .transform("write counts", Tally.TYPE, new WriteTallies(counts))
        .uid("write-counts")
        .setParallelism(1);
  }

  /** Head of each branch. */
  public Map<String, Long> heads() {
    Map<String, Long> heads = new LinkedHashMap<>();
    SinkTables.ALL.forEach(table -> heads.put(table, tables.head(table, branch)));
    return heads;
  }

  /**
   * Compares the counts with the rows that are really on the branches.
   *
   * @throws CityLakeException of kind INTERNAL when they do not add up
   */
  public void check(Map<String, Long> counts) {
    long accepted = counts.getOrDefault(Tally.ACCEPTED, 0L);
    long quarantined = counts.getOrDefault(Tally.QUARANTINED, 0L);
    long duplicate = counts.getOrDefault(Tally.DUPLICATE, 0L);
    long arrived = counts.getOrDefault(Tally.ARRIVED, 0L);
    requireEqual(
        "arrived = accepted + quarantined + duplicate",
        arrived,
        accepted + quarantined + duplicate);
    requireEqual("readings on branch " + branch, accepted, added(SinkTables.READING));
    requireEqual("quarantined rows on branch " + branch, quarantined, added(SinkTables.QUARANTINE));
  }

  private long added(String table) {
    return tables.rows(table, tables.head(table, branch)) - tables.rows(table, main(table));
  }

  private static void requireEqual(String what, long counted, long found) {
    if (counted != found) {
      throw new CityLakeException(
          Kind.INTERNAL,
          "The replay's counts do not add up ("
              + what
              + "): counted "
              + counted
              + ", found "
              + found
              + "; main was not moved, run the load again");
    }
  }

  private long main(String table) {
    Long snapshot = before.get(table);
    if (snapshot == null) {
      throw new IllegalStateException("branch() comes before the rest");
    }
    return snapshot;
  }

  private Map<String, Long> snapshotDays() {
    Table loads = tables.load("audit.load");
    Map<String, Long> days = new HashMap<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(loads).select("load_id", "snapshot_date").build()) {
      for (Record row : rows) {
        LocalDate date = (LocalDate) row.getField("snapshot_date");
        days.put((String) row.getField("load_id"), date.toEpochDay());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return days;
  }
}
