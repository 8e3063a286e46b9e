package org.citylake.streamingjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.iceberg.types.Types.NestedField;
import org.citylake.streamingjobs.delivery.ContractInterpreter;
import org.citylake.streamingjobs.delivery.DeliveryLine;
import org.citylake.streamingjobs.delivery.LineInterpreter;
import org.citylake.streamingjobs.reading.SinkTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays of the shipped delivery and of parts of it, through the contract into tables. */
class ITSensorReadingReplay {
  private static final Path DELIVERY =
      LocalLake.DECLARED.declaration().folder().resolve("data/ShanghaiPM20100101_20151231.csv");
  private static final String ARRIVED = "2026-11-21T00:00:00Z";
  private static final String[] DAY = {
    "sensor_id", "metric", "observed_date", "hours", "value_sum", "valid", "mean", "iaqi", "exceeds"
  };
  private static final String[] YEAR = {
    "sensor_id", "metric", "year", "valid_days", "valid", "mean_sum", "mean", "days_over_limit"
  };
  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

  @TempDir private Path folder = Path.of("");

  @Test
  void theWholeDeliveryGivesTheAnnualMeansThatAreKnown() throws Exception {
    LocalLake lake = new LocalLake(folder);

    SensorReadingResult result = lake.load(DELIVERY, "2016-01-01", ARRIVED);

    assertThat(result.arrived()).isEqualTo(24_700 + 34_039 + 25_189);
    assertThat(result.accepted()).isEqualTo(result.arrived());
    assertThat(result.missing()).isEqualTo(3L * 52_584 - result.arrived());
    assertThat(lake.rows(SinkTables.READING, "load_id")).hasSize((int) result.accepted());
    assertThat(
            lake.rows(SinkTables.YEAR, "sensor_id", "year", "valid", "valid_days", "mean").stream()
                .map(ITSensorReadingReplay::oneDigit))
        .containsExactly(
            "jingan 2013 false 322 null",
            "jingan 2014 true 360 53.3",
            "jingan 2015 true 349 55.7",
            "us_post 2011 false 3 null",
            "us_post 2012 false 351 null",
            "us_post 2013 true 354 60.1",
            "us_post 2014 true 356 50.1",
            "us_post 2015 false 336 null",
            "xuhui 2013 false 333 null",
            "xuhui 2014 true 360 55.3",
            "xuhui 2015 true 361 52.8");

    SensorReadingResult again = lake.load(DELIVERY, "2016-01-01", "2026-11-22T00:00:00Z");

    assertThat(again.accepted()).isZero();
    assertThat(again.duplicate()).isEqualTo(result.arrived());
    assertThat(again.tables()).isEqualTo(result.tables());
  }

  @Test
  void shuffledDuplicatedAndLateLinesGiveTheSameFigures() throws Exception {
    List<String> lines = lines(LocalDate.of(2013, 12, 1), LocalDate.of(2014, 3, 1));
    LocalLake ordered = new LocalLake(folder.resolve("ordered"));
    SensorReadingResult expected = ordered.load(file("a.csv", lines), "2016-01-01", ARRIVED);
    List<String> mixed = new ArrayList<>(lines);
    mixed.addAll(lines.subList(100, 200));
    Collections.shuffle(mixed, new Random(7));
    LocalLake shuffled = new LocalLake(folder.resolve("shuffled"));

    SensorReadingResult result = shuffled.load(file("b.csv", mixed), "2016-01-01", ARRIVED);

    assertThat(result.accepted()).isEqualTo(expected.accepted());
    assertThat(result.duplicate()).isEqualTo(result.arrived() - expected.arrived()).isPositive();
    assertThat(shuffled.rows(SinkTables.DAY, DAY)).isEqualTo(ordered.rows(SinkTables.DAY, DAY));
    assertThat(shuffled.rows(SinkTables.YEAR, YEAR)).isEqualTo(ordered.rows(SinkTables.YEAR, YEAR));
  }

