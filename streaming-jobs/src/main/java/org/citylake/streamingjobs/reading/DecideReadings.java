package org.citylake.streamingjobs.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.citylake.streamingjobs.airquality.DayAssessment;
import org.citylake.streamingjobs.airquality.DayFigures;
import org.citylake.streamingjobs.delivery.Delivery;
import org.citylake.streamingjobs.tally.Tally;

/**
 * Decides a sensor's day when the watermark has passed it. First input: readings of the delivery;
 * second: what the table holds, which ends before any watermark passes. Out: rows of
 * city.sensor_reading for what is accepted; the day's figures go to {@link DayFigures#TAG}, counts
 * to {@link Tally#TAG}.
 *
 * <p>A day is decided as a whole in the order of {@link HourVersion#ORDER}, so the order of arrival
 * does not matter. What comes after the day was decided is decided at the end of the input, against
 * what was decided before. The state of a bounded replay holds all its hours.
 */
public final class DecideReadings
    extends KeyedCoProcessFunction<SensorDay, Reading, StoredReading, RowData> {
  private static final long serialVersionUID = 1L;

  private final Delivery delivery;
  private final DayAssessment assessment;
  private transient ValueState<DayReadings> state;

  /** Decides for one delivery. */
  public DecideReadings(Delivery delivery, DayAssessment assessment) {
    this.delivery = delivery;
    this.assessment = assessment;
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(new ValueStateDescriptor<>("day", DayReadings.class));
  }

  @Override
  public void processElement1(Reading reading, Context context, Collector<RowData> out)
      throws Exception {
    DayReadings day = day();
    int station = day.station(new Station(reading.unit(), reading.official(), reading.refArea()));
    day.pending()
        .add(
            new HourVersion(
                reading.observedAt(),
                0,
                reading.value(),
                station,
                delivery.snapshotDay(),
                delivery.knownFrom(),
                reading.line()));
    state.update(day);
    await(context, assessment.endOfDay(reading.day()));
  }

  @Override
  public void processElement2(StoredReading stored, Context context, Collector<RowData> out)
      throws Exception {
    DayReadings day = day();
    int station = day.station(new Station(stored.unit(), stored.official(), stored.refArea()));
    day.versions()
        .add(
            new HourVersion(
                stored.observedAt(),
                stored.revision(),
                stored.value(),
                station,
                stored.snapshotDay(),
                stored.knownFrom(),
                stored.line()));
    state.update(day);
    await(context, assessment.endOfDay(stored.day()));
  }

  /** Late records wait for the end, so that each is decided with all others that are late. */
  private static void await(Context context, long endOfDay) {
    boolean late = endOfDay <= context.timerService().currentWatermark();
    context.timerService().registerEventTimeTimer(late ? Long.MAX_VALUE : endOfDay);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<RowData> out)
      throws Exception {
    DayReadings day = day();
    Map<Long, HourHistory> hours = new TreeMap<>();
    for (HourVersion version : day.versions()) {
      hours.computeIfAbsent(version.observedAt(), h -> new HourHistory()).keep(version);
    }
    List<HourVersion> pending = new ArrayList<>(day.pending());
    pending.sort(HourVersion.ORDER);
    int accepted = 0;
    for (HourVersion candidate : pending) {
      Optional<HourVersion> version =
          hours.computeIfAbsent(candidate.observedAt(), h -> new HourHistory()).add(candidate);
      if (version.isPresent()) {
        accepted++;
        day.versions().add(version.get());
        Station station = day.stations().get(version.get().station());
        out.collect(ReadingRow.of(context.getCurrentKey(), version.get(), station, delivery));
      }
    }
    day.pending().clear();
    state.update(day);
    count(context, Tally.ACCEPTED, accepted);
    count(context, Tally.DUPLICATE, pending.size() - accepted);
    List<HourVersion> current = hours.values().stream().map(HourHistory::current).toList();
    assessment
        .figures(context.getCurrentKey(), current, day.stations())
        .ifPresent(figures -> context.output(DayFigures.TAG, figures));
  }

  private void count(OnTimerContext context, String name, int count) {
    if (count > 0) {
      context.output(Tally.TAG, new Tally(name, count));
    }
  }

  private DayReadings day() throws Exception {
    DayReadings day = state.value();
    return day == null ? DayReadings.empty() : day;
  }
}
