package org.citylake.streamingjobs.reading;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.table.data.RowData;
import org.citylake.core.json.ContentHash;
import org.citylake.streamingjobs.airquality.AccumulateYears;
import org.citylake.streamingjobs.airquality.DayAssessment;
import org.citylake.streamingjobs.airquality.DayFigures;
import org.citylake.streamingjobs.airquality.ReviseFigures;
import org.citylake.streamingjobs.airquality.YearFigures;
import org.citylake.streamingjobs.delivery.Delivery;
import org.citylake.streamingjobs.delivery.DeliveryLine;
import org.citylake.streamingjobs.delivery.InterpretLines;
import org.citylake.streamingjobs.delivery.LineInterpreter;
import org.citylake.streamingjobs.quarantine.DecideRefusals;
import org.citylake.streamingjobs.quarantine.Refusal;
import org.citylake.streamingjobs.quarantine.StoredRefusal;
import org.citylake.streamingjobs.tally.SumTallies;
import org.citylake.streamingjobs.tally.Tally;

/**
 * The graph from lines to rows, without sources and sinks, so that a test runs it on given rows.
 *
 * @param delivery what is replayed
 * @param interpreter makes the line interpreters
 * @param assessment judges days and years
 * @param lateness how long after its hour a reading is awaited
 * @param types of the three tables' rows
 */
public record SensorReadingPipeline(
    Delivery delivery,
    LineInterpreter.Factory interpreter,
    DayAssessment assessment,
    Duration lateness,
    RowTypes types) {

  /** Types of the rows that are written. */
  public record RowTypes(
      TypeInformation<RowData> reading,
      TypeInformation<RowData> day,
      TypeInformation<RowData> year,
      TypeInformation<RowData> quarantine) {}

  /** What comes in: the delivery's lines, and what the tables hold. */
  public record Input(
      DataStream<DeliveryLine> lines,
      DataStream<StoredReading> readings,
      DataStream<DayFigures> days,
      DataStream<YearFigures> years,
      DataStream<StoredRefusal> refusals) {}

  /** What goes out: rows of four tables, and partial sums of the counts. */
  public record Output(
      DataStream<RowData> readings,
      DataStream<RowData> days,
      DataStream<RowData> years,
      DataStream<RowData> quarantine,
      DataStream<Tally> tallies) {}

  /** Builds the graph. */
  public Output build(Input input) {
    SingleOutputStreamOperator<Reading> interpreted =
        input
            .lines()
            .process(new InterpretLines(interpreter))
            .returns(Reading.TYPE)
            .name("interpret lines")
            .uid("interpret-lines");
    SingleOutputStreamOperator<RowData> decided =
        interpreted
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Reading>forBoundedOutOfOrderness(lateness)
                    .withTimestampAssigner((reading, before) -> reading.observedAt()))
            .uid("event-time")
            .connect(input.readings())
            .keyBy(Reading::sensorDay, StoredReading::sensorDay, SensorDay.TYPE)
            .process(new DecideReadings(delivery, assessment))
            .returns(types.reading())
            .name("decide readings")
            .uid("decide-readings");
    SingleOutputStreamOperator<RowData> quarantined =
        interpreted
            .getSideOutput(Refusal.TAG)
            .connect(input.refusals())
            .keyBy(r -> ContentHash.of(r.bytes()), StoredRefusal::bytesHash, Types.STRING)
            .process(new DecideRefusals(delivery))
            .returns(types.quarantine())
            .name("decide refusals")
            .uid("decide-refusals");
    DataStream<DayFigures> days = decided.getSideOutput(DayFigures.TAG);
    DataStream<RowData> dayRows =
        days.connect(input.days())
            .keyBy(DayFigures::key, DayFigures::key, Types.STRING)
            .process(new ReviseFigures<>(DayFigures.TYPE, delivery.loadId()))
            .returns(types.day())
            .name("revise days")
            .uid("revise-days");
    DataStream<RowData> yearRows =
        days.keyBy(AccumulateYears::key, Types.STRING)
            .process(new AccumulateYears(assessment))
            .returns(YearFigures.TYPE)
            .name("accumulate years")
            .uid("accumulate-years")
            .connect(input.years())
            .keyBy(YearFigures::key, YearFigures::key, Types.STRING)
            .process(new ReviseFigures<>(YearFigures.TYPE, delivery.loadId()))
            .returns(types.year())
            .name("revise years")
            .uid("revise-years");
    DataStream<Tally> tallies =
        sum(interpreted, "lines")
            .union(sum(decided, "readings"))
            .union(sum(quarantined, "refusals"));
    return new Output(decided, dayRows, yearRows, quarantined, tallies);
  }

  private static DataStream<Tally> sum(SingleOutputStreamOperator<?> counting, String what) {
    return counting
        .getSideOutput(Tally.TAG)
        .transform("sum " + what, Tally.TYPE, new SumTallies())
        .uid("sum-" + what);
  }
}
