package org.citylake.streamingjobs.reading;

import java.math.BigDecimal;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A revision that the table holds already.
 *
 * @param sensorId see city.sensor
 * @param metric what was measured
 * @param day local day, in days from 1970-01-01
 * @param observedAt beginning of the hour, in milliseconds from 1970-01-01T00:00Z
 * @param revision the highest is current
 * @param value in the unit, scale 10
 * @param unit code of unit_measure
 * @param official whether the station belongs to the official network
 * @param refArea GB/T 2260 code of its district on the day
 * @param snapshotDay the day whose state its delivery told, in days from 1970-01-01
 * @param knownFrom arrival of its delivery, in milliseconds
 * @param line physical line in its delivery
 */
public record StoredReading(
    String sensorId,
    String metric,
    long day,
    long observedAt,
    int revision,
    BigDecimal value,
    String unit,
    boolean official,
    String refArea,
    long snapshotDay,
    long knownFrom,
    long line) {
  /** Its type in a stream. */
  public static final TypeInformation<StoredReading> TYPE = TypeInformation.of(StoredReading.class);

  /** The sensor's day that the reading belongs to. */
  public SensorDay sensorDay() {
    return new SensorDay(sensorId, metric, day);
  }
}
