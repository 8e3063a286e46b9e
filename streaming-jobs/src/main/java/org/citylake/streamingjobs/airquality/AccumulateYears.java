package org.citylake.streamingjobs.airquality;

import java.time.LocalDate;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.citylake.entities.air.AirQualityLimit;
import org.citylake.entities.air.AirQualityLimits;
import org.citylake.entities.air.Averaging;
import org.citylake.entities.air.PollutantYear;

/**
 * Sums a sensor's days into its year when the watermark has passed the year. Key: sensor, metric
 * and year as text. A day that comes again replaces itself, and the year is given out once more.
 */
public final class AccumulateYears extends KeyedProcessFunction<String, DayFigures, YearFigures> {
  private static final long serialVersionUID = 1L;

  private final DayAssessment assessment;
  private transient MapState<Long, DayFigures> days;

  /** Sums years that are judged by the assessment's limits. */
  public AccumulateYears(DayAssessment assessment) {
    this.assessment = assessment;
  }

  /** The key of a day's year. */
  public static String key(DayFigures day) {
    return day.sensorId() + '/' + day.metric() + '/' + LocalDate.ofEpochDay(day.day()).getYear();
  }

  @Override
  public void open(OpenContext context) {
    days =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("days", Types.LONG, DayFigures.TYPE));
  }

  @Override
  public void processElement(DayFigures day, Context context, Collector<YearFigures> out)
      throws Exception {
    days.put(day.day(), day);
    LocalDate lastDay = lastDay(LocalDate.ofEpochDay(day.day()).getYear());
    context.timerService().registerEventTimeTimer(assessment.endOfDay(lastDay.toEpochDay()));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<YearFigures> out)
      throws Exception {
    TreeMap<Long, DayFigures> ordered = new TreeMap<>();
    days.entries().forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    out.collect(figures(ordered, assessment.limits()));
  }

  /**
   * The year of at least one day. It is judged by the limit in force on its last day, and belongs
   * to the district of its last day with readings.
   */
  static YearFigures figures(TreeMap<Long, DayFigures> days, AirQualityLimits limits) {
    PollutantYear year = PollutantYear.EMPTY;
    for (DayFigures day : days.values()) {
      year = year.plus(LocalDate.ofEpochDay(day.day()), day.particulates(), day.dayLimit());
    }
    DayFigures last = days.lastEntry().getValue();
    int number = LocalDate.ofEpochDay(last.day()).getYear();
    AirQualityLimit limit = limits.load(last.metric(), Averaging.YEAR, lastDay(number));
    return new YearFigures(
        last.sensorId(),
        last.metric(),
        number,
        0,
        last.official(),
        last.refArea(),
        year.validDays(),
        year.fewestMonthDays(),
        year.februaryDays(),
        year.valid(),
        year.meanSum(),
        year.mean().orElse(null),
        year.daysOver(),
        FigureColumns.scaled(limit.limit()),
        limit.edition(),
        year.exceeds(limit.limit()).orElse(null),
        "");
  }

  private static LocalDate lastDay(int year) {
    return LocalDate.of(year, 12, 31);
  }
}
