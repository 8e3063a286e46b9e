package org.citylake.streamingjobs.reading;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Key of a sensor's day.
 *
 * @param sensorId see city.sensor
 * @param metric what was measured
 * @param day local day, in days from 1970-01-01
 */
public record SensorDay(String sensorId, String metric, long day) {
  /** Its type in a stream. */
  public static final TypeInformation<SensorDay> TYPE = TypeInformation.of(SensorDay.class);
}
