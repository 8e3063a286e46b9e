package org.citylake.streamingjobs.reading;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.streamingjobs.delivery.DeliveryExtent;

/**
 * What of the stored rows a replay reads. Files and row groups are passed over by the expressions;
 * what they let through is judged row by row, since a day that is known in part would give wrong
 * figures.
 *
 * @param extent of the delivery
 * @param zone in which days and years are local
 */
record StoredScope(DeliveryExtent extent, ZoneId zone) implements Serializable {
  Expression readings() {
    return extent.isEmpty()
        ? Expressions.alwaysFalse()
        : Expressions.and(
            sensors(),
            Expressions.greaterThanOrEqual("observed_at", micros(extent.firstYear())),
            Expressions.lessThan("observed_at", micros(extent.lastYear() + 1)));
  }

  Expression days() {
    return extent.isEmpty()
        ? Expressions.alwaysFalse()
        : Expressions.and(
            sensors(),
            Expressions.greaterThanOrEqual("observed_date", day(extent.firstYear())),
            Expressions.lessThan("observed_date", day(extent.lastYear() + 1)));
  }

  Expression years() {
    return extent.isEmpty()
        ? Expressions.alwaysFalse()
        : Expressions.and(
            sensors(),
            Expressions.greaterThanOrEqual("year", extent.firstYear()),
            Expressions.lessThanOrEqual("year", extent.lastYear()));
  }

  /**
   * Judges a row of readings or of years' days: the sensor first, the local day where it stands.
   */
  boolean containsDay(RowData row, int dayColumn) {
    return extent.contains(row.getString(0).toString(), (long) row.getInt(dayColumn));
  }

  /** Judges a row of years. */
  boolean containsYear(RowData row, int yearColumn) {
    return extent.contains(row.getString(0).toString(), row.getInt(yearColumn));
  }

  private Expression sensors() {
    return Expressions.in("sensor_id", extent.sensorIds().toArray());
  }

  private long micros(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(zone).toEpochSecond() * 1_000_000;
  }

  private static int day(int year) {
    return Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
  }
}
