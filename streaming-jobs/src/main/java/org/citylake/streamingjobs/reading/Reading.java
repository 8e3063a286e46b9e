package org.citylake.streamingjobs.reading;

import java.math.BigDecimal;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A reading of a delivery, not decided yet.
 *
 * @param sensorId see city.sensor
 * @param metric what was measured
 * @param day local day, in days from 1970-01-01
 * @param observedAt beginning of the hour, in milliseconds from 1970-01-01T00:00Z
 * @param value in the unit, scale 10
 * @param unit code of unit_measure
 * @param official whether the station belongs to the official network
 * @param refArea GB/T 2260 code of its district on the day
 * @param line physical line in the delivery, from 1
 */
public record Reading(
    String sensorId,
    String metric,
    long day,
    long observedAt,
    BigDecimal value,
    String unit,
    boolean official,
    String refArea,
    long line) {
  /** Its type in a stream. */
  public static final TypeInformation<Reading> TYPE = TypeInformation.of(Reading.class);

  /** The sensor's day that the reading belongs to. */
  public SensorDay sensorDay() {
    return new SensorDay(sensorId, metric, day);
  }
}
