package org.citylake.streamingjobs.reading;

import java.util.List;

/** The tables that a replay writes, in the order in which main is moved. */
public final class SinkTables {
  /** Readings. */
  public static final String READING = "city.sensor_reading";

  /** Days. */
  public static final String DAY = "city.air_quality_day";

  /** Years. */
  public static final String YEAR = "city.air_quality_year";

  /** Refused records. */
  public static final String QUARANTINE = "audit.quarantine";

  /** All of them. */
  public static final List<String> ALL = List.of(READING, DAY, YEAR, QUARANTINE);

  private SinkTables() {}
}