  @Test
  void twoDeliveriesThatOverlapGiveTheSameFiguresAsOne() throws Exception {
    List<String> lines = lines(LocalDate.of(2013, 12, 1), LocalDate.of(2014, 2, 1));
    LocalLake once = new LocalLake(folder.resolve("once"));
    once.load(file("a.csv", lines), "2016-01-01", ARRIVED);
    LocalLake twice = new LocalLake(folder.resolve("twice"));
    SensorReadingResult first =
        twice.load(file("b.csv", lines.subList(0, 900)), "2015-01-01", ARRIVED);

    SensorReadingResult second =
        twice.load(
            file("c.csv", lines.subList(850, lines.size())), "2016-01-01", "2026-11-22T00:00:00Z");

    assertThat(first.duplicate()).isZero();
    assertThat(second.duplicate()).isPositive();
    assertThat(twice.current(SinkTables.DAY, 3, DAY))
        .isEqualTo(once.current(SinkTables.DAY, 3, DAY));
    assertThat(twice.current(SinkTables.YEAR, 3, YEAR))
        .isEqualTo(once.current(SinkTables.YEAR, 3, YEAR));
  }

  @Test
  void aCorrectionIsARevisionAndAnOlderDeliveryNeverWins() throws Exception {
    List<String> lines = lines(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 1, 2));
    LocalLake lake = new LocalLake(folder);
    lake.load(file("a.csv", lines), "2016-01-01", ARRIVED);

    SensorReadingResult corrected =
        lake.load(
            file("b.csv", List.of(pm(lines.get(5), "11", "NA", "NA"))),
            "2016-02-01",
            "2026-11-22T00:00:00Z");
    SensorReadingResult older =
        lake.load(
            file("c.csv", List.of(pm(lines.get(5), "12", "NA", "NA"))),
            "2015-02-01",
            "2026-11-23T00:00:00Z");

