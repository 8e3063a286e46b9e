package org.citylake.streamingjobs.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.LiveStream;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.streamingjobs.live.window.WindowFigures;
import org.citylake.streamingjobs.table.LakeTables;
import org.jspecify.annotations.Nullable;

/**
 * Finds late events against the tables: what is known already is a duplicate, the rest becomes
 * events, and their windows are told anew. Done again after it was cut off it changes nothing
 * twice: events that were added are known then, and windows are told only where they differ. The
 * stream may run beside: it amends none of these windows any more.
 */
public final class Settlement {
  private static final Comparator<Record> ARRIVAL =
      Comparator.<Record, OffsetDateTime>comparing(row -> value(row, "arrived_at"))
          .thenComparing(row -> Settlement.<String>value(row, "place"))
          .thenComparing(row -> Settlement.<Long>value(row, "position"));

  private final LakeTables tables;
  private final String source;
  private final LiveStream stream;
  private final long snapshot;

  private Settlement(LakeTables tables, String source, LiveStream stream, long snapshot) {
    this.tables = tables;
    this.source = source;
    this.stream = stream;
    this.snapshot = snapshot;
  }

  /**
   * What was done.
   *
   * @param late events that had come late
   * @param settled of these, new ones and corrections: rows of live.event now
   * @param duplicate of these, known before
   * @param windows windows that were told anew
   */
  public record Outcome(
      @JsonProperty("late") long late,
      @JsonProperty("settled") long settled,
      @JsonProperty("duplicate") long duplicate,
      @JsonProperty("windows") long windows) {}

  /** The newest version of an event. */
  private record Known(int revision, Map<String, BigDecimal> measures) {}

  private record Key(String series, long at) {}

