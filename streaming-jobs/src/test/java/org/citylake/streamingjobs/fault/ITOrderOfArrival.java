package org.citylake.streamingjobs.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.declaration.LiveStream;
import org.citylake.entities.alert.AlertInput;
import org.citylake.entities.alert.AlertRun;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.LivePipeline;
import org.citylake.streamingjobs.live.LiveSinks;
import org.citylake.streamingjobs.live.LiveTable;
import org.citylake.streamingjobs.live.Settlement;
import org.citylake.streamingjobs.live.alert.RaiseAlerts;
import org.citylake.streamingjobs.live.event.EventInterpreter;
import org.citylake.streamingjobs.live.event.EventTimes;
import org.citylake.streamingjobs.live.event.Interpreted;
import org.citylake.streamingjobs.live.event.Message;
import org.citylake.streamingjobs.table.LakeTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events in any order, some twice: the same windows and alerts, those made in batch. */
class ITOrderOfArrival {
  private static final DeclaredSource SOURCE =
      new DeclaredSource(ITFaultSeeds.SOURCE.roots(), "crowd_reading");
  private static final Instant BEGIN = Instant.parse("2016-10-01T00:00:00Z");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int TIMES = 60;
  private static final int AREAS = 4;

  /** A count of people. */
  private record Count(String area, Instant at, int people, int entered, BigDecimal density) {
    byte[] message() {
      return String.join(
              ",",
              area,
              "外滩",
              "黄浦区",
              TIME.format(at),
              Integer.toString(people),
              Integer.toString(entered),
              "10",
              "50000",
              density.toPlainString(),
              "视频",
              "")
          .getBytes(Charset.forName("GB18030"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void windowsAndAlertsAreThoseOfTheEvents(long order, @TempDir Path folder) throws Exception {
    List<Count> counts = counts();
    Random random = new Random(order);
    List<Count> sent = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      // Areas change places at each time, and one count of the time comes twice.
      List<Count> moment = new ArrayList<>(counts.subList(time * AREAS, (time + 1) * AREAS));
      moment.add(moment.get(random.nextInt(AREAS)));
      Collections.shuffle(moment, random);
      sent.addAll(moment);
    }

    LakeTables tables = stream(sent, folder, 1 + (int) (order % 2));

    assertThat(events(tables)).hasSize(TIMES * AREAS);
    assertThat(windows(tables)).isEqualTo(batchWindows(counts));
    assertThat(alerts(tables)).isNotEmpty().isEqualTo(batchAlerts(counts));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void windowsAreAmendedByWhatComesLate(long order, @TempDir Path folder) throws Exception {
    List<Count> counts = counts();
    List<Count> sent = new ArrayList<>(counts);
    // Within the lateness: no event is moved by more than two hours of 5-minute steps.
    Random random = new Random(order);
    for (int from = 0; from < counts.size(); from += 20 * AREAS) {
      Collections.shuffle(sent.subList(from, Math.min(sent.size(), from + 20 * AREAS)), random);
    }

    LakeTables tables = stream(sent, folder, 1);

    assertThat(windows(tables)).isEqualTo(batchWindows(counts));
  }

  @Test
  void whatComesTooLateIsSettled(@TempDir Path folder) throws Exception {
    List<Count> counts = counts();
    List<Count> missed = counts.subList(5, 15);
    List<Count> sent = new ArrayList<>(counts);
    sent.removeAll(missed);
    sent.addAll(missed);
    sent.addAll(counts.subList(0, 5));

    LakeTables tables = stream(sent, folder, 1);
    assertThat(rows(tables, LiveTable.LATE_EVENT)).hasSize(15);
    assertThat(windows(tables)).isNotEqualTo(batchWindows(counts));
    Map<String, LiveStream> streams = Map.of(SOURCE.id(), SOURCE.stream().live().orElseThrow());
    Map<String, Settlement.Outcome> outcomes = Settlement.settle(tables, streams);

    assertThat(outcomes).containsEntry(SOURCE.id(), new Settlement.Outcome(15, 10, 5, AREAS));
    assertThat(events(tables)).hasSize(counts.size());
    assertThat(windows(tables)).isEqualTo(batchWindows(counts));
    assertThat(rows(tables, LiveTable.LATE_EVENT)).isEmpty();
    assertThat(Settlement.settle(tables, streams)).isEmpty();
  }

  private static List<Count> counts() {
    Random random = new Random(7);
    List<Count> counts = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      for (int area = 0; area < AREAS; area++) {
        counts.add(
            new Count(
                "310101-CR-0000" + area,
                BEGIN.plus(Duration.ofMinutes(5L * time)),
                random.nextInt(40_000),
                random.nextInt(900),
                BigDecimal.valueOf(random.nextInt(3_600), 3)));
      }
    }
    return counts;
  }

  private static LakeTables stream(List<Count> sent, Path folder, int parallelism)
      throws Exception {
    CatalogLoader catalogs =
        CatalogLoader.hadoop(
            "lake",
            new org.apache.hadoop.conf.Configuration(),
            Map.of("warehouse", folder.resolve("warehouse").toUri().toString()));
    EmptyLake.create(catalogs, SOURCE.library());
    LakeTables tables = new LakeTables(catalogs);
    EventInterpreter interpreter = EventInterpreter.of(SOURCE);
    List<Interpreted> messages = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      Message message =
          new Message("test", i, BEGIN.plusSeconds(90_000).toEpochMilli(), sent.get(i).message());
      messages.add(interpreter.interpret(message));
    }
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, new Configuration());
    environment.enableCheckpointing(100, CheckpointingMode.EXACTLY_ONCE);
    environment.getConfig().setAutoWatermarkInterval(1);
    LivePipeline pipeline = new LivePipeline(LiveSinks.of(tables));
    pipeline.add(
        SOURCE,
        environment
            .fromData(messages, Interpreted.TYPE)
            .map(ITOrderOfArrival::slowly)
            .returns(Interpreted.TYPE)
            .setParallelism(1)
            .assignTimestampsAndWatermarks(EventTimes.of(SOURCE.stream().live().orElseThrow()))
            .setParallelism(1));
    pipeline.end();
    environment.execute();
    return tables;
  }