    assertThat(corrected.accepted()).isOne();
    assertThat(older.accepted()).isOne();
    assertThat(lake.rows(SinkTables.READING, "sensor_id", "observed_at", "revision", "value"))
        .contains(
            "jingan 2013-12-31T21:00Z 0 12.0000000000", "jingan 2013-12-31T21:00Z 2 11.0000000000");
    assertThat(lake.rows(SinkTables.DAY, "sensor_id", "observed_date", "revision"))
        .containsOnlyOnce("jingan 2014-01-01 2")
        .doesNotContain("jingan 2014-01-01 3");
  }

  @Test
  void impossibleValuesAreQuarantinedOnce() throws Exception {
    List<String> lines = new ArrayList<>(lines(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 1, 3)));
    lines.set(3, pm(lines.get(3), "-5", "20", "5000"));
    lines.set(7, lines.get(7) + ",surplus");
    LocalLake lake = new LocalLake(folder);
    Path delivery = file("bad.csv", lines);

    SensorReadingResult result = lake.load(delivery, "2016-01-01", ARRIVED);
    SensorReadingResult again = lake.load(delivery, "2016-01-01", "2026-11-22T00:00:00Z");

    assertThat(result.quarantined()).isEqualTo(3);
    assertThat(result.arrived()).isEqualTo(result.accepted() + 3 + result.duplicate());
    assertThat(result.reasons()).isEqualTo(Map.of("range", 2L, "ragged", 1L));
    assertThat(lake.rows(SinkTables.QUARANTINE, "line", "variable", "status"))
        .containsExactly("5 pm_jingan open", "5 pm_xuhui open", "9 null open");
    assertThat(again.quarantined()).isZero();
    assertThat(again.duplicate()).isEqualTo(result.arrived());
  }

  @Test
  void aTaskThatFailsGoesOnFromTheLastCheckpointAndChangesNothing() throws Exception {
    LocalLake whole = new LocalLake(folder.resolve("whole"));
    SensorReadingConfig unbroken =
        whole.job(DELIVERY, LocalDate.of(2016, 1, 1), OffsetDateTime.parse(ARRIVED));
    whole.publish(unbroken, whole.replay(unbroken));
    FAILURES.set(3);
    LocalLake lake = new LocalLake(folder.resolve("failing"));
    SensorReadingConfig job =
        lake.job(DELIVERY, LocalDate.of(2016, 1, 1), OffsetDateTime.parse(ARRIVED));

    SensorReadingResult result = lake.replay(job, failing(20_000, 40_000, 50_000));
    lake.publish(job, result);

    assertThat(FAILURES.get()).isZero();
    assertThat(result.accepted()).isEqualTo(83_928);
    assertThat(result.arrived()).isEqualTo(83_928);
    for (String table : SinkTables.ALL) {
      String[] columns =
          lake.tables.load(table).schema().columns().stream()
              .map(NestedField::name)
              .toArray(String[]::new);
      assertThat(lake.rows(table, columns)).as(table).isEqualTo(whole.rows(table, columns));
    }
  }

  @Test
  void aReplayThatDiedIsDoneAnewWithTheSameRows() throws Exception {
    LocalLake lake = new LocalLake(folder.resolve("killed"));
    SensorReadingConfig job =
        lake.job(DELIVERY, LocalDate.of(2016, 1, 1), OffsetDateTime.parse(ARRIVED));
    FAILURES.set(100);
    assertThatThrownBy(() -> lake.replay(job, failing(40_000)))
        .rootCause()
        .hasMessage("injected failure");
    assertThat(lake.rows(SinkTables.READING, "line")).isEmpty();

    SensorReadingResult result = lake.replay(job);
    lake.publish(job, result);

    LocalLake other = new LocalLake(folder.resolve("other"));
    other.load(DELIVERY, "2016-01-01", ARRIVED);
    String[] reading = {"sensor_id", "observed_at", "revision", "value", "line", "load_id"};
    assertThat(lake.rows(SinkTables.READING, reading))
        .isEqualTo(other.rows(SinkTables.READING, reading));
    assertThat(lake.rows(SinkTables.YEAR, YEAR)).isEqualTo(other.rows(SinkTables.YEAR, YEAR));
  }

  /** The contract's interpreter, failing at lines as often as {@link #FAILURES} says. */
  private static LineInterpreter.Factory failing(long... lines) {
    String replay = UUID.randomUUID().toString();
    LineInterpreter.Factory contract = ContractInterpreter.of(LocalLake.DECLARED);
    return () -> {
      LineInterpreter interpreter = contract.open();
      return (DeliveryLine found, LineInterpreter.Output output) -> {
        if (LongStream.of(lines).anyMatch(line -> line == found.line())
            && (lines.length == 1 || FAILED.add(replay + found.line()))
            && FAILURES.getAndDecrement() > 0) {
          throw new IllegalStateException("injected failure");
        }
        interpreter.interpret(found, output);
      };
    };
  }

  private static String oneDigit(String row) {
    int mean = row.lastIndexOf(' ') + 1;
    int point = row.indexOf('.', mean);
    return point < 0
        ? row
        : row.substring(0, mean)
            + new java.math.BigDecimal(row.substring(mean))
                .setScale(1, java.math.RoundingMode.HALF_EVEN);
  }

  /** The delivery's lines from one day until before another. */
  private static List<String> lines(LocalDate from, LocalDate to) throws Exception {
    return Files.readAllLines(DELIVERY, StandardCharsets.UTF_8).stream()
        .skip(1)
        .filter(
            line -> {
              String[] cells = line.split(",", 6);
              LocalDate day =
                  LocalDate.of(
                      Integer.parseInt(cells[1]),
                      Integer.parseInt(cells[2]),
                      Integer.parseInt(cells[3]));
              return !day.isBefore(from) && day.isBefore(to);
            })
        .toList();
  }

  /** The line with other values of Jing'an, the US post and Xuhui. */
  private static String pm(String line, String jingan, String usPost, String xuhui) {
    String[] cells = line.split(",", -1);
    cells[6] = jingan;
    cells[7] = usPost;
    cells[8] = xuhui;
    return String.join(",", cells);
  }

  private Path file(String name, List<String> lines) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(Files.readAllLines(DELIVERY, StandardCharsets.UTF_8).get(0));
    all.addAll(lines);
    return Files.write(folder.resolve(name), all, StandardCharsets.UTF_8);
  }
}
