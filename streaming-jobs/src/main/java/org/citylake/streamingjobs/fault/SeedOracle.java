package org.citylake.streamingjobs.fault;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.declaration.LiveStream;
import org.citylake.streamingjobs.live.LiveTable;
import org.citylake.streamingjobs.live.Settlement;
import org.citylake.streamingjobs.live.count.LiveCount;
import org.citylake.streamingjobs.table.LakeTables;

/** Settles what came late, and holds the tables against what was sent. */
final class SeedOracle {
  private static final int SCALE = 10;
  private static final String KEPT = "accepted, duplicate and late";

  private final LakeTables tables;
  private final PlannedMessages sent;
  private final LiveStream stream;
  private final long window;
  private final List<String> findings = new ArrayList<>();
  private long lost;
  private long doubled;
  private long wrong;

  /** An oracle over tables. */
  SeedOracle(LakeTables tables, PlannedMessages sent, LiveStream stream) {
    this.tables = tables;
    this.sent = sent;
    this.stream = stream;
    this.window = stream.window().toMillis();
  }

  /** What is lost, doubled and wrong. */
  SeedOutcome judge(long seed, double seconds, String happened) throws IOException {
    Settlement.settle(tables, Map.of(PlannedMessages.SOURCE, stream));
    Map<String, Integer> events = new HashMap<>();
    for (Record row : rows(LiveTable.EVENT)) {
      events.merge(row.getField("series") + " " + millis(row, "observed_at"), 1, Integer::sum);
    }
    once("event", events, sent.events().keySet().stream().toList());
    int refusals = rows(LiveTable.REFUSAL).size();
    lost += Math.max(0, sent.refused() - refusals);
    doubled += Math.max(0, refusals - sent.refused());
    if (refusals != sent.refused()) {
      find("refusals " + refusals + " of " + sent.refused());
    }
    compare("window", windows(), newestWindows());
    compare("count", counts(), newestCounts());
    return new SeedOutcome(
        seed, lost, doubled, wrong, seconds, happened + String.join("; ", findings));
  }

  private void once(String what, Map<String, Integer> found, List<String> expected) {
    for (String key : expected) {
      if (!found.containsKey(key)) {
        lost++;
        find(what + " lost: " + key);
      }
    }
    for (Map.Entry<String, Integer> row : found.entrySet()) {
      int right = sent.events().containsKey(row.getKey()) ? 1 : 0;
      if (row.getValue() > right) {
        doubled += row.getValue() - right;
        find(what + " " + row.getValue() + " times: " + row.getKey());
      }
    }
  }

  private void compare(String what, Map<String, String> expected, Map<String, String> found) {
    Map<String, String> keys = new TreeMap<>(expected);
    keys.putAll(found);
    for (String key : keys.keySet()) {
      String right = expected.getOrDefault(key, "none");
      String is = found.getOrDefault(key, "none");
      if (!right.equals(is)) {
        wrong++;
        find(what + " " + key + ": " + is + ", should be " + right);
      }
    }
  }

  private Map<String, String> windows() {
    Map<String, List<BigDecimal>> numbers = new TreeMap<>();
    sent.events()
        .forEach(
            (key, measures) -> {
              String series = key.split(" ", 2)[0];
              long at = Long.parseLong(key.split(" ", 2)[1]);
              for (int i = 0; i < measures.length; i++) {
                if (measures[i] != null) {
                  String name =
                      series + " " + PlannedMessages.MEASURES.get(i) + " " + at / window * window;
                  numbers.computeIfAbsent(name, n -> new ArrayList<>()).add(measures[i]);
                }
              }
            });
    Map<String, String> windows = new TreeMap<>();
    numbers.forEach(
        (name, all) -> {
          BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
          windows.put(
              name,
              text(
                  all.size(),
                  sum,
                  all.stream().min(BigDecimal::compareTo).orElseThrow(),
                  all.stream().max(BigDecimal::compareTo).orElseThrow(),
                  sum.divide(BigDecimal.valueOf(all.size()), SCALE, RoundingMode.HALF_EVEN)));
        });
    return windows;
  }

  private Map<String, String> newestWindows() throws IOException {
    return newest(
        rows(LiveTable.WINDOW),
        "revision",
        row ->
            row.getField("series")
                + " "
                + row.getField("metric")
                + " "
                + millis(row, "window_start"),
        row ->
            text(
                ((Long) row.getField("readings")).intValue(),
                (BigDecimal) row.getField("total"),
                (BigDecimal) row.getField("least"),
                (BigDecimal) row.getField("greatest"),
                (BigDecimal) row.getField("mean")));
  }

  private static String text(int readings, BigDecimal... numbers) {
    StringBuilder text = new StringBuilder().append(readings);
    for (BigDecimal number : numbers) {
      text.append(' ').append(number.setScale(SCALE, RoundingMode.UNNECESSARY).toPlainString());
    }
    return text.toString();
  }

  /** Whether an event that was sent before counts as duplicate or as late depends on the moment. */
  private Map<String, String> counts() {
    Map<String, String> counts = new TreeMap<>();
    counts.put(LiveCount.ARRIVED, Long.toString(sent.count()));
    counts.put(LiveCount.REFUSED, Long.toString(sent.refused()));
    counts.put(KEPT, Long.toString(sent.count() - sent.refused()));
    return counts;
  }

  private Map<String, String> newestCounts() throws IOException {
    Map<String, String> counts =
        newest(
            rows(LiveTable.COUNT),
            "checkpoint",
            row -> String.valueOf(row.getField("name")),
            row -> String.valueOf(row.getField("count")));
    long kept = 0;
    for (String name : List.of(LiveCount.ACCEPTED, LiveCount.DUPLICATE, LiveCount.LATE)) {
      kept += Long.parseLong(counts.getOrDefault(name, "0"));
      counts.remove(name);
    }
    counts.put(KEPT, Long.toString(kept));
    return counts;
  }

  /**
   * The value of each key's highest version; a version that stands there twice is a doubled row.
   */
  private Map<String, String> newest(
      List<Record> rows,
      String version,
      Function<Record, String> key,
      Function<Record, String> value) {
    Map<String, TreeMap<Long, String>> versions = new TreeMap<>();
    for (Record row : rows) {
      long number = ((Number) row.getField(version)).longValue();
      String before =
          versions
              .computeIfAbsent(key.apply(row), k -> new TreeMap<>())
              .put(number, value.apply(row));
      if (before != null) {
        doubled++;
        find("twice: " + key.apply(row) + " " + version + " " + number);
      }
    }
    Map<String, String> newest = new TreeMap<>();
    versions.forEach((name, all) -> newest.put(name, all.lastEntry().getValue()));
    return newest;
  }

  private void find(String finding) {
    if (findings.size() < 20) {
      findings.add(finding);
    }
  }

  private static long millis(Record row, String column) {
    return ((OffsetDateTime) row.getField(column)).toInstant().toEpochMilli();
  }

  private List<Record> rows(LiveTable table) throws IOException {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(tables.load(table.fullName())).build()) {
      records.forEach(rows::add);
    }
    return rows;
  }
}