  /** So that watermarks come between the messages. */
  private static Interpreted slowly(Interpreted message) throws InterruptedException {
    Thread.sleep(3);
    return message;
  }

  private static Map<String, String> batchWindows(List<Count> counts) {
    Map<String, List<BigDecimal>> numbers = new TreeMap<>();
    for (Count count : counts) {
      long hour = count.at().getEpochSecond() / 3600;
      numbers
          .computeIfAbsent(count.area() + " people " + hour, k -> new ArrayList<>())
          .add(BigDecimal.valueOf(count.people()));
      numbers
          .computeIfAbsent(count.area() + " density " + hour, k -> new ArrayList<>())
          .add(count.density());
    }
    Map<String, String> windows = new TreeMap<>();
    numbers.forEach(
        (key, all) ->
            windows.put(
                key,
                all.size()
                    + " "
                    + all.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(10)
                    + " "
                    + all.stream().max(BigDecimal::compareTo).orElseThrow().setScale(10)));
    return windows;
  }

  private static Map<String, String> windows(LakeTables tables) throws Exception {
    Map<String, String> newest = new TreeMap<>();
    Map<String, Integer> revisions = new TreeMap<>();
    for (Record row : rows(tables, LiveTable.WINDOW)) {
      String metric = (String) row.getField("metric");
      if (!metric.equals("people") && !metric.equals("density")) {
        continue;
      }
      OffsetDateTime start = (OffsetDateTime) row.getField("window_start");
      String key = row.getField("series") + " " + metric + " " + start.toEpochSecond() / 3600;
      int revision = (Integer) row.getField("revision");
      if (revision > revisions.getOrDefault(key, 0)) {
        revisions.put(key, revision);
        newest.put(
            key,
            row.getField("readings")
                + " "
                + row.getField("total")
                + " "
                + row.getField("greatest"));
      }
    }
    return newest;
  }

  private static TreeSet<String> batchAlerts(List<Count> counts) {
    AlertDeclaration rule = RaiseAlerts.rules(SOURCE).get(0);
    Map<String, List<AlertInput>> inputs = new TreeMap<>();
    for (Count count : counts) {
      List<AlertInput> series = inputs.computeIfAbsent(count.area(), area -> new ArrayList<>());
      series.add(
          new AlertInput.Reading(
              count.at(), "entered", BigDecimal.valueOf(count.entered()).setScale(10)));
      series.add(new AlertInput.Reading(count.at(), "density", count.density().setScale(10)));
    }
    TreeSet<String> alerts = new TreeSet<>();
    inputs.forEach(
        (area, all) -> {
          all.add(new AlertInput.Timer(BEGIN.plus(Duration.ofDays(1))));
          AlertRun.of(rule, all)
              .forEach(
                  told ->
                      alerts.add(
                          String.join(
                              " ",
                              rule.rule(),
                              area,
                              told.opened().toString(),
                              told.at().toString(),
                              told.kind().name().toLowerCase(Locale.ROOT),
                              told.who(),
                              told.grade().name().toLowerCase(Locale.ROOT))));
        });
    return alerts;
  }

  private static TreeSet<String> alerts(LakeTables tables) throws Exception {
    TreeSet<String> alerts = new TreeSet<>();
    for (Record row : rows(tables, LiveTable.ALERT)) {
      alerts.add(
          String.join(
              " ",
              (String) row.getField("rule"),
              (String) row.getField("series"),
              ((OffsetDateTime) row.getField("opened_at")).toInstant().toString(),
              ((OffsetDateTime) row.getField("happened_at")).toInstant().toString(),
              (String) row.getField("kind"),
              (String) row.getField("who"),
              (String) row.getField("level")));
    }
    return alerts;
  }

  private static List<Record> events(LakeTables tables) throws Exception {
    return rows(tables, LiveTable.EVENT);
  }

  private static List<Record> rows(LakeTables tables, LiveTable table) throws Exception {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(tables.load(table.fullName())).build()) {
      records.forEach(rows::add);
    }
    return rows;
  }
}
