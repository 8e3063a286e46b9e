package org.citylake.streamingjobs.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.OutputTag;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.entities.air.AirQualityLimits;
import org.citylake.entities.air.IndividualAirQualityIndex;
import org.citylake.streamingjobs.airquality.DayAssessment;
import org.citylake.streamingjobs.airquality.DayFigures;
import org.citylake.streamingjobs.delivery.Delivery;
import org.citylake.streamingjobs.tally.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator alone, with watermarks and checkpoints as the test says. */
class TestDecideReadings {
  private static final long HOUR = 3_600_000;
  private static final long DAY = LocalDate.of(2014, 1, 1).toEpochDay();
  private static final long MIDNIGHT = Instant.parse("2013-12-31T16:00:00Z").toEpochMilli();
  private static final long NEXT_MIDNIGHT = MIDNIGHT + 24 * HOUR;
  private static final long SNAPSHOT_DAY = LocalDate.of(2016, 1, 1).toEpochDay();
  private static final Delivery DELIVERY =
      new Delivery("source", "1.0.0", "hash", "a.csv", "load", SNAPSHOT_DAY, 5);
  private static final DayAssessment ASSESSMENT = assessment();

  private KeyedTwoInputStreamOperatorTestHarness<SensorDay, Reading, StoredReading, RowData>
      operator;

  TestDecideReadings() throws Exception {
    operator = harness();
  }

  @BeforeEach
  void open() throws Exception {
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void aDayIsDecidedWhenTheWatermarkHasPassedIt() throws Exception {
    operator.processElement1(reading(0, "10", 2), MIDNIGHT);
    operator.processElement1(reading(1, "20", 3), MIDNIGHT + HOUR);
    operator.processBothWatermarks(new Watermark(NEXT_MIDNIGHT - 2));
    assertThat(rows()).isEmpty();

    operator.processBothWatermarks(new Watermark(NEXT_MIDNIGHT - 1));

    assertThat(rows()).containsExactly("hour 0 revision 1 value 10", "hour 1 revision 1 value 20");
    assertThat(side(DayFigures.TAG))
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.hours()).isEqualTo(2);
              assertThat(day.valueSum()).isEqualByComparingTo("30");
              assertThat(day.valid()).isFalse();
            });
    assertThat(side(Tally.TAG)).containsExactly(new Tally(Tally.ACCEPTED, 2));
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws Exception {
    operator.processElement1(reading(0, "11", 3), MIDNIGHT);
    operator.processElement1(reading(0, "10", 2), MIDNIGHT);

    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(rows()).containsExactly("hour 0 revision 1 value 10", "hour 0 revision 2 value 11");
    assertThat(side(DayFigures.TAG).get(0).valueSum()).isEqualByComparingTo("11");
  }

  @Test
  void whatIsLateIsDecidedAtTheEndOfTheInput() throws Exception {
    operator.processElement1(reading(0, "10", 2), MIDNIGHT);
    operator.processBothWatermarks(new Watermark(NEXT_MIDNIGHT));
    operator.processElement1(reading(0, "12", 3), MIDNIGHT);
    operator.processElement1(reading(0, "10", 4), MIDNIGHT);
    operator.processBothWatermarks(new Watermark(NEXT_MIDNIGHT + 24 * HOUR));
    assertThat(rows()).hasSize(1);

    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(rows())
        .containsExactly(
            "hour 0 revision 1 value 10",
            "hour 0 revision 2 value 12",
            "hour 0 revision 3 value 10");
    assertThat(side(DayFigures.TAG)).hasSize(2);
  }

  @Test
  void whatIsStoredMakesADuplicateOrARevision() throws Exception {
    operator.processElement2(stored(0, "10", 1), 0);
    operator.processElement2(stored(1, "20", 1), 0);
    operator.processElement1(reading(0, "10", 2), MIDNIGHT);
    operator.processElement1(reading(1, "21", 3), MIDNIGHT + HOUR);

    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(rows()).containsExactly("hour 1 revision 2 value 21");
    assertThat(side(Tally.TAG))
        .containsExactlyInAnyOrder(new Tally(Tally.ACCEPTED, 1), new Tally(Tally.DUPLICATE, 1));
    assertThat(side(DayFigures.TAG).get(0).valueSum()).isEqualByComparingTo("31");
  }

  @Test
  void aTaskThatIsRecoveredDecidesTheSame() throws Exception {
    operator.processElement1(reading(0, "10", 2), MIDNIGHT);
    operator.processElement2(stored(1, "20", 1), 0);
    OperatorSubtaskState state = operator.snapshot(1, 1);
    operator.close();
    operator = harness();
    operator.initializeState(state);
    operator.open();

    operator.processElement1(reading(1, "20", 3), MIDNIGHT + HOUR);
    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(rows()).containsExactly("hour 0 revision 1 value 10");
    assertThat(side(DayFigures.TAG).get(0).hours()).isEqualTo(2);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<SensorDay, Reading, StoredReading, RowData>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new DecideReadings(DELIVERY, ASSESSMENT)),
        Reading::sensorDay,
        StoredReading::sensorDay,
        SensorDay.TYPE);
  }

  private List<String> rows() {
    return operator.extractOutputValues().stream()
        .map(
            row ->
                "hour "
                    + (row.getTimestamp(2, 6).getMillisecond() - MIDNIGHT) / HOUR
                    + " revision "
                    + row.getInt(3)
                    + " value "
                    + row.getDecimal(5, 38, 10).toBigDecimal().stripTrailingZeros().toPlainString())
        .toList();
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    for (StreamRecord<T> record : operator.getSideOutput(tag)) {
      values.add(record.getValue());
    }
    return values;
  }

  private static Reading reading(int hour, String value, long line) {
    return new Reading(
        "jingan",
        "pm25",
        DAY,
        MIDNIGHT + hour * HOUR,
        new BigDecimal(value).setScale(10),
        "ug_m3",
        true,
        "310106",
        line);
  }

  private static StoredReading stored(int hour, String value, int revision) {
    return new StoredReading(
        "jingan",
        "pm25",
        DAY,
        MIDNIGHT + hour * HOUR,
        revision,
        new BigDecimal(value).setScale(10),
        "ug_m3",
        true,
        "310106",
        SNAPSHOT_DAY - 1,
        4,
        2);
  }

  private static DayAssessment assessment() {
    DeclarationLibrary library =
        DeclarationReader.load(List.of(Path.of(System.getProperty("citylake.root"), "core")));
    return new DayAssessment(
        AirQualityLimits.of(library.loadCodelist(AirQualityLimits.CODELIST)),
        IndividualAirQualityIndex.of(library.loadCodelist(IndividualAirQualityIndex.CODELIST)),
        ZoneId.of("Asia/Shanghai"));
  }
}
