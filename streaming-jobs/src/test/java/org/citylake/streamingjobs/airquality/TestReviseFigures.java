package org.citylake.streamingjobs.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator alone, with days. */
class TestReviseFigures {
  private final KeyedTwoInputStreamOperatorTestHarness<String, DayFigures, DayFigures, RowData>
      operator;

  TestReviseFigures() throws Exception {
    operator =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new ReviseFigures<>(DayFigures.TYPE, "load-2")),
            DayFigures::key,
            DayFigures::key,
            Types.STRING);
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
  void aNewDayIsRevisionOneAndOnlyTheLastComputedCounts() throws Exception {
    operator.processElement1(day(0, "30", ""), 0);
    operator.processElement1(day(0, "40", ""), 0);
    operator.processBothWatermarks(new Watermark(1));
    assertThat(operator.extractOutputValues()).isEmpty();

    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(operator.extractOutputValues())
        .extracting(DayFigures::of)
        .containsExactly(day(1, "40", "load-2"));
  }

  @Test
  void aDayThatChangedIsOneAboveTheHighestRevision() throws Exception {
    operator.processElement2(day(3, "30", "load-1"), 0);
    operator.processElement2(day(2, "20", "load-0"), 0);
    operator.processElement1(day(0, "40", ""), 0);

    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(operator.extractOutputValues())
        .extracting(DayFigures::of)
        .containsExactly(day(4, "40", "load-2"));
  }

  @Test
  void aDayThatSaysTheSameIsNotWrittenAgain() throws Exception {
    operator.processElement2(day(3, "30", "load-1"), 0);
    operator.processElement1(day(0, "30", ""), 0);

    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(operator.extractOutputValues()).isEmpty();
  }

  @Test
  void aStoredDayOfWhichNothingWasComputedIsLeftAlone() throws Exception {
    operator.processElement2(day(3, "30", "load-1"), 0);

    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(operator.extractOutputValues()).isEmpty();
  }

  private static DayFigures day(int revision, String sum, String load) {
    return new DayFigures(
        "jingan",
        "pm25",
        16_071,
        revision,
        true,
        "310106",
        2,
        new BigDecimal(sum).setScale(10),
        false,
        null,
        null,
        new BigDecimal(75).setScale(10),
        "GB 3095-2012",
        null,
        load);
  }
}
