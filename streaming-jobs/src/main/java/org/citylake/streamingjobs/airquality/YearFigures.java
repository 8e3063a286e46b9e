package org.citylake.streamingjobs.airquality;

import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.jspecify.annotations.Nullable;

/**
 * One sensor's year of one pollutant: a row of city.air_quality_year, whose contract describes the
 * columns.
 */
public record YearFigures(
    String sensorId,
    String metric,
    int year,
    int revision,
    boolean official,
    String refArea,
    int validDays,
    int fewestMonthDays,
    int februaryDays,
    boolean valid,
    BigDecimal meanSum,
    @Nullable BigDecimal mean,
    int daysOverLimit,
    BigDecimal yearLimit,
    String limitEdition,
    @Nullable Boolean exceeds,
    String loadId)
    implements Revised<YearFigures> {
  /** The columns in the order of the rows. */
  public static final List<String> COLUMNS =
      List.of(
          "sensor_id",
          "metric",
          "year",
          "revision",
          "official",
          "ref_area",
          "valid_days",
          "fewest_month_days",
          "february_days",
          "valid",
          "mean_sum",
          "mean",
          "days_over_limit",
          "year_limit",
          "limit_edition",
          "exceeds",
          "load_id");

  /** Place of the year in a row. */
  public static final int YEAR = 2;

  /** Its type in a stream. */
  public static final TypeInformation<YearFigures> TYPE = TypeInformation.of(YearFigures.class);

  /** Key of the series of years. */
  public String key() {
    return sensorId + '/' + metric + '/' + year;
  }

  @Override
  public YearFigures revised(int number, String load) {
    return new YearFigures(
        sensorId,
        metric,
        year,
        number,
        official,
        refArea,
        validDays,
        fewestMonthDays,
        februaryDays,
        valid,
        meanSum,
        mean,
        daysOverLimit,
        yearLimit,
        limitEdition,
        exceeds,
        load);
  }

  @Override
  public RowData row() {
    return GenericRowData.of(
        StringData.fromString(sensorId),
        StringData.fromString(metric),
        year,
        revision,
        official,
        StringData.fromString(refArea),
        validDays,
        fewestMonthDays,
        februaryDays,
        valid,
        FigureColumns.decimal(meanSum),
        FigureColumns.decimal(mean),
        daysOverLimit,
        FigureColumns.decimal(yearLimit),
        StringData.fromString(limitEdition),
        exceeds,
        StringData.fromString(loadId));
  }

  /** A row that the table holds. */
  public static YearFigures of(RowData row) {
    return new YearFigures(
        row.getString(0).toString(),
        row.getString(1).toString(),
        row.getInt(2),
        row.getInt(3),
        row.getBoolean(4),
        row.getString(5).toString(),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getBoolean(9),
        FigureColumns.required(row, 10),
        FigureColumns.decimal(row, 11),
        row.getInt(12),
        FigureColumns.required(row, 13),
        row.getString(14).toString(),
        row.isNullAt(15) ? null : row.getBoolean(15),
        row.getString(16).toString());
  }
}
