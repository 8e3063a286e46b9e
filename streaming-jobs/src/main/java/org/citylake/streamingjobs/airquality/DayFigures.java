package org.citylake.streamingjobs.airquality;

import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.util.OutputTag;
import org.citylake.entities.air.PollutantDay;
import org.jspecify.annotations.Nullable;

/**
 * One sensor's day of one pollutant: a row of city.air_quality_day, whose contract describes the
 * columns.
 *
 * @param day local day, in days from 1970-01-01
 */
public record DayFigures(
    String sensorId,
    String metric,
    long day,
    int revision,
    boolean official,
    String refArea,
    int hours,
    BigDecimal valueSum,
    boolean valid,
    @Nullable BigDecimal mean,
    @Nullable Integer iaqi,
    BigDecimal dayLimit,
    String limitEdition,
    @Nullable Boolean exceeds,
    String loadId)
    implements Revised<DayFigures> {
  /** The columns in the order of the rows. */
  public static final List<String> COLUMNS =
      List.of(
          "sensor_id",
          "metric",
          "observed_date",
          "revision",
          "official",
          "ref_area",
          "hours",
          "value_sum",
          "valid",
          "mean",
          "iaqi",
          "day_limit",
          "limit_edition",
          "exceeds",
          "load_id");

  /** Place of the local day in a row. */
  public static final int DAY = 2;

  /** Its type in a stream. */
  public static final TypeInformation<DayFigures> TYPE = TypeInformation.of(DayFigures.class);

  /** Side output of computed days. */
  public static final OutputTag<DayFigures> TAG = new OutputTag<>("day", TYPE);

  /** The day as it is summed. */
  PollutantDay particulates() {
    return new PollutantDay(hours, valueSum);
  }

  /** Key of the series of days. */
  public String key() {
    return sensorId + '/' + metric + '/' + day;
  }

  @Override
  public DayFigures revised(int number, String load) {
    return new DayFigures(
        sensorId,
        metric,
        day,
        number,
        official,
        refArea,
        hours,
        valueSum,
        valid,
        mean,
        iaqi,
        dayLimit,
        limitEdition,
        exceeds,
        load);
  }

  @Override
  public RowData row() {
    return GenericRowData.of(
        StringData.fromString(sensorId),
        StringData.fromString(metric),
        Math.toIntExact(day),
        revision,
        official,
        StringData.fromString(refArea),
        hours,
        FigureColumns.decimal(valueSum),
        valid,
        FigureColumns.decimal(mean),
        iaqi,
        FigureColumns.decimal(dayLimit),
        StringData.fromString(limitEdition),
        exceeds,
        StringData.fromString(loadId));
  }

  /** A row that the table holds. */
  public static DayFigures of(RowData row) {
    return new DayFigures(
        row.getString(0).toString(),
        row.getString(1).toString(),
        row.getInt(2),
        row.getInt(3),
        row.getBoolean(4),
        row.getString(5).toString(),
        row.getInt(6),
        FigureColumns.required(row, 7),
        row.getBoolean(8),
        FigureColumns.decimal(row, 9),
        row.isNullAt(10) ? null : row.getInt(10),
        FigureColumns.required(row, 11),
        row.getString(12).toString(),
        row.isNullAt(13) ? null : row.getBoolean(13),
        row.getString(14).toString());
  }
}
