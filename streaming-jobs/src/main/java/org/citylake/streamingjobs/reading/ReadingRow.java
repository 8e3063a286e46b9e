package org.citylake.streamingjobs.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.streamingjobs.delivery.Delivery;

/** Rows of city.sensor_reading, column by column as its contract has them. */
public final class ReadingRow {
  /** The columns in the order of the rows. */
  public static final List<String> COLUMNS =
      List.of(
          "sensor_id",
          "metric",
          "observed_at",
          "revision",
          "observed_date",
          "value",
          "unit_measure",
          "official",
          "ref_area",
          "load_id",
          "delivery",
          "line",
          "known_from");

  /** Place of the local day. */
  static final int DAY = 4;

  private static final int PRECISION = 38;
  private static final int SCALE = 10;

  private ReadingRow() {}

  static RowData of(SensorDay key, HourVersion version, Station station, Delivery delivery) {
    return GenericRowData.of(
        StringData.fromString(key.sensorId()),
        StringData.fromString(key.metric()),
        TimestampData.fromEpochMillis(version.observedAt()),
        version.revision(),
        Math.toIntExact(key.day()),
        DecimalData.fromBigDecimal(version.value(), PRECISION, SCALE),
        StringData.fromString(station.unit()),
        station.official(),
        StringData.fromString(station.refArea()),
        StringData.fromString(delivery.loadId()),
        StringData.fromString(delivery.sha256()),
        version.line(),
        TimestampData.fromEpochMillis(version.knownFrom()));
  }

  /**
   * A row that the table holds.
   *
   * @param snapshotDays load id to the snapshot date of its delivery
   */
  public static StoredReading read(RowData row, Map<String, Long> snapshotDays) {
    String load = row.getString(9).toString();
    Long snapshotDay = snapshotDays.get(load);
    if (snapshotDay == null) {
      throw new CityLakeException(
          Kind.INTERNAL,
          "Cannot find load "
              + load
              + " of a reading in audit.load: it was stopped after main was moved; run that load"
              + " again first");
    }
    return new StoredReading(
        row.getString(0).toString(),
        row.getString(1).toString(),
        row.getInt(4),
        row.getTimestamp(2, 6).getMillisecond(),
        row.getInt(3),
        decimal(row, 5),
        row.getString(6).toString(),
        row.getBoolean(7),
        row.getString(8).toString(),
        snapshotDay,
        row.getTimestamp(12, 6).getMillisecond(),
        row.getLong(11));
  }

  private static BigDecimal decimal(RowData row, int position) {
    return row.getDecimal(position, PRECISION, SCALE)
        .toBigDecimal()
        .setScale(SCALE, RoundingMode.UNNECESSARY);
  }
}