  /**
   * Settles what is late now, of all sources.
   *
   * @param streams the live stream of each source that may have late events
   * @throws CityLakeException of kind DATA when events of another source are late; nothing was
   *     settled then
   */
  public static Map<String, Outcome> settle(LakeTables tables, Map<String, LiveStream> streams)
      throws IOException {
    Table table = tables.load(LiveTable.LATE_EVENT.fullName());
    Map<String, Outcome> outcomes = new TreeMap<>();
    if (table.currentSnapshot() == null) {
      return outcomes;
    }
    long snapshot = table.currentSnapshot().snapshotId();
    Map<String, List<Record>> late = new TreeMap<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table).useSnapshot(snapshot).build()) {
      rows.forEach(
          row -> late.computeIfAbsent(value(row, "source_id"), s -> new ArrayList<>()).add(row));
    }
    for (String source : late.keySet()) {
      if (!streams.containsKey(source)) {
        throw new CityLakeException(
            Kind.DATA,
            "Events of " + source + " are late, which is no live source: declare its stream.yaml");
      }
    }
    for (Map.Entry<String, List<Record>> rows : late.entrySet()) {
      String source = rows.getKey();
      LiveStream stream = Objects.requireNonNull(streams.get(source));
      outcomes.put(
          source, new Settlement(tables, source, stream, snapshot).settle(rows.getValue()));
    }
    if (!late.isEmpty()) {
      DeleteFiles delete = table.newDelete();
      files(table, snapshot).forEach(delete::deleteFile);
      delete.commit();
    }
    return outcomes;
  }

  private Outcome settle(List<Record> late) throws IOException {
    late.sort(ARRIVAL);
    long from = late.stream().mapToLong(row -> start(at(row))).min().orElseThrow();
    long to = late.stream().mapToLong(row -> start(at(row))).max().orElseThrow() + length();
    Map<Key, Known> known = known(from, to);
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    TreeSet<String> touched = new TreeSet<>();
    for (Record row : late) {
      Key key = new Key(value(row, "series"), at(row));
      // Also of what is known: an earlier settlement may have been cut off before its windows.
      touched.add(start(key.at) + " " + key.series);
      Map<String, BigDecimal> measures = value(row, "measures");
      Known before = known.get(key);
      if (before == null || !before.measures.equals(measures)) {
        Known now = new Known(before == null ? 1 : before.revision + 1, measures);
        known.put(key, now);
        events.add(event(row, now.revision));
      }
    }
    List<Map<String, @Nullable Object>> windows = windows(known, touched, from, to);
    append(LiveTable.EVENT, events);
    append(LiveTable.WINDOW, windows);
    return new Outcome(
        late.size(), events.size(), late.size() - events.size(), distinctWindows(windows));
  }

  private Map<Key, Known> known(long from, long to) throws IOException {
    Map<Key, Known> known = new HashMap<>();
    for (Record row : rows(LiveTable.EVENT, between("observed_at", from, to))) {
      known.merge(
          new Key(value(row, "series"), at(row)),
          new Known(value(row, "revision"), value(row, "measures")),
          (a, b) -> a.revision > b.revision ? a : b);
    }
    return known;
  }

  private List<Map<String, @Nullable Object>> windows(
      Map<Key, Known> known, TreeSet<String> touched, long from, long to) throws IOException {
    Map<String, Record> newest = new HashMap<>();
    for (Record row : rows(LiveTable.WINDOW, between("window_start", from, to))) {
      long start = Settlement.<OffsetDateTime>value(row, "window_start").toInstant().toEpochMilli();
      newest.merge(
          start + " " + value(row, "series") + " " + value(row, "metric"),
          row,
          (a, b) ->
              Settlement.<Integer>value(a, "revision") > Settlement.<Integer>value(b, "revision")
                  ? a
                  : b);
    }
    Map<String, List<BigDecimal>> numbers = new TreeMap<>();
    known.forEach(
        (key, event) -> {
          String window = start(key.at) + " " + key.series;
          if (touched.contains(window)) {
            event.measures.forEach(
                (metric, number) ->
                    numbers
                        .computeIfAbsent(window + " " + metric, w -> new ArrayList<>())
                        .add(number));
          }
        });
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    numbers.forEach(
        (name, all) -> {
          WindowFigures figures = WindowFigures.of(all).orElseThrow();
          Record before = newest.get(name);
          if (before == null || !same(before, figures)) {
            int revision = before == null ? 1 : Settlement.<Integer>value(before, "revision") + 1;
            rows.add(window(name, figures, revision));
          }
        });
    return rows;
  }

  private static boolean same(Record row, WindowFigures figures) {
    return Settlement.<Long>value(row, "readings") == figures.readings()
        && Settlement.<BigDecimal>value(row, "total").compareTo(figures.total()) == 0
        && Settlement.<BigDecimal>value(row, "least").compareTo(figures.least()) == 0
        && Settlement.<BigDecimal>value(row, "greatest").compareTo(figures.greatest()) == 0;
  }

  private Map<String, @Nullable Object> window(String name, WindowFigures figures, int revision) {
    int series = name.indexOf(' ') + 1;
    int metric = name.lastIndexOf(' ') + 1;
    long start = Long.parseLong(name.substring(0, series - 1));
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("source_id", source);
    row.put("series", name.substring(series, metric - 1));
    row.put("metric", name.substring(metric));
    row.put("window_start", time(start));
    row.put("revision", revision);
    row.put("window_end", time(start + length()));
    row.put("readings", figures.readings());
    row.put("total", figures.total());
    row.put("least", figures.least());
    row.put("greatest", figures.greatest());
    row.put("mean", figures.mean());
    return row;
  }

  private static Map<String, @Nullable Object> event(Record late, int revision) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (String column : LiveTable.LATE_EVENT.columns()) {
      row.put(column, late.getField(column));
    }
    row.put("revision", revision);
    return row;
  }

  private static long distinctWindows(List<Map<String, @Nullable Object>> rows) {
    return rows.stream()
        .map(row -> row.get("series") + " " + row.get("window_start"))
        .distinct()
        .count();
  }

  private void append(LiveTable table, List<Map<String, @Nullable Object>> rows) {
    if (!rows.isEmpty()) {
      TableAppend.append(
          tables.load(table.fullName()),
          SnapshotRef.MAIN_BRANCH,
          "settle " + source + " " + snapshot,
          rows);
    }
  }

  private static List<DataFile> files(Table table, long snapshot) throws IOException {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot).planFiles()) {
      tasks.forEach(task -> files.add(task.file()));
    }
    return files;
  }

  private List<Record> rows(LiveTable table, Expression filter) throws IOException {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(tables.load(table.fullName())).where(filter).build()) {
      records.forEach(rows::add);
    }
    return rows;
  }

  private Expression between(String column, long from, long to) {
    return Expressions.and(
        Expressions.equal("source_id", source),
        Expressions.greaterThanOrEqual(column, time(from).toString()),
        Expressions.lessThan(column, time(to).toString()));
  }

  private long start(long at) {
    return at - Math.floorMod(at, length());
  }

  private long length() {
    return stream.window().toMillis();
  }

  private static long at(Record row) {
    return Settlement.<OffsetDateTime>value(row, "observed_at").toInstant().toEpochMilli();
  }

  private static OffsetDateTime time(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  @SuppressWarnings("unchecked")
  private static <T> T value(Record row, String column) {
    return (T) Objects.requireNonNull(row.getField(column), column);
  }
}
